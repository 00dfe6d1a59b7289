using System.Globalization;
using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Callbacks;

/// <summary>An organisation whose site calls its customers back.</summary>
static class CallingSite
{
    public static async Task<Fjordrejser> FoundAsync(TimeProvider? time = null, object? callback = null)
    {
        var here = await Fjordrejser.FoundAsync(time);
        await here.Organisation.SetCallbackAsync(callback ?? new { offer = "always" });
        return here;
    }

    public static async Task<string> SiteIdAsync(this Organisation organisation) =>
        (await organisation.Administrator.GetAsync("/sites")).Rows.Single(site => site["key"] == Organisation.Site)["id"]!;

    public static async Task SetCallbackAsync(this Organisation organisation, object callback) =>
        (await organisation.Administrator.PutAsync($"/sites/{await organisation.SiteIdAsync()}", new { callback })).Expect(HttpStatusCode.OK);

    /// <summary>The free quarters of an hour that the menu shows.</summary>
    public static async Task<string[]> SlotsAsync(this VisitorClient visitor)
    {
        var entries = (await visitor.MenuAsync()).Expect(HttpStatusCode.OK).Body.GetProperty("menu").GetProperty("entries").EnumerateArray();
        return [.. entries.Single(entry => entry.GetProperty("channel").GetString() == "callback").GetProperty("slots").EnumerateArray().Select(slot => slot.GetString()!)];
    }

    public static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
