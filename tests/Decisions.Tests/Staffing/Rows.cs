using System.Globalization;

namespace Kanal.Decisions.Tests.Staffing;

/// <summary>A row of reference figures; an empty cell is not compared.</summary>
static class Rows
{
    public static TheoryData<string> Of(string file) => [.. Reference.Rows(file).Select(row => row["id"])];

    public static IReadOnlyDictionary<string, string> Row(string file, string id) => Reference.Rows(file).Single(row => row["id"] == id);

    public static double Number(this IReadOnlyDictionary<string, string> row, string name) => Read(row[name]);

    public static double[] Numbers(this IReadOnlyDictionary<string, string> row, string name) => [.. row[name].Split(' ').Select(Read)];

    public static void Is(this IReadOnlyDictionary<string, string> row, string name, double found, double relative = 1e-9)
    {
        if (row[name] != "")
        {
            Near(row.Number(name), found, relative, name);
        }
    }

    public static void Near(double expected, double found, double relative, string name) =>
        Assert.True(expected.Equals(found) || Math.Abs(expected - found) <= relative * Math.Abs(expected), $"{name}: {found:R} is not {expected:R}");

    static double Read(string text) => text == "inf" ? double.PositiveInfinity : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
