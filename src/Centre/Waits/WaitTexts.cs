using System.Globalization;
using Kanal.Centre.Texts;
using Kanal.Decisions.Waits;

namespace Kanal.Centre.Waits;

/// <summary>A wait in words.</summary>
public static class WaitTexts
{
    public static string Say(this Strings texts, ShownWait wait) => wait switch
    {
        { Kind: WaitKind.Now } => texts["wait.now"],
        { Kind: WaitKind.ClosedForToday } => texts["wait.closedForToday"],
        { Kind: WaitKind.Unknown } => texts["wait.unknown"],
        { High: null, Low: { } low } => texts.Say("wait.more", ("low", Minutes(low))),
        { High: { } high, Low: { } low } => texts.Say("wait.range", ("low", Minutes(low)), ("high", Minutes(high))),
        _ => texts.Say("wait.about", ("high", Minutes(wait.High ?? 0))),
    };

    /// <summary>The wait as one number for programs: 0 for now, the longest that is said, null where nothing is promised.</summary>
    public static int? Seconds(this ShownWait wait) => wait.Kind == WaitKind.Now ? 0 : wait.High;

    static string Minutes(int seconds) => (seconds / 60).ToString(CultureInfo.InvariantCulture);
}
