using System.Globalization;
using System.Text.Json;
using Kanal.Centre.Storage;
using Kanal.Channels.WebChat;
using Kanal.Web.Demo.World;
using Kanal.Web.PublicApi;

namespace Kanal.Web.Demo.Simulation;

/// <summary>Somebody who would rather talk: asks to be called, now or at a time of their choice, and leaves the page.</summary>
sealed class SimulatedCaller(HttpClient http, string site, string origin, Pace pace, Random chance)
{
    const double ChoosesTime = 0.4;
    const int SlotsLookedAt = 4;

    readonly string _language = chance.Language();

    public async Task RunAsync(CancellationToken ct)
    {
        var script = Script.For(Dialogue.Pick(chance), _language);
        var (facts, pages) = new Journey(_language, origin).To(script.Dialogue, chance);
        var stranger = new KanalClient(http, "/public/v1", null);
        var menu = await stranger.PostAsync<MenuAnswer>($"/sites/{site}/menu", new MenuRequest { Facts = JsonSerializer.SerializeToDocument(facts with { Page = pages[0].Page, Title = pages[0].Title }, Json.Options) }, ct);
        if (menu.Menu.Entries.FirstOrDefault(entry => entry.Channel == "callback") is not { } entry)
        {
            return;
        }

        await pace.PauseAsync(chance, 2, 6, ct);
        var slots = entry.Slots ?? [];
        await stranger.PostAsync<Started>($"/sites/{site}/conversations", new StartRequest
        {
            Visitor = menu.Visitor,
            ClientId = "call-me",
            Channel = "callback",
            Text = new VisitorTalk(script, _language, chance).Begin()[0],
            Menu = menu.Menu.Id,
            Address = Number(),
            Slot = slots.Count > 0 && chance.Says(ChoosesTime) ? slots[chance.Next(Math.Min(SlotsLookedAt, slots.Count))] : null,
            Name = chance.Of(Phrases.In(_language).Names),
            Language = _language,
            Facts = facts,
        }, ct);
    }

    string Number() => _language switch
    {
        "pl" => string.Create(CultureInfo.InvariantCulture, $"+4850000{chance.Next(10_000):D4}"),
        "ro" => string.Create(CultureInfo.InvariantCulture, $"+4070000{chance.Next(10_000):D4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"+452000{chance.Next(10_000):D4}"),
    };
}
