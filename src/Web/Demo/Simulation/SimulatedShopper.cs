using System.Text.Json;
using Kanal.Centre.Conversations;
using Kanal.Centre.Menus;
using Kanal.Centre.Storage;
using Kanal.Web.Demo.World;
using Kanal.Web.PublicApi;

namespace Kanal.Web.Demo.Simulation;

/// <summary>Somebody who is about to book and asks nothing, as most visitors of any shop: sees the menu beside the form, books or leaves.</summary>
sealed class SimulatedShopper(HttpClient http, string site, string origin, Pace pace, Random chance)
{
    const int MostPeople = 7;

    // Whoever sees that somebody would help books a little more often, whether they ask or not.
    const double BooksHelped = 0.055;
    const double BooksAlone = 0.042;

    public async Task RunAsync(CancellationToken ct)
    {
        var (language, trip, people) = (chance.Language(), chance.Of(Trip.All), 1 + chance.Next(MostPeople));
        var value = (double)trip.Price * people;
        var kanal = new KanalClient(http, "/public/v1", null);
        var facts = new { page = $"{origin}/demo/{language}/booking/contact", step = "contact", language, basket = new Basket(value, "DKK", people), own = new { people } };
        var menu = await kanal.PostAsync<MenuAnswer>($"/sites/{site}/menu", new MenuRequest { Facts = JsonSerializer.SerializeToDocument(facts, Json.Options) }, ct);
        await pace.PauseAsync(chance, 30, 120, ct);
        if (chance.Says(IsHelped(menu.Menu) ? BooksHelped : BooksAlone))
        {
            await kanal.PostAsync($"/sites/{site}/orders", new PublicOrder { Visitor = menu.Visitor, Order = $"FR-{chance.NextInt64(100_000, 100_000_000)}", Value = value, Currency = "DKK", Items = people }, ct);
        }
    }

    static bool IsHelped(ChannelMenu menu) => menu.Entries.Any(entry => entry is { Recommended: true, Channel: "chat" or "callback" });
}
