using Kanal.Decisions.Simulation;
using MathNet.Numerics.Distributions;

namespace Kanal.Decisions.Tests.Simulation;

public sealed class ExactTests
{
    [Fact]
    public void Own_logarithm_exponential_and_quantile_are_those_of_the_books()
    {
        for (var i = 1; i < 2_000; i++)
        {
            var (share, large) = (i / 2_000.0, Math.Pow(1.01, i - 1_000));
            Assert.Equal(Math.Log(large), Exact.Ln(large), 1e-13);
            Assert.Equal(1, Exact.Exp((i - 1_000) / 20.0) / Math.Exp((i - 1_000) / 20.0), 1e-13);
            Assert.Equal(Normal.InvCDF(0, 1, share), Exact.Normal(share), 1e-9);
        }

        foreach (var near in new[] { 1, Math.BitIncrement(1), Math.BitDecrement(1), 1 - 1e-9, 1 + 1e-9, Math.Sqrt(0.5), Math.Sqrt(2), 1.0 / (1ul << 54) })
        {
            Assert.Equal(Math.Log(near), Exact.Ln(near), 1e-15 * Math.Max(1e-9, Math.Abs(Math.Log(near))));
        }

        Assert.Equal(Normal.InvCDF(0, 1, 1e-12), Exact.Normal(1e-12), 1e-7);
    }

    [Fact]
    public void Exponential_draws_are_spread_as_the_logarithm_of_even_ones()
    {
        const int Draws = 1_000_000;
        var chance = Streams.Of(1, 2).For(Purpose.Handle);
        var drawn = Enumerable.Range(0, Draws).Select(_ => Draw.Exponential(1).Take(ref chance)).Order().ToArray();
        // Kolmogorov and Smirnov: seen once in ten thousand times where there is no difference.
        var furthest = drawn.Index().Max(draw => Math.Abs(1 - Math.Exp(-draw.Item) - (draw.Index + 0.5) / Draws));
        Assert.True(furthest < 2.23 / Math.Sqrt(Draws), $"{furthest}");
        // The tail begins at 7.7 and has one in 2,203.
        Assert.Equal(Draws * Math.Exp(-9), drawn.Count(draw => draw > 9), 4 * Math.Sqrt(Draws * Math.Exp(-9)));
        Assert.True(drawn[0] > 0);
    }

    [Fact]
    public void Draws_have_the_mean_that_is_asked_for()
    {
        foreach (var draw in new[] { Draw.Exponential(300), Draw.LogNormal(300, 0.8), Draw.Uniform(100, 500), Draw.Constant(300), Draw.Measured([200, 400]) })
        {
            var chance = Streams.Of(1, 1).For(Purpose.Handle);
            var sum = 0.0;
            for (var i = 0; i < 20_000; i++)
            {
                sum += draw.Take(ref chance);
            }

            Assert.Equal(draw.Mean, sum / 20_000, 8.0);
        }
    }
}
