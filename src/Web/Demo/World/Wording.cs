using System.Text.RegularExpressions;

namespace Kanal.Web.Demo.World;

/// <summary>A line with blanks such as <c>{trip}</c>: filled when it is said, and known again when it is heard.</summary>
sealed partial class Wording(string text)
{
    readonly Regex _heard = new($"^{Blank().Replace(Regex.Escape(text), "(?<$1>.+?)")}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    public string With(Blanks blanks) => Said().Replace(text, blank => blanks[blank.Groups[1].Value]);

    /// <summary>What the blanks were filled with; null where these are other words.</summary>
    public Blanks? Heard(string said, Blanks otherwise)
    {
        var match = _heard.Match(said);
        return match.Success ? otherwise.With(match.Groups.Values.Where(group => !char.IsAsciiDigit(group.Name[0])).Select(group => (group.Name, group.Value))) : null;
    }

    // As Regex.Escape leaves it: the opening brace escaped, the closing one not.
    [GeneratedRegex(@"\\\{(\w+)\}")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Said();
}
