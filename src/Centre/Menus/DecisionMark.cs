using System.Globalization;

namespace Kanal.Centre.Menus;

/// <summary>What was decided, in short: two decisions with the same mark are said and explained the same.</summary>
static class DecisionMark
{
    const ulong Offset = 14695981039346656037;
    const ulong Prime = 1099511628211;

    public static string Of(ShownMenu menu)
    {
        var decision = menu.Decision;
        var mark = With(With(With(With(Offset, menu.Strategy.Version), (long)decision.Arm), decision.Rule), (long)decision.Invitation.Standing);
        for (var i = 0; i < decision.Entries.Count; i++)
        {
            var entry = decision.Entries[i];
            mark = With(With(With(With(mark, entry.Channel), entry.Recommended ? 1 : 0), (long)entry.Reason), (long)entry.By);
        }

        for (var i = 0; i < decision.Withheld.Count; i++)
        {
            mark = With(With(mark, decision.Withheld[i].Channel), (long)decision.Withheld[i].For);
        }

        return mark.ToString("x16", CultureInfo.InvariantCulture);
    }

    static ulong With(ulong mark, long number) => (mark ^ (ulong)number) * Prime;

    // The length as well: where one text ends and the next begins is part of it.
    static ulong With(ulong mark, string? text)
    {
        mark = With(mark, text?.Length ?? -1);
        foreach (var letter in text ?? "")
        {
            mark = With(mark, letter);
        }

        return mark;
    }
}
