using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>
/// A clock that stands still while a site is closed, so that waiting can be counted by subtraction. In ticks; where its zero
/// lies has no meaning. Without a calendar it is the ordinary clock.
/// </summary>
sealed class OpenClock(OpeningCalendar? calendar)
{
    static readonly long Ahead = Duration.FromDays(28).BclCompatibleTicks;
    static readonly long Horizon = Duration.FromDays(3_660).BclCompatibleTicks;

    readonly List<Stretch> _stretches = [];
    long _from;
    long _to;
    long _before;
    long _after;
    int _last;

    /// <summary>What the clock shows at an instant.</summary>
    public long At(long instant) => calendar is null ? instant : Counted(instant);

    long Counted(long instant)
    {
        Cover(instant);
        if (_last < _stretches.Count && _stretches[_last].Holds(instant))
        {
            return _stretches[_last].Sum + instant - _stretches[_last].Start;
        }

        var (low, high) = (0, _stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _stretches[middle].Start <= instant ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return _before;
        }

        _last = low - 1;
        var stretch = _stretches[_last];
        return stretch.Sum + Math.Min(instant, stretch.End) - stretch.Start;
    }

    /// <summary>The first instant at which the clock shows <paramref name="sum"/>; <see cref="long.MaxValue"/> when that is ten years off.</summary>
    public long When(long sum)
    {
        if (calendar is null)
        {
            return sum;
        }

        while (_after < sum)
        {
            if (_to - _from > Horizon)
            {
                return long.MaxValue;
            }

            ExtendTo(_to + Ahead);
        }

        var (low, high) = (0, _stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _stretches[middle].Sum + _stretches[middle].Length < sum ? (middle + 1, high) : (low, middle);
        }

        return low == _stretches.Count ? _to : _stretches[low].Start + Math.Max(0, sum - _stretches[low].Sum);
    }

    void Cover(long instant)
    {
        if (_from == _to)
        {
            (_from, _to) = (instant, instant);
        }

        if (instant >= _to)
        {
            ExtendTo(instant + Ahead);
        }

        if (instant < _from)
        {
            var start = instant - Ahead;
            var earlier = Read(start, _from);
            _before -= earlier.Sum(it => it.Length);
            _stretches.InsertRange(0, Summed(earlier, _before));
            _from = start;
            _last = 0;
        }
    }

    void ExtendTo(long end)
    {
        _stretches.AddRange(Summed(Read(_to, end), _after));
        _to = end;
        _after = _stretches.Count == 0 ? _before : _stretches[^1].Sum + _stretches[^1].Length;
    }

    List<Stretch> Read(long start, long end) =>
        calendar is null ? [] : [.. calendar.OpenStretches(Instant.FromUnixTimeTicks(start), Instant.FromUnixTimeTicks(end))
            .Select(it => new Stretch(it.Start.ToUnixTimeTicks(), it.End.ToUnixTimeTicks(), 0))];

    static List<Stretch> Summed(List<Stretch> stretches, long sum)
    {
        for (var i = 0; i < stretches.Count; i++)
        {
            stretches[i] = stretches[i] with { Sum = sum };
            sum += stretches[i].Length;
        }

        return stretches;
    }

    readonly record struct Stretch(long Start, long End, long Sum)
    {
        public long Length => End - Start;

        public bool Holds(long instant) => Start <= instant && instant < End;
    }
}
