namespace Kanal.Web.Demo;

/// <summary>Which form of a noun goes with a number, by the rules of CLDR for the four languages.</summary>
static class Plural
{
    public static string Form(string language, int count) => language switch
    {
        "pl" => count == 1 ? "one" : count % 10 is >= 2 and <= 4 && count % 100 is not (>= 12 and <= 14) ? "few" : "many",
        "ro" => count == 1 ? "one" : count == 0 || count % 100 is >= 1 and <= 19 ? "few" : "other",
        _ => count == 1 ? "one" : "other",
    };
}
