namespace Kanal.Decisions.Phones;

/// <summary>Numbers of countries whose plans we do not know: the country must exist, the length be possible, the range not be dear.</summary>
static class ForeignNumbers
{
    const int Shortest = 8;
    const int Longest = 15;

    // E.164: zones in which codes have one or two digits; everywhere else they have three.
    static readonly string[] _short =
    [
        "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58",
        "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    // Beginnings that E.164 gives to no country, and the codes of satellites and networks, where a call costs what it likes.
    static readonly string[] _unassigned = ["210", "214", "215", "217", "219", "259", "28", "384", "386999", "693", "694", "695", "696", "697", "698", "699", "801", "802", "803", "804", "805", "806", "807", "809", "83", "854", "857", "858", "859", "89", "969", "978", "990", "991", "997", "999"];

    static readonly string[] _premium =
    [
        "1900", "1976", "31900", "31906", "31909", "3389", "34803", "34806", "34807", "34905", "39892", "39899", "4190", "43900", "43901", "43930", "43931", "43939",
        "449", "4487", "46900", "46939", "46944", "4782", "49900", "49137", "35890", "3531550", "808", "87", "881", "882", "883", "888", "979",
    ];

    public static PhoneFault Check(string digits)
    {
        if (digits.Length is < Shortest or > Longest)
        {
            return digits.Length < Shortest ? PhoneFault.TooShort : PhoneFault.TooLong;
        }

        return Begins(digits, _unassigned) || digits[0] == '0' ? PhoneFault.NotAssigned
            : Begins(digits, _premium) ? PhoneFault.Premium
            : PhoneFault.None;
    }

    /// <summary>How many digits the country code has.</summary>
    public static int CodeLength(string digits) => _short.FirstOrDefault(code => digits.StartsWith(code, StringComparison.Ordinal))?.Length ?? 3;

    static bool Begins(string digits, string[] ranges) => ranges.Any(range => digits.StartsWith(range, StringComparison.Ordinal));
}
