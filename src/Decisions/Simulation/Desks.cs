namespace Kanal.Decisions.Simulation;

/// <summary>Agents at work: how far each conversation has come, and what is finished next.</summary>
sealed class Desks(IReadOnlyList<Desk> all, IReadOnlyList<Way> ways, EventCalendar calendar, Gauge busy, Gauge signedIn)
{
    readonly Lane[] _lanes = [.. all.SelectMany(desk => desk.Lanes)];
    readonly Dictionary<long, Desk> _byAgent = all.ToDictionary(desk => desk.Id);

    public IReadOnlyList<Desk> All => all;

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
        lane.Contacts.Add(contact);
        contact.Finish = lane.Progress + contact.Work;
        way.Held.Add(1, now);
        if (lane.Contacts.Count == 1)
        {
            way.Desks.Add(1, now);
        }

        Count(desk, way, 1, now);
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
        var first = ReferenceEquals(lane.Contacts[0], contact);
        lane.Remove(contact);
        contact.Work = Math.Max(0, way.Spec.Interruptible && !first ? contact.Work : contact.Finish - lane.Progress);
        contact.Desk = null;
        lane.IsPlanned = false;
        if (first && way.Spec.Interruptible)
        {
            Open(lane);
        }

        way.Held.Add(-1, now);
        if (lane.Contacts.Count == 0)
        {
            way.Desks.Add(-1, now);
        }

        Count(desk, way, -1, now);
    }

    /// <summary>Plans what a lane does next, unless that has been done since something left it.</summary>
    public void Settled(Lane lane, long now)
    {
        if (!lane.IsPlanned)
        {
            Plan(lane, now);
        }
    }

    /// <summary>The customer has left and the agent still owes the rest.</summary>
    public void WrapUp(Contact contact, Lane lane, long now)
    {
        contact.WrappingUp = true;
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
        if (way.Spec.Interruptible)
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

        Recount(desk, now);
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
            if (way.Spec.Interruptible && desk.Lanes[way.Number].Contacts.Count > 0)
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
            var left = Math.Max(0, lane.FirstDone().Finish - lane.Progress) / lane.Speed;
            if (left < Clock.Horizon)
            {
                lane.DoneAt = now + Clock.Ticks(left);
                calendar.Add(lane.DoneAt, Happening.Work, lane.Number);
            }
        }
    }

    double SpeedOf(Lane lane)
    {
        if (lane.Contacts.Count == 0)
        {
            return 0;
        }

        var desk = lane.Desk;
        if (!lane.Way.Spec.Interruptible)
        {
            return lane.Way.SpeedAt(lane.Contacts.Count);
        }

        // One letter after the other; where they come on several channels, in turns.
        return desk.Live > 0 || !desk.Present ? 0 : 1.0 / ways.Count(other => other.Spec.Interruptible && desk.Lanes[other.Number].Contacts.Count > 0);
    }

    static void Open(Lane lane)
    {
        if (lane.Contacts.Count > 0)
        {
            lane.Contacts[0].Finish = lane.Progress + lane.Contacts[0].Work;
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
