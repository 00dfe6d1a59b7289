namespace Kanal.Decisions.Simulation;

/// <summary>Agents at work: how far each conversation has come, and what is finished next.</summary>
sealed class Desks(Desk[] all, Way[] ways, EventCalendar calendar, Gauge busy, Gauge signedIn)
{
    readonly Lane[] _lanes = [.. all.SelectMany(desk => desk.Lanes)];
    readonly Dictionary<long, Desk> _byAgent = all.ToDictionary(desk => desk.Id);

    /// <summary>Of the agent whom the router knows by this number.</summary>
    public Desk At(int number) => all[number];

    public Desk Of(long agent) => _byAgent[agent];

    public Lane LaneOf(in Coming coming) => _lanes[coming.Which];

    /// <summary>A conversation is this agent's from now on.</summary>
    public void Take(Contact contact, Desk desk, long now)
    {
        contact.Desk = desk;
        contact.Begun = now;
        var way = contact.Way;
        var lane = desk.Lanes[way.Number];
        lane.Settle(now);
        lane.Add(contact);
        contact.Finish = lane.Progress + contact.Work;
        Count(desk, way, 1, now);
        if (!lane.IsLeft)
        {
            Recount(lane, now);
        }

        Plan(lane, now);
    }

    /// <summary>A conversation leaves its agent's hands, finished or not; its lane is planned anew by <see cref="Settled"/>.</summary>
    public void Drop(Contact contact, long now)
    {
        if (contact.Desk is not { } desk)
        {
            return;
        }

        var way = contact.Way;
        var lane = desk.Lanes[way.Number];
        lane.Settle(now);
        var first = ReferenceEquals(lane.First, contact);
        lane.Remove(contact);
        contact.Work = Math.Max(0, way.Interruptible && !first ? contact.Work : contact.Finish - lane.Progress);
        contact.Desk = null;
        (lane.IsPlanned, lane.IsLeft) = (false, true);
        if (first && way.Interruptible)
        {
            Open(lane);
        }

        Count(desk, way, -1, now);
    }

    /// <summary>Plans what a lane does next, unless that has been done since something left it. Only now is it counted: mostly something else has come.</summary>
    public void Settled(Lane lane, long now)
    {
        lane.IsLeft = false;
        Recount(lane, now);
        if (!lane.IsPlanned)
        {
            Plan(lane, now);
        }
    }

    /// <summary>The customer has left and the agent still owes the rest.</summary>
    public void WrapUp(Contact contact, Lane lane, long now)
    {
        contact.Finish = lane.Progress + contact.WrapUp;
        Plan(lane, now);
    }

    public void Arrive(Desk desk, long now)
    {
        desk.Present = true;
        Recount(desk, now);
        PlanLetters(desk, now);
    }

    public void Leave(Desk desk, long now)
    {
        desk.Present = false;
        Recount(desk, now);
        PlanLetters(desk, now);
    }

    void Count(Desk desk, Way way, int change, long now)
    {
        if (way.Interruptible)
        {
            desk.Letters += change;
            if (desk.Letters > 0)
            {
                PlanLetters(desk, now);
            }
        }
        else
        {
            var before = desk.Live;
            desk.Live += change;
            if (desk.Letters > 0 && (before == 0 || desk.Live == 0))
            {
                PlanLetters(desk, now);
            }
        }
    }

    void Recount(Lane lane, long now)
    {
        var (way, held) = (lane.Way, lane.Count);
        if (held != lane.Counted)
        {
            way.Held.Add(held - lane.Counted, now);
            way.Desks.Add(Math.Sign(held) - Math.Sign(lane.Counted), now);
            lane.Counted = held;
        }

        Recount(lane.Desk, now);
    }

    void Recount(Desk desk, long now)
    {
        if (desk.IsBusy != desk.WasBusy)
        {
            desk.WasBusy = desk.IsBusy;
            busy.Add(desk.WasBusy ? 1 : -1, now);
        }

        if (desk.IsSignedIn != desk.WasSignedIn)
        {
            desk.WasSignedIn = desk.IsSignedIn;
            signedIn.Add(desk.WasSignedIn ? 1 : -1, now);
        }
    }

    void PlanLetters(Desk desk, long now)
    {
        foreach (var way in ways)
        {
            if (way.Interruptible && desk.Lanes[way.Number].Count > 0)
            {
                Plan(desk.Lanes[way.Number], now);
            }
        }
    }

    void Plan(Lane lane, long now)
    {
        lane.Settle(now);
        lane.IsPlanned = true;
        lane.DoneAt = long.MaxValue;
        lane.Speed = SpeedOf(lane);
        if (lane.Speed > 0)
        {
            var work = lane.FirstDone().Finish - lane.Progress;
            work = work > 0 ? work : 0;
            // A division is what everything else would wait for.
            var left = lane.Speed == 1 ? work : work / lane.Speed;
            if (left < Clock.Horizon)
            {
                lane.DoneAt = now + Clock.Ticks(left);
                calendar.Add(lane.DoneAt, Happening.Work, lane.Number);
            }
        }
    }

    double SpeedOf(Lane lane) =>
        lane.Count == 0 ? 0
        : !lane.Way.Interruptible ? lane.Way.SpeedAt(lane.Count)
        : lane.Desk.Live > 0 || !lane.Desk.Present ? 0
        : SpeedOfLetters(lane.Desk);

    // One letter after the other; where they come on several channels, in turns.
    double SpeedOfLetters(Desk desk) => 1.0 / ways.Count(other => other.Interruptible && desk.Lanes[other.Number].Count > 0);

    static void Open(Lane lane)
    {
        if (lane.Count > 0)
        {
            lane.First.Finish = lane.Progress + lane.First.Work;
        }
    }
}

/// <summary>Seconds as ticks.</summary>
static class Clock
{
    /// <summary>What takes longer does not happen: three centuries of seconds.</summary>
    public const double Horizon = 1e10;

    public static long Ticks(double seconds) => double.ConvertToIntegerNative<long>(Math.Ceiling((seconds < Horizon ? seconds : Horizon) * TimeSpan.TicksPerSecond));

    public static double Seconds(long ticks) => ticks / (double)TimeSpan.TicksPerSecond;
}
