using System.Text;

namespace Kanal.Channels.Email.Reading;

/// <summary>Text whose paragraphs were broken into lines for the way (RFC 3676), put together again. Quotations keep their marks.</summary>
static class FlowedText
{
    const int Deepest = 100;

    public static string Of(string text, bool dropsSpaces)
    {
        var whole = new StringBuilder(text.Length);
        var (before, isOpen) = (-1, false);
        foreach (var line in text.Split('\n'))
        {
            var depth = Math.Max(0, line.AsSpan().IndexOfAnyExcept('>') is var end && end < 0 ? line.Length : end);
            // One blank was put in front so that nothing looked quoted that is not.
            var content = line.AsSpan(depth);
            content = content.StartsWith(' ') ? content[1..] : content;
            // The line above a signature ends with a blank, and goes on nowhere.
            var isSignature = content is "-- ";
            if (!isOpen || depth != before || isSignature)
            {
                whole.Append(before < 0 ? "" : "\n").Append('>', Math.Min(depth, Deepest)).Append(depth > 0 ? " " : "");
            }

            isOpen = content.EndsWith(' ') && !isSignature;
            whole.Append(isOpen && dropsSpaces ? content[..^1] : content);
            before = depth;
        }

        return whole.ToString();
    }
}
