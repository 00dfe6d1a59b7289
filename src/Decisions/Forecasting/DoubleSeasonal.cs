namespace Kanal.Decisions.Forecasting;

/// <summary>
/// Double-seasonal exponential smoothing with an echo of the last surprise, on <c>sqrt(y + 1/4)</c>, which makes the noise of
/// counts even (J. W. Taylor, Short-term electricity demand forecasting using double seasonal exponential smoothing, Journal of
/// the Operational Research Society 54, 2003). Holes and special days teach it nothing.
/// </summary>
sealed class DoubleSeasonal
{
    public const int FewestDays = 14;

    readonly Past _past;
    readonly ForecastConstants _its;
    readonly int _slots;
    readonly double[] _day;
    readonly double[] _week;
    readonly bool[] _seen;
    double _level;
    double _surprise;
    int _next;

    public DoubleSeasonal(Past past, ForecastConstants constants)
    {
        (_past, _its, _slots) = (past, constants, past.Series.SlotsPerDay);
        (_day, _week, _seen) = (new double[_slots], new double[7 * _slots], new bool[_slots]);
        Start();
    }

    /// <summary>Takes in the days before one.</summary>
    public DoubleSeasonal Learn(int until)
    {
        for (; _next < until; _next++)
        {
            if (_past.IsSpecial(_next))
            {
                _surprise = 0;
                continue;
            }

            for (var slot = 0; slot < _slots; slot++)
            {
                var actual = _past.Series[_next, slot];
                _surprise *= _its.Echo;
                if (!double.IsNaN(actual))
                {
                    Learn(_next % 7 * _slots + slot, slot, Math.Sqrt(actual + 0.25));
                }
            }
        }

        return this;
    }

    /// <summary>A day not before the last that was taken in; null where too little is known.</summary>
    public double[]? Predict(int day)
    {
        if (Math.Min(_next, _past.Series.Days) < FewestDays)
        {
            return null;
        }

        var means = new double[_slots];
        for (var slot = 0; slot < _slots; slot++)
        {
            var root = _level + _day[slot] + _week[day % 7 * _slots + slot] + Math.Pow(_its.Echo, (day - _next) * _slots + slot + 1) * _surprise;
            means[slot] = _seen[slot] && root > 0 ? Math.Max(0, root * root - 0.25) : 0;
        }

        return means;
    }

    void Learn(int ofWeek, int slot, double root)
    {
        var error = root - (_level + _day[slot] + _week[ofWeek] + _surprise);
        _level += _its.Level * error;
        _day[slot] += _its.Day * error;
        _week[ofWeek] += _its.Week * error;
        _surprise += error;
        _seen[slot] = true;
    }

    // The first two weeks: their mean, then each slot's of the day, then each slot's of the week.
    void Start()
    {
        var first = (from day in Enumerable.Range(0, Math.Min(FewestDays, _past.Series.Days))
                     where !_past.IsSpecial(day)
                     from slot in Enumerable.Range(0, _slots)
                     where !double.IsNaN(_past.Series[day, slot])
                     select (Day: day, Slot: slot, Root: Math.Sqrt(_past.Series[day, slot] + 0.25))).ToList();
        if (first.Count == 0)
        {
            return;
        }

        _level = first.Average(it => it.Root);
        foreach (var its in first.GroupBy(it => it.Slot))
        {
            _day[its.Key] = its.Average(it => it.Root) - _level;
            _seen[its.Key] = true;
        }

        foreach (var its in first.GroupBy(it => it.Day % 7 * _slots + it.Slot))
        {
            _week[its.Key] = its.Average(it => it.Root) - _level - _day[its.Key % _slots];
        }
    }
}
