using System.Text.RegularExpressions;

namespace Kanal.Centre.Proposals;

/// <summary>
/// Takes out of a conversation's words what tells who somebody is, and leaves a mark in its place. It would rather take too much: an editor reads
/// what is left before anybody else does. What it can't know, such as a name that nobody has introduced, it leaves.
/// </summary>
public static partial class PersonalData
{
    const int ShortestName = 3;

    /// <param name="names">Of the people who speak, as we know them.</param>
    /// <param name="mark">What stands in place of each kind.</param>
    public static string TakeOut(string text, IEnumerable<string> names, Func<PersonalKind, string> mark)
    {
        var introduced = Introduced().Replace(text, said => said.Value[..(said.Groups["name"].Index - said.Index)] + mark(PersonalKind.Name) + said.Value[(said.Groups["name"].Index + said.Groups["name"].Length - said.Index)..]);
        var told = Told().Replace(introduced, found => found switch
        {
            _ when found.Groups["keep"].Success => found.Value,
            _ when found.Groups["link"].Success => Link(found.Value, mark),
            _ when found.Groups["email"].Success => mark(PersonalKind.Email),
            _ when found.Groups["address"].Success => mark(PersonalKind.Address),
            _ when found.Groups["date"].Success => mark(PersonalKind.Date),
            _ when found.Groups["code"].Success => mark(PersonalKind.Code),
            _ => mark(PersonalKind.Number),
        });
        return names.SelectMany(name => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(part => part.Length >= ShortestName).Distinct(StringComparer.OrdinalIgnoreCase)
            .Aggregate(told, (left, name) => Regex.Replace(left, $@"(?<![\p{{L}}\d\[]){Regex.Escape(name)}(?=s?(?![\p{{L}}\d]))", _ => mark(PersonalKind.Name), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
    }

    // What comes after the question mark is often somebody's own, and so is a long number in a path.
    static string Link(string link, Func<PersonalKind, string> mark)
    {
        var page = link.Split('?', '#')[0].TrimEnd('.', ',', ')');
        return page.Count(char.IsDigit) > 4 ? mark(PersonalKind.Link) : page;
    }

    // Hello Mette, ... My name is Jens Hansen. ... Kind regards, Jens
    [GeneratedRegex("""
        (?:\b(?i:hej|kære|hi|hello|dear|cześć|witaj|pani|panie|bună|dragă|stimat[ăe])\ +(?<name>\p{Lu}\p{L}+(?:\ \p{Lu}\p{L}+)?)(?=\s*[,!.\n]|$))
        |(?:\b(?i:jeg\ hedder|mit\ navn\ er|my\ name\ is|nazywam\ się|mam\ na\ imię|mă\ numesc|mă\ cheamă|numele\ meu\ este)\ +(?<name>\p{Lu}[\p{L}'-]+(?:\ \p{Lu}[\p{L}'-]+)*))
        |(?:\b(?i:mvh|hilsen|hilsner|kh|regards|thanks|pozdrawiam|poważaniem|stimă|salutări|mulțumesc)[,.!]?\s+(?<name>\p{Lu}[\p{L}'-]+(?:\ \p{Lu}[\p{L}'-]+)*)\s*$)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Introduced();

    [GeneratedRegex("""
        (?<link>\bhttps?://\S+)
        |(?<email>[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)
        |(?<keep>\b\d{1,2}[.:]\d{2}\s?(?:-|–|til|to|do|la)\s?\d{1,2}[.:]\d{2}\b)
        |(?<date>\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))\b)
        |(?<address>\b\p{Lu}[\p{L}.]*(?:\ \p{L}+)?(?:vej|gade|gaden|allé|stræde|plads|torv|vænget|boulevard)\ \d+\w?\b(?:,?\ (?:\d{4}\ )?\p{Lu}\p{L}+)?)
        |(?<address>\b(?i:ul|al|pl|os)\.\ ?\p{Lu}[\p{L}.\ -]*?\ \d+\w?(?:/\d+)?\b)
        |(?<address>\b(?i:str|strada|bd|bulevardul|calea|șos|aleea)\.?\ \p{Lu}[\p{L}.\ -]*?,?\ (?:nr\.?\ ?)?\d+\b)
        |(?<address>\b\d+\w?\ (?:\p{Lu}\p{L}+\ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square)\b)
        |(?<address>\b(?:\d{2}-\d{3}|(?!19|20)\d{4})\ \p{Lu}\p{Ll}+\b)
        |(?<number>(?<![\p{L}\d])(?:\+|00)?\d(?:[\ ()./-]{0,2}\d){6,}(?![\p{L}\d]))
        |(?<code>\b(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d][A-Z\d-]{4,}\b|\b[A-Z]{2,4}[\ -]?\d{4,}(?:-\d+)*\b|\b[a-z]{2,4}-?\d{4,}\b)
        |(?<number>\b\d{5,}\b)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Told();
}

public enum PersonalKind
{
    Name,
    Email,
    Address,
    Number,
    Code,
    Date,
    Link,
}
