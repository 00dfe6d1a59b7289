using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>
/// Completion rates that change at known instants, seen from now. A time t holds under changing rates where it holds under the
/// average rate from now to t: as many completions at an even pace. Exact for those who never give up, since then only the
/// number of completions counts.
/// </summary>
sealed class StaffPace
{
    const int Halvings = 60;

    readonly List<(double From, double Rate)> _periods = [];
    readonly double _horizon;

    /// <param name="horizon">Seconds from now after which nothing counts.</param>
    public StaffPace(IReadOnlyList<StaffPeriod> staff, Instant now, double horizon)
    {
        _horizon = horizon;
        foreach (var (from, rate) in staff.OrderBy(period => period.From))
        {
            var at = Math.Max(0, (from - now).TotalSeconds);
            if (_periods.Count > 0 && _periods[^1].From == at)
            {
                _periods.RemoveAt(_periods.Count - 1);
            }

            _periods.Add((at, rate));
        }
    }

    /// <summary>The average rate from now to <paramref name="until"/>, in completions per second.</summary>
    public double Over(double until)
    {
        var completions = 0.0;
        for (var i = 0; i < _periods.Count && _periods[i].From < until; i++)
        {
            var end = i + 1 < _periods.Count ? Math.Min(until, _periods[i + 1].From) : until;
            completions += (end - _periods[i].From) * _periods[i].Rate;
        }

        return completions / until;
    }

    /// <summary>The time that <paramref name="at"/> gives for an unchanging rate; null where it would be beyond the horizon.</summary>
    public double? Solve(Func<double, double> at)
    {
        if (_horizon <= 0 || at(Over(_horizon)) > _horizon)
        {
            return null;
        }

        // Within the first period there is nothing to average.
        if (_periods is [(0, var rate), ..] && at(rate) is var soon && soon <= (_periods.Count > 1 ? Math.Min(_horizon, _periods[1].From) : _horizon))
        {
            return soon;
        }

        var (low, high) = (0.0, _horizon);
        for (var i = 0; i < Halvings && high - low > 1e-3; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = at(Over(middle)) <= middle ? (low, middle) : (middle, high);
        }

        return high;
    }
}
