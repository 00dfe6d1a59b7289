using Kanal.Centre.Access;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Routing;

/// <summary>What is set about routing on screen.</summary>
/// <param name="OfferSeconds">How long an offer rings where a channel says nothing else, in seconds.</param>
/// <param name="AutoAccept">Conversations are assigned without ringing where a channel says nothing else.</param>
/// <param name="Channels">Every channel there can be.</param>
/// <param name="Version">Grows with every change.</param>
public sealed record RoutingChoices(int OfferSeconds, bool AutoAccept, IReadOnlyList<ChannelChoice> Channels, long Version)
{
    public static RoutingChoices Usual { get; } = new(20, false, ChannelChoices.Usual, 0);

    public ChannelChoice Of(string channel) => Channels.FirstOrDefault(choice => choice.Channel == channel) ?? ChannelChoices.Usual[0] with { Channel = channel };

    /// <summary>How long an agent who was given something without being asked is given nothing more in that way.</summary>
    public int PauseSeconds { get; init; } = 5;
}

/// <summary>Routing as it is set, whole.</summary>
/// <param name="OfferSeconds">How long an offer rings, in seconds, 5 to 300.</param>
/// <param name="AutoAccept">Conversations are assigned without ringing.</param>
/// <param name="Channels">A channel that is left out is as usual.</param>
/// <param name="Version">The version that was read; the change is refused where there is a newer one.</param>
/// <param name="PauseSeconds">How long an agent who was given something without ringing is given nothing more in that way, 0 to 300; left out: as it is.</param>
public sealed record RoutingRequest(int OfferSeconds = 20, bool AutoAccept = false, IReadOnlyList<ChannelRequest>? Channels = null, long? Version = null, int? PauseSeconds = null);

public sealed class RoutingSettings(Database database, Audit audit, RoutingChange changes)
{
    internal const string Name = "routing";

    public Task<RoutingChoices> ReadAsync(CancellationToken ct) => database.ReadAsync(ReadAsync, ct);

    internal static async Task<RoutingChoices> ReadAsync(Sql sql) => Of(await sql.FirstAsync<string>("select value from settings where name = @Name", new { Name }));

    /// <summary>As the row has it; channels that are younger than the row are as usual.</summary>
    internal static RoutingChoices Of(string? value) => Json.To<RoutingChoices>(value) is { } kept
        ? kept with { Channels = [.. ChannelChoices.Usual.Select(usual => kept.Channels?.FirstOrDefault(choice => choice.Channel == usual.Channel) ?? usual)] }
        : RoutingChoices.Usual;

    public async Task<RoutingChoices> ChangeAsync(RoutingRequest request, Caller caller, CancellationToken ct)
    {
        var faults = new Faults();
        faults.AddIf(request.OfferSeconds is < 5 or > 300, "offerSeconds", "An offer rings for 5 to 300 seconds.");
        faults.AddIf(request.PauseSeconds is < 0 or > 300, "pauseSeconds", "This is 0 to 300 seconds.");
        var channels = ChannelChoices.Read(faults, request);
        faults.ThrowIfAny();
        var changed = await database.WriteAsync(async sql =>
        {
            var before = await ReadAsync(sql);
            if ((request.Version ?? before.Version) != before.Version)
            {
                throw RefusedException.Conflict("changed-meanwhile", "Somebody else has changed this meanwhile. Look at what it is now, then change it again.");
            }

            var choices = new RoutingChoices(request.OfferSeconds, request.AutoAccept, channels, before.Version + 1) { PauseSeconds = request.PauseSeconds ?? before.PauseSeconds };
            await sql.ExecuteAsync("insert into settings (name, value) values (@Name, @value) on conflict (name) do update set value = excluded.value", new { Name, value = Json.From(choices) });
            await audit.NoteAsync(sql, caller, "routing.changed", null);
            return choices;
        }, ct);
        changes.Tell(["routing", "agents"]);
        return changed;
    }
}

/// <summary>Tells desks to fetch a kind of settings anew.</summary>
public sealed record SettingsChanged(string What);
