using System.Globalization;

namespace Kanal.Centre.Texts;

/// <summary>Which form of a word goes with a number (Unicode's plural rules, for whole numbers).</summary>
static class Plural
{
    /// <summary>How many forms a language has.</summary>
    public static int Forms(string language) => language is "pl" or "ro" ? 3 : 2;

    /// <returns>From 0: one and other; in Polish one, few and many; in Romanian one, few and other.</returns>
    public static int Of(object value, string language)
    {
        var number = value is string ? 0 : (long)Math.Abs(Convert.ToDouble(value, CultureInfo.InvariantCulture));
        return number == 1 ? 0 : language switch
        {
            "pl" => number % 10 is >= 2 and <= 4 && number % 100 is not (>= 12 and <= 14) ? 1 : 2,
            "ro" => number == 0 || number % 100 is >= 1 and <= 19 ? 1 : 2,
            _ => 1,
        };
    }
}
