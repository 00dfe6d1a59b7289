namespace Kanal.Decisions.Staffing;

/// <summary>Who is free in each slot, while channels take their people.</summary>
sealed class ReadyStaffing(ReadinessQuestion question)
{
    const int MostPerHour = 1 << 14;

    readonly List<ReadinessPerson> _people = [.. question.People.OrderBy(person => person.Channels.Count).ThenBy(person => person.Id, StringComparer.Ordinal)];
    readonly Dictionary<int, HashSet<string>> _taken = [];
    readonly Dictionary<(Workload, StaffingTargets), RequiredStaff?> _required = [];
    readonly Dictionary<(UnknownDemand, int), int> _room = [];

    /// <summary>A channel that is open: all who serve it do, with what the other open ones bring them on their shoulders.</summary>
    public ReadySlot Open(ChannelDemand demand, int slot, Workload work)
    {
        var there = _people.FindAll(person => person.Slots.Contains(slot));
        var own = there.FindAll(person => person.Channels.Contains(demand.Channel));
        // As if all that comes to these people were of this channel.
        var all = work.PerHour > 0 ? work with { PerHour = work.PerHour + Math.Round(Elsewhere(demand, slot, there, own) / (work with { PerHour = 1 }).Occupies, 1) } : work;
        var ready = Look(demand, slot, work, all, own.Count);
        var taken = Taken(slot);
        var more = Math.Min(ready.Required > 0 || ready.CanOpen ? ready.Required : own.Count, own.Count) - own.Count(person => taken.Contains(person.Id));
        taken.UnionWith(own.Where(person => !taken.Contains(person.Id)).Take(Math.Max(0, more)).Select(person => person.Id));
        return ready;
    }

    /// <summary>A channel that is closed: with the people whom the open ones don't need.</summary>
    public ReadySlot Closed(ChannelDemand demand, int slot, Workload work) => Look(demand, slot, work, work, Free(demand.Channel, slot));

    /// <summary>A channel of which nothing is known: how much these people could carry.</summary>
    public RoomSlot Room(UnknownDemand demand, int slot)
    {
        var free = Free(demand.Channel, slot);
        if (!_room.TryGetValue((demand, free), out var most))
        {
            var (enough, tooMany) = (0, 1);
            for (; tooMany < MostPerHour && Suffice(tooMany); tooMany *= 2)
            {
                enough = tooMany;
            }

            while (tooMany - enough > 1)
            {
                var middle = (enough + tooMany) / 2;
                (enough, tooMany) = Suffice(middle) ? (middle, tooMany) : (enough, middle);
            }

            _room[(demand, free)] = most = enough;
        }

        return new RoomSlot(slot, free, most);

        bool Suffice(int perHour) => free > 0 && demand.Targets.AreMet(With(demand.Like with { PerHour = perHour }, demand.Targets, free));
    }

    int Free(string channel, int slot) =>
        _people.Count(person => person.Channels.Contains(channel) && person.Slots.Contains(slot) && !Taken(slot).Contains(person.Id));

    HashSet<string> Taken(int slot) => _taken.TryGetValue(slot, out var gone) ? gone : _taken[slot] = [];

    // Of each other open channel as much as these people are of those who serve it.
    double Elsewhere(ChannelDemand demand, int slot, List<ReadinessPerson> there, List<ReadinessPerson> own)
    {
        var busy = 0.0;
        foreach (var other in question.Channels.Where(other => other.IsOpen && other != demand))
        {
            if (other.BySlot.GetValueOrDefault(slot) is { PerHour: > 0 } work && there.Count(person => person.Channels.Contains(other.Channel)) is > 0 and var all)
            {
                busy += work.Occupies * own.Count(person => person.Channels.Contains(other.Channel)) / all;
            }
        }

        return busy;
    }

    ReadySlot Look(ChannelDemand demand, int slot, Workload own, Workload all, int free)
    {
        var required = Required(all, demand.Targets);
        var used = Math.Min(required?.Scheduled ?? free, free);
        var figures = With(all, demand.Targets, used);
        // A person who is there for most of the time may be enough, though no whole number of them is planned for that.
        var missing = required is null || used == required.Scheduled || demand.Targets.AreMet(figures) ? 0
            : Enumerable.Range(1, required.Scheduled - used).First(more => used + more == required.Scheduled || demand.Targets.AreMet(With(all, demand.Targets, used + more)));
        return new ReadySlot(
            slot,
            own.PerHour,
            required?.Scheduled ?? 0,
            free,
            required is not null && missing == 0,
            missing,
            figures.ServiceLevel);
    }

    // Of so many planned people, with the time that they are away and lose.
    QueueFigures With(Workload work, StaffingTargets targets, int people) =>
        work.With(Math.Min(people * (1 - question.Shrinkage) * question.TeamFactor, work.Most), targets.WithinSeconds);

    RequiredStaff? Required(Workload work, StaffingTargets targets)
    {
        if (!_required.TryGetValue((work, targets), out var found))
        {
            _required[(work, targets)] = found = RequiredAgents.Of(work, targets, question.Shrinkage, question.TeamFactor);
        }

        return found;
    }
}
