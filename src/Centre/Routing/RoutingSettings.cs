using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>What is set about routing on screen.</summary>
/// <param name="OfferSeconds">How long an offer rings, in seconds, 5 to 300.</param>
/// <param name="AutoAccept">Conversations are assigned without ringing.</param>
public sealed record RoutingChoices(int OfferSeconds = 20, bool AutoAccept = false)
{
    public RoutingRules ToRules() => new() { OfferTimeout = Duration.FromSeconds(OfferSeconds), AutoAccept = AutoAccept };
}

public sealed class RoutingSettings(Settings settings, RoutingInbox routing, DeskFeed desk)
{
    const string Name = "routing";

    public async Task<RoutingChoices> ReadAsync(CancellationToken ct) => await settings.ReadAsync<RoutingChoices>(Name, ct) ?? new RoutingChoices();

    public async Task ChangeAsync(RoutingChoices choices, CancellationToken ct)
    {
        if (choices.OfferSeconds is < 5 or > 300)
        {
            throw RefusedException.Invalid("offerSeconds", "An offer rings for 5 to 300 seconds.");
        }

        await settings.WriteAsync(Name, choices, ct);
        routing.Post(new RulesChanged(choices.ToRules()));
        desk.Tell("settings", new SettingsChanged("routing"));
    }
}

/// <summary>Tells desks to fetch a kind of settings anew.</summary>
public sealed record SettingsChanged(string What);
