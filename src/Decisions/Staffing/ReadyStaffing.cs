namespace Kanal.Decisions.Staffing;

/// <summary>Who is free in each slot, while channels take their people.</summary>
sealed class ReadyStaffing(ReadinessQuestion question)
{
    readonly List<ReadinessPerson> _people = [.. question.People.OrderBy(person => person.Channels.Count).ThenBy(person => person.Id, StringComparer.Ordinal)];
    readonly Dictionary<int, HashSet<string>> _taken = [];
    readonly Dictionary<(Workload, StaffingTargets), RequiredStaff?> _required = [];

    /// <param name="takes">Whether the people who are needed, or all there are where too few, are gone for the channels after.</param>
    public ReadySlot Look(ChannelDemand demand, int slot, Workload work, bool takes)
    {
        var taken = _taken.TryGetValue(slot, out var gone) ? gone : _taken[slot] = [];
        var free = _people.Where(person => person.Channels.Contains(demand.Channel) && person.Slots.Contains(slot) && !taken.Contains(person.Id)).ToList();
        var required = Required(work, demand.Targets);
        var used = Math.Min(required?.Scheduled ?? free.Count, free.Count);
        if (takes)
        {
            taken.UnionWith(free.Take(used).Select(person => person.Id));
        }

        var there = Math.Min(used * (1 - question.Shrinkage) * question.TeamFactor, work.Most);
        var can = required is not null && used == required.Scheduled;
        return new ReadySlot(
            slot,
            work.PerHour,
            required?.Scheduled ?? 0,
            free.Count,
            can,
            required is null ? 0 : required.Scheduled - used,
            work.With(there, demand.Targets.WithinSeconds).ServiceLevel);
    }

    RequiredStaff? Required(Workload work, StaffingTargets targets)
    {
        if (!_required.TryGetValue((work, targets), out var found))
        {
            _required[(work, targets)] = found = RequiredAgents.Of(work, targets, question.Shrinkage, question.TeamFactor);
        }

        return found;
    }
}
