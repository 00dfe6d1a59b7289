namespace Kanal.Decisions.Simulation;

/// <summary>The visitors of one kind, one after the other.</summary>
abstract class Comings
{
    public static Comings Of(VisitorKind kind, Streams chance, long start) => kind.Arrivals switch
    {
        PoissonArrivals poisson => new ByChance(poisson.Rates, chance.For(Purpose.Arrival), start),
        RecordedArrivals recorded => new AsRecorded(recorded.Visitors, start),
        _ => throw new ArgumentException($"No way of coming is known as {kind.Arrivals.GetType().Name}.", nameof(kind)),
    };

    /// <summary>When the next one comes, in ticks; <see cref="long.MaxValue"/> when nobody comes any more.</summary>
    /// <param name="record">Its place among those who were recorded; -1 for none of them.</param>
    public abstract long Next(out int record);

    sealed class ByChance : Comings
    {
        readonly (double From, double PerSecond)[] _rates;
        readonly long _start;
        Chance _chance;
        int _at;
        double _now;

        public ByChance(IReadOnlyList<ArrivalRate> rates, Chance chance, long start)
        {
            (_start, _chance) = (start, chance);
            _rates = [.. rates.Select(rate => (rate.From == NodaTime.Instant.MinValue ? 0 : (rate.From.ToUnixTimeTicks() - start) / (double)TimeSpan.TicksPerSecond, rate.PerHour / 3_600))];
        }

        public override long Next(out int record)
        {
            record = -1;
            // The same share of chance is used up in a busy hour as in many quiet ones.
            var left = Ziggurat.Exponential(ref _chance);
            for (; _at < _rates.Length; _at++)
            {
                var from = Math.Max(_now, _rates[_at].From);
                var until = _at + 1 < _rates.Length ? _rates[_at + 1].From : double.PositiveInfinity;
                var rate = _rates[_at].PerSecond;
                if (until <= from || rate <= 0)
                {
                    continue;
                }

                if (left <= rate * (until - from))
                {
                    _now = from + left / rate;
                    return _start + (long)(_now * TimeSpan.TicksPerSecond);
                }

                left -= rate * (until - from);
                _now = until;
            }

            return long.MaxValue;
        }
    }

    sealed class AsRecorded(IReadOnlyList<RecordedVisitor> visitors, long start) : Comings
    {
        int _next;

        public override long Next(out int record)
        {
            while (_next < visitors.Count)
            {
                record = _next++;
                if (visitors[record].At.ToUnixTimeTicks() is var at && at >= start)
                {
                    return at;
                }
            }

            record = -1;
            return long.MaxValue;
        }
    }
}
