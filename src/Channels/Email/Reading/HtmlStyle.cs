using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kanal.Channels.Email.Reading;

/// <summary>The declarations of a style attribute: which may be shown, and whether they hide what they are on.</summary>
static class HtmlStyle
{
    const int MostDeclarations = 60;
    const double Largest = 2_000;

    // Nothing that loads, moves out of its place or lies over something else.
    static readonly HashSet<string> _allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "color", "background-color", "background", "font", "font-family", "font-size", "font-style", "font-weight", "font-variant", "text-align", "text-decoration", "text-transform", "text-indent", "line-height", "letter-spacing", "white-space", "word-break",
        "vertical-align", "direction", "list-style-type", "width", "max-width", "min-width", "height", "max-height", "border", "border-top", "border-right", "border-bottom", "border-left", "border-color", "border-width", "border-style", "border-collapse",
        "border-spacing", "border-radius", "border-top-color", "border-top-width", "border-top-style", "border-bottom-color", "border-bottom-width", "border-bottom-style", "border-left-color", "border-left-width", "border-left-style",
        "border-right-color", "border-right-width", "border-right-style", "padding", "padding-top", "padding-right", "padding-bottom", "padding-left", "margin", "margin-top", "margin-right", "margin-bottom", "margin-left",
    };

    static readonly SearchValues<string> _hiding = SearchValues.Create(["none", "hidden", "mso-hide", "opacity"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What may stay, ready to be written; empty where nothing may.</summary>
    public static string Safe(string style)
    {
        var safe = new StringBuilder();
        foreach (var (name, value) in Declarations(style))
        {
            if (_allowed.Contains(name) && IsHarmless(value))
            {
                safe.Append(safe.Length == 0 ? "" : "; ").Append(name.ToLowerInvariant()).Append(": ").Append(value);
            }
        }

        return safe.ToString();
    }

    public static bool Hides(HtmlNode node)
    {
        if (node["hidden"] is not null)
        {
            return true;
        }

        if (node["style"] is not { } style || !style.AsSpan().ContainsAny(_hiding))
        {
            return false;
        }

        var (isFlat, isCut) = (false, false);
        foreach (var (name, value) in Declarations(style))
        {
            switch (name.ToLowerInvariant())
            {
                case "display" when Is(value, "none"):
                case "visibility" when Is(value, "hidden"):
                case "mso-hide" when Is(value, "all"):
                case "opacity" when IsZero(value):
                    return true;
                case "height" or "max-height" or "width" or "max-width" when IsZero(value):
                    isFlat = true;
                    break;
                case "overflow" when Is(value, "hidden"):
                    isCut = true;
                    break;
            }
        }

        return isFlat && isCut;
    }

    /// <summary>Whether letters have no size from here on; null where nothing is said.</summary>
    public static bool? IsTiny(string style)
    {
        bool? tiny = null;
        if (style.Contains("font-size", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var (_, value) in Declarations(style).Where(declaration => declaration.Name.Equals("font-size", StringComparison.OrdinalIgnoreCase)))
            {
                tiny = IsZero(value) || Is(value, "1px");
            }
        }

        return tiny;
    }

    static IEnumerable<(string Name, string Value)> Declarations(string style)
    {
        foreach (var declaration in style.Split(';', MostDeclarations))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return (declaration[..colon].Trim(), declaration[(colon + 1)..].Trim());
            }
        }
    }

    static bool Is(string value, string wanted) => value.StartsWith(wanted, StringComparison.OrdinalIgnoreCase);

    static bool IsZero(string value) => value.Length > 0 && value[0] is '0' or '.' && double.TryParse(value.AsSpan(0, NumberEnd(value, 0)), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number < 0.05;

    static int NumberEnd(string value, int at)
    {
        while (at < value.Length && (char.IsAsciiDigit(value[at]) || value[at] == '.'))
        {
            at++;
        }

        return at;
    }

    // Words, numbers and colours; the only calls are those that name a colour. No escapes, no comments, nothing negative, nothing huge.
    static bool IsHarmless(string value)
    {
        if (value.Length is 0 or > 200 || value.Contains("--", StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            if (!char.IsAsciiLetterOrDigit(letter) && !" #%.,'\"()!-".Contains(letter, StringComparison.Ordinal))
            {
                return false;
            }

            if (letter == '(' && !(EndsWith(value, i, "rgb") || EndsWith(value, i, "rgba") || EndsWith(value, i, "hsl") || EndsWith(value, i, "hsla")))
            {
                return false;
            }

            if (letter == '-' && i + 1 < value.Length && (char.IsAsciiDigit(value[i + 1]) || value[i + 1] == '.'))
            {
                return false;
            }

            if (char.IsAsciiDigit(letter) && (i == 0 || !(char.IsAsciiLetterOrDigit(value[i - 1]) || value[i - 1] is '#' or '.')) && double.TryParse(value.AsSpan(i, NumberEnd(value, i) - i), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > Largest)
            {
                return false;
            }
        }

        return true;
    }

    static bool EndsWith(string value, int end, string word) => value.AsSpan(0, end).EndsWith(word, StringComparison.OrdinalIgnoreCase) && (end == word.Length || !char.IsAsciiLetterOrDigit(value[end - word.Length - 1]));
}
