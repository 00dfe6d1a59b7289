namespace Kanal.Decisions.Simulation;

/// <summary>Counts what happens, by interval.</summary>
sealed class Tally(Scenario scenario)
{
    readonly long _start = (scenario.Start + scenario.WarmUp).ToUnixTimeTicks();
    readonly long _interval = Math.Max(1, scenario.Interval.BclCompatibleTicks);

    (long From, long Until, int Place) _at;

    public RunResult Result { get; } = new(scenario.Channels.Count, scenario.Intervals);

    /// <summary>Where what happens now is counted; -1 where it is not.</summary>
    public int At(long now)
    {
        if (now < _start)
        {
            return -1;
        }

        if (now < _at.From || now >= _at.Until)
        {
            var place = (now - _start) / _interval;
            _at = (_start + place * _interval, _start + (place + 1) * _interval, (int)Math.Min(place, scenario.Intervals - 1));
        }

        return _at.Place;
    }

    /// <summary>How long an interval lasts; the last may be cut short.</summary>
    public double SecondsOf(int interval) => Clock.Seconds(Math.Min(_interval, scenario.End.ToUnixTimeTicks() - _start - interval * _interval));

    public Gauge Gauge() => new(_start, _interval, scenario.Intervals);

    public void Come(Contact contact)
    {
        if (contact.Interval >= 0)
        {
            Result.At(contact.Way.Number, contact.Interval).Offered++;
            Result.At(contact.Interval).Contacts++;
        }
    }

    /// <summary>Somebody looked for the answer themselves. Who did not find it has not given up: they ask again for somebody.</summary>
    public void Read(Way way, int interval, bool solved)
    {
        if (interval >= 0)
        {
            var found = solved ? 1 : 0;
            ref var counts = ref Result.At(way.Number, interval);
            counts.Offered++;
            counts.Answered += found;
            counts.Within += found;
            Result.At(interval).Deflected += found;
        }
    }

    public void Answer(Contact contact, double wait)
    {
        if (contact.Interval >= 0)
        {
            ref var counts = ref Result.At(contact.Way.Number, contact.Interval);
            counts.Answered++;
            counts.AnswerWait += wait;
            counts.Within += wait <= contact.TargetSeconds ? 1 : 0;
        }
    }

    public void Abandon(Contact contact, double wait)
    {
        if (contact.Interval >= 0)
        {
            ref var counts = ref Result.At(contact.Way.Number, contact.Interval);
            counts.Abandoned++;
            counts.AbandonedWait += wait;
        }
    }

    public void Handle(Contact contact, double seconds, bool left)
    {
        if (contact.Interval >= 0)
        {
            ref var counts = ref Result.At(contact.Way.Number, contact.Interval);
            counts.Handled++;
            counts.Left += left ? 1 : 0;
            counts.Handling += seconds;
            Result.At(contact.Interval).Cost += contact.Way.Spec.ContactCost;
        }
    }
}
