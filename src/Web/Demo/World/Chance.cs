namespace Kanal.Web.Demo.World;

static class Chance
{
    public static T Of<T>(this Random chance, IReadOnlyList<T> choices) => choices[chance.Next(choices.Count)];

    public static double Between(this Random chance, double from, double to) => from + ((to - from) * chance.NextDouble());

    public static bool Says(this Random chance, double probability) => chance.NextDouble() < probability;

    /// <summary>The language of the next customer: mostly Danish, as the agency is.</summary>
    public static string Language(this Random chance) => chance.NextDouble() switch
    {
        < 0.45 => "da",
        < 0.65 => "pl",
        < 0.82 => "en",
        _ => "ro",
    };

    /// <summary>1 to 5, mostly content.</summary>
    public static int Score(this Random chance) => chance.NextDouble() switch
    {
        < 0.60 => 5,
        < 0.85 => 4,
        < 0.94 => 3,
        < 0.98 => 2,
        _ => 1,
    };
}
