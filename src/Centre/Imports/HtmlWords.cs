using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Kanal.Centre.Imports;

/// <summary>What stands in a line of HTML, as Markdown. What would mean something in Markdown and only stood there is escaped.</summary>
static partial class HtmlWords
{
    const string HardBreak = "\\\n";

    /// <summary>As one line.</summary>
    public static string Line(IElement element) => Tidy(Inside(element)).Replace(HardBreak, " ", StringComparison.Ordinal);

    public static string Of(INode node) => node switch
    {
        IText text => Escaped(Spaces().Replace(text.Data, " ")),
        IElement element => Element(element),
        _ => "",
    };

    /// <summary>Without spaces around lines, and with nothing at the start that would make it a heading or a list.</summary>
    public static string Tidy(string words)
    {
        var text = Lines().Replace(Spaces().Replace(words, space => space.Value.Contains('\n') ? "\n" : " "), "\n").Trim();
        while (text.EndsWith('\\') && !text.EndsWith("\\\\", StringComparison.Ordinal))
        {
            text = text[..^1].TrimEnd();
        }

        return Start().Replace(text, "$1\\$2");
    }

    static string Element(IElement element) => element.LocalName switch
    {
        "br" => HardBreak,
        "strong" or "b" => Around("**", element),
        "em" or "i" or "cite" => Around("*", element),
        "del" or "s" or "strike" => Around("~~", element),
        "code" or "kbd" or "samp" or "tt" => Code(element.TextContent),
        "img" => Picture(element),
        "a" => Link(element),
        "head" or "script" or "style" => "",
        _ => Inside(element),
    };

    static string Inside(IElement element)
    {
        var words = new StringBuilder();
        foreach (var child in element.ChildNodes)
        {
            words.Append(Of(child));
        }

        return words.ToString();
    }

    // Marks stand at words, not at the spaces around them.
    static string Around(string mark, IElement element)
    {
        var inside = Inside(element);
        var words = inside.Trim();
        return words.Length == 0 || words.Contains('\n') ? inside
            : $"{(char.IsWhiteSpace(inside[0]) ? " " : "")}{mark}{words}{mark}{(char.IsWhiteSpace(inside[^1]) ? " " : "")}";
    }

    static string Code(string code)
    {
        var line = Spaces().Replace(code, " ").Trim();
        return line.Length == 0 ? "" : line.Contains('`') ? $"`` {line} ``" : $"`{line}`";
    }

    static string Picture(IElement picture)
    {
        var address = Address(picture.GetAttribute("src") ?? picture.GetAttribute("data-src"));
        var words = Escaped(Spaces().Replace(picture.GetAttribute("alt") ?? "", " ")).Trim();
        return address is null || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? words : $"![{words}]({address})";
    }

    static string Link(IElement link)
    {
        var words = Inside(link);
        return Address(link.GetAttribute("href")) is { } address && words.Trim().Length > 0 ? $"[{words.Trim().Replace(HardBreak, " ", StringComparison.Ordinal)}]({address})" : words;
    }

    /// <summary>Null where it leads to something that runs.</summary>
    static string? Address(string? given)
    {
        // Browsers overlook these, also in the middle of "javascript:".
        var address = Invisible().Replace(given ?? "", "").Trim();
        return address.Length == 0 || Scheme().Match(address) is { Success: true } scheme && scheme.Value.ToLowerInvariant() is not ("http:" or "https:" or "mailto:" or "tel:") ? null
            : Encoded().Replace(address, letter => $"%{(int)letter.Value[0]:X2}");
    }

    static string Escaped(string text) => Entity().Replace(Special().Replace(text, "\\$0"), "&amp;");

    [GeneratedRegex(@"[\\`*\[\]]|<(?=[a-zA-Z/!?])|~(?=~)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])")]
    private static partial Regex Special();

    [GeneratedRegex("&(?=#?[a-zA-Z0-9]+;)")]
    private static partial Regex Entity();

    [GeneratedRegex(@"[ \t\r\n\f\u00A0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" *\n *")]
    private static partial Regex Lines();

    // "# ", "- ", "1. ", "> " and the like.
    [GeneratedRegex(@"^(\d{0,9})([#+|=.)>-])(?=[ \t#=-]|\z)", RegexOptions.Multiline)]
    private static partial Regex Start();

    [GeneratedRegex(@"[\u0000-\u001F\u007F]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[ ()<>\\\[\]]")]
    private static partial Regex Encoded();
}
