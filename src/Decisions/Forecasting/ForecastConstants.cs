namespace Kanal.Decisions.Forecasting;

/// <summary>What a series is forecast with; found on its own past days.</summary>
/// <param name="HalfLife">Days after which a day counts half for the level.</param>
/// <param name="Memory">The share of a day's surprise that the next day keeps.</param>
/// <param name="Level">How quickly the level of the double-seasonal part learns (alpha).</param>
/// <param name="Day">How quickly its day does (delta).</param>
/// <param name="Week">How quickly its week does (omega).</param>
/// <param name="Echo">The share of a slot's surprise that the next slot keeps (phi).</param>
public sealed record ForecastConstants(double HalfLife, double Memory, double Level, double Day, double Week, double Echo)
{
    static readonly double[] _halfLives = [10, 20, 40];
    static readonly double[] _memories = [0.5, 0.8];
    static readonly double[] _levels = [0.003, 0.01, 0.03];
    static readonly double[] _days = [0.05, 0.1];
    static readonly double[] _weeks = [0.05, 0.1, 0.2];
    static readonly double[] _echoes = [0.5, 0.8];

    /// <summary>Where the past is too short to choose.</summary>
    public static ForecastConstants Usual { get; } = new(40, 0.8, 0.01, 0.1, 0.1, 0.5);

    /// <summary>Those that would have done best one day ahead on the days from <paramref name="from"/> to before <paramref name="until"/>; both parts are chosen by themselves.</summary>
    internal static ForecastConstants Choose(Past past, int from, int until)
    {
        var best = Usual;
        if (until <= from)
        {
            return best;
        }

        var lowest = double.PositiveInfinity;
        foreach (var (halfLife, memory) in from halfLife in _halfLives from memory in _memories select (halfLife, memory))
        {
            var level = new DayLevel(past, halfLife, memory);
            if (Missed(past, from, until, day => level.Predict(day, day - 1)) is var missed && missed < lowest)
            {
                (best, lowest) = (best with { HalfLife = halfLife, Memory = memory }, missed);
            }
        }

        lowest = double.PositiveInfinity;
        foreach (var other in from level in _levels from day in _days from week in _weeks from echo in _echoes select best with { Level = level, Day = day, Week = week, Echo = echo })
        {
            var seasonal = new DoubleSeasonal(past, other);
            if (Missed(past, from, until, day => seasonal.Learn(day).Predict(day)) is var missed && missed < lowest)
            {
                (best, lowest) = (other, missed);
            }
        }

        return best;
    }

    static double Missed(Past past, int from, int until, Func<int, double[]?> predict)
    {
        var sum = 0.0;
        for (var day = from; day < until; day++)
        {
            if (!past.IsSpecial(day) && predict(day) is { } means)
            {
                for (var slot = 0; slot < means.Length; slot++)
                {
                    var actual = past.Series[day, slot];
                    sum += double.IsNaN(actual) ? 0 : Math.Abs(actual - means[slot]);
                }
            }
        }

        return sum;
    }
}
