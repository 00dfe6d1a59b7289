using System.Globalization;
using System.Text.RegularExpressions;
using Kanal.Decisions.Experiments;

namespace Kanal.Decisions.Tests.Experiments;

public sealed partial class ExperimentReferenceTests
{
    public static TheoryData<string> Cases => [.. Reference.Rows("experiment.csv").Select(row => row["id"])];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Figures_are_those_of_the_reference(string id)
    {
        var row = Reference.Rows("experiment.csv").Single(row => row["id"] == id);
        var given = row["input"];
        var found = row["kind"] switch
        {
            "two_proportion" => Compared(TwoProportions.Of(Arm(given, "treated"), Arm(given, "holdout"))),
            "sample_size" => Size(SampleSize.Of(Number(given, "base"), Number(given, "uplift"), Number(given, "share"), Number(given, "power"), Number(given, "alpha"))!),
            "mSPRT_normal_mixture" => Valid(AlwaysValid.Of(Arm(given, "treated"), Arm(given, "holdout"), Number(given, "tau"), Number(given, "alpha"))),
            "srm_chi2" => Shares(ShareMismatch.Of(Parts(given, "observed"), Parts(given, "expected"))),
            "cuped" => Sharpened(Cuped.Of(Pairs(given, "1"), Pairs(given, "0"))),
            var kind => throw new NotSupportedException(kind),
        };

        foreach (var (name, expected) in Results(row["result"]))
        {
            Assert.Equal(expected.Length, found[name].Length);
            foreach (var (number, it) in expected.Zip(found[name]))
            {
                Assert.Equal(double.IsNaN(number), it is null);
                Assert.True(it is null || Math.Abs(number - it.Value) <= 1e-8 * Math.Abs(number) + 1e-15, $"{name}: {it} is not {number}");
            }
        }
    }

    static Dictionary<string, double?[]> Compared(TwoProportions it) =>
        new() { ["diff"] = [it.Difference], ["z_pooled"] = [it.Z], ["p_two_sided"] = [it.P], ["ci95_unpooled"] = [it.Low, it.High], ["relative_uplift"] = [it.RelativeUplift] };

    static Dictionary<string, double?[]> Size(SampleSize it) => new() { ["total_visitors"] = [it.Total], ["holdout"] = [it.Holdout] };

    static Dictionary<string, double?[]> Valid(AlwaysValid it) => new() { ["V"] = [it.V], ["Lambda"] = [it.Lambda], ["p_always_valid"] = [it.P], ["cs95"] = [it.Low, it.High] };

    static Dictionary<string, double?[]> Shares(ShareMismatch it) => new() { ["chi2"] = [it.ChiSquare], ["p"] = [it.P] };

    static Dictionary<string, double?[]> Sharpened(Cuped it) =>
        new() { ["theta"] = [it.Theta], ["diff_raw"] = [it.Raw], ["diff_cuped"] = [it.Adjusted], ["var_raw"] = [it.RawVariance], ["var_cuped"] = [it.AdjustedVariance] };

    static IEnumerable<(string Name, double[] Numbers)> Results(string text) =>
        text.Split(';').Select(part => part.Split('=')).Select(part => (part[0], (double[])[.. part[1].Trim('[', ']').Split(',').Select(Read)]));

    static double Number(string given, string name) => Read(Regex.Match(given, $@"{name} ([-\d.e]+)").Groups[1].Value);

    static double[] Parts(string given, string name) => [.. Regex.Match(given, $@"{name} ([\d./]+)").Groups[1].Value.Split('/').Select(Read)];

    static Arm Arm(string given, string name) => Parts(given, name) is [var conversions, var visitors] ? new((long)conversions, (long)visitors) : default;

    static List<(double Y, double X)> Pairs(string given, string arm) => [.. Row(given, $"Y{arm}").Zip(Row(given, $"X{arm}"))];

    static IEnumerable<double> Row(string given, string name) => Words().Replace(Regex.Match(given, $@"{name}=([\d ]+)").Groups[1].Value.Trim(), " ").Split(' ').Select(Read);

    static double Read(string text) => text == "nan" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(" +")]
    private static partial Regex Words();
}
