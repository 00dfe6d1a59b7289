using System.Globalization;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Menus;

namespace Kanal.Centre.Menus;

/// <summary>How a site stands as far as a visitor could see it: where that changes, menus may.</summary>
static class SiteMark
{
    // Prices a fifth apart are told from each other.
    const double Bands = 5;

    public static string Of(SiteNow now, PublishedStrategy strategy) =>
        string.Create(CultureInfo.InvariantCulture, $"{strategy.Version}/{strategy.Settings.Version} {now.Site.Version} {now.Status.Open} {string.Join(' ', now.Live.Channels.Select(its => Of(its, strategy.Version == 0)))}");

    static string Of(ChannelState its, bool unattended) => string.Create(CultureInfo.InvariantCulture,
        $"{its.Channel}:{its.Open}{its.TakesWhenClosed}{its.Wished}{its.Healthy}{unattended || its.Staffed}:{its.Wait}:{its.WaitLowSeconds}-{its.WaitSeconds}:{its.DueBy}:{Band(its.Price)}");

    static int Band(double price) => price > 0 ? (int)Math.Round(Math.Log(price) * Bands) : int.MinValue;
}
