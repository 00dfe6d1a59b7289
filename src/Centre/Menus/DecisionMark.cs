using System.Globalization;
using System.Text;

namespace Kanal.Centre.Menus;

/// <summary>What was decided, in short: two decisions with the same mark are said and explained the same.</summary>
static class DecisionMark
{
    const ulong Offset = 14695981039346656037;
    const ulong Prime = 1099511628211;

    public static string Of(ShownMenu menu)
    {
        var decision = menu.Decision;
        var text = new StringBuilder(200).Append(menu.Strategy.Version).Append(decision.Arm).Append(decision.Rule).Append(decision.Invitation.Standing);
        foreach (var entry in decision.Entries)
        {
            text.Append(' ').Append(entry.Channel).Append(entry.Recommended).Append(entry.Reason).Append(entry.By);
        }

        foreach (var withheld in decision.Withheld)
        {
            text.Append(' ').Append(withheld.Channel).Append(withheld.For);
        }

        var hash = Offset;
        foreach (var piece in text.GetChunks())
        {
            foreach (var letter in piece.Span)
            {
                hash = (hash ^ letter) * Prime;
            }
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
