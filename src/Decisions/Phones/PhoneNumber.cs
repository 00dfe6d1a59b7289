using System.Text;

namespace Kanal.Decisions.Phones;

/// <summary>A telephone number that can be called, as E.164 writes it.</summary>
public sealed record PhoneNumber
{
    const int LongestText = 40;

    PhoneNumber(string e164) => E164 = e164;

    /// <summary>A plus sign and 8 to 15 digits.</summary>
    public string E164 { get; }

    /// <summary>Reads what a person wrote.</summary>
    /// <param name="text">With or without country code; spaces, dashes, dots, slashes and brackets do not matter.</param>
    /// <param name="country">The country (ISO 3166) to assume where none is written; null for none.</param>
    /// <returns>The number, or null with the reason in <paramref name="fault"/>.</returns>
    public static PhoneNumber? Read(string? text, string? country, out PhoneFault fault)
    {
        if (Digits(text) is not { } written)
        {
            fault = PhoneFault.NotANumber;
            return null;
        }

        if (written[0] != '+')
        {
            if (NumberPlan.All.FirstOrDefault(plan => plan.Country == country) is not { } here)
            {
                fault = PhoneFault.CountryNeeded;
                return null;
            }

            var inside = here.Inside(written);
            fault = here.Check(inside);
            return fault == PhoneFault.None ? new PhoneNumber($"+{here.Code}{inside}") : null;
        }

        var digits = written[1..];
        fault = PlanOf(digits) is { } plan ? plan.Check(digits[plan.Code.Length..]) : ForeignNumbers.Check(digits);
        return fault == PhoneFault.None ? new PhoneNumber(written) : null;
    }

    /// <summary>A number that was read before; as it stands where it can no longer be.</summary>
    public static string Shown(string e164) => Read(e164, null, out _)?.ToString() ?? e164;

    /// <summary>For people to read: the country code, then groups as the country writes them.</summary>
    public override string ToString()
    {
        var digits = E164[1..];
        return PlanOf(digits) is { } plan ? Grouped(plan.Code, digits, plan.Groups) : Grouped(digits[..ForeignNumbers.CodeLength(digits)], digits, []);
    }

    /// <summary>The country to assume for a visitor: their locale's region or language, else the language of the site; null where neither tells.</summary>
    public static string? CountryOf(string? locale, string? siteLanguage) => Country(locale) ?? (Region(locale) is null ? Country(siteLanguage) : null);

    static string? Country(string? locale) => Region(locale) switch
    {
        { } region => NumberPlan.All.FirstOrDefault(plan => plan.Country.Equals(region, StringComparison.OrdinalIgnoreCase))?.Country,
        null => locale?.Split('-', '_')[0].ToUpperInvariant() switch
        {
            "DA" => "DK",
            "PL" => "PL",
            "RO" => "RO",
            _ => null,
        },
    };

    static string? Region(string? locale) => locale?.Split('-', '_').Skip(1).FirstOrDefault(part => part.Length == 2);

    static NumberPlan? PlanOf(string digits) => NumberPlan.All.FirstOrDefault(plan => digits.StartsWith(plan.Code, StringComparison.Ordinal));

    static string Grouped(string code, string digits, int[] groups)
    {
        var text = new StringBuilder("+").Append(code);
        for (int at = code.Length, i = 0; at < digits.Length; i++)
        {
            var length = Math.Min(i < groups.Length ? groups[i] : 3, digits.Length - at);
            // No digit stands alone at the end.
            length = digits.Length - at - length == 1 ? length - 1 : length;
            text.Append(' ').Append(digits.AsSpan(at, length));
            at += length;
        }

        return text.ToString();
    }

    // A plus or 00 in front and digits; "+44 (0)20" is how some write a trunk prefix that is not dialled from abroad.
    static string? Digits(string? text)
    {
        if (text is null || text.Length > LongestText)
        {
            return null;
        }

        var plain = text.Trim();
        plain = plain.StartsWith('+') ? plain.Replace("(0)", "", StringComparison.Ordinal) : plain;
        var digits = new StringBuilder(plain.Length);
        foreach (var letter in plain)
        {
            if (char.IsAsciiDigit(letter) || (letter == '+' && digits.Length == 0))
            {
                digits.Append(letter);
            }
            else if (!char.IsWhiteSpace(letter) && letter is not ('-' or '.' or '/' or '(' or ')' or '\u2010' or '\u2011' or '\u2013'))
            {
                return null;
            }
        }

        var written = digits.ToString();
        written = written.StartsWith("00", StringComparison.Ordinal) ? $"+{written[2..]}" : written;
        return written is "" or "+" ? null : written;
    }
}
