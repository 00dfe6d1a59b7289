using System.Text;

namespace Kanal.Channels.Email.Mime;

/// <summary>The pieces that structured fields are made of (RFC 5322, 3.2): blanks, comments, quoted strings. Each is read once from front to back.</summary>
static class AddressReading
{
    public static void SkipBlanks(string text, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }
    }

    /// <summary>A comment, which may hold others; what is inside, without its marks.</summary>
    public static string Comment(string text, ref int at)
    {
        var content = new StringBuilder();
        var depth = 0;
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\\' && at + 1 < text.Length)
            {
                content.Append(text[++at]);
            }
            else if (letter == '(')
            {
                if (depth++ > 0)
                {
                    content.Append(letter);
                }
            }
            else if (letter == ')')
            {
                if (--depth == 0)
                {
                    at++;
                    break;
                }

                content.Append(letter);
            }
            else
            {
                content.Append(letter);
            }
        }

        return content.ToString();
    }

    /// <summary>A quoted string without its marks. One that never ends goes to the end.</summary>
    public static string Quoted(string text, ref int at)
    {
        var content = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                break;
            }

            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            content.Append(text[at]);
        }

        return content.ToString();
    }

    public static string WithoutComments(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal))
        {
            return text;
        }

        var left = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '(')
            {
                Comment(text, ref at);
                left.Append(' ');
            }
            else
            {
                left.Append(text[at++]);
            }
        }

        return left.ToString();
    }
}
