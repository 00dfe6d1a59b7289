using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Whether anybody at all can take what waits, there or not.</summary>
public enum Coverage
{
    Covered,

    /// <summary>Nobody serves its queue, or may take its channel.</summary>
    NobodyServes,

    /// <summary>Somebody serves its queue, but nobody has what is asked for now or in any later step.</summary>
    NobodyHasSkill,
}

/// <summary>Looks for what waits where nobody can come.</summary>
public sealed class CoverageCheck(RoutingRules rules, IReadOnlyCollection<AgentProfile> agents)
{
    readonly Dictionary<(Matter, int), Coverage> _known = [];

    /// <param name="start">Since when it waits.</param>
    public Coverage Of(Matter matter, Instant start, Instant now)
    {
        var queue = rules.Queues.FirstOrDefault(one => one.Queue == matter.Queue) ?? new QueueRules(matter.Queue);
        var steps = (matter.Steps ?? queue.Steps).For(matter.Language).Steps;
        var waited = rules.Calendars.TryGetValue(matter.Site, out var calendar) ? calendar.OpenTimeBetween(start, now) : now - start;
        var step = 0;
        while (step < steps.Count - 1 && steps[step].For is { } lasts && waited >= lasts)
        {
            waited -= lasts;
            step++;
        }

        if (!_known.TryGetValue((matter, step), out var known))
        {
            var serving = Serving(queue, matter.Channel);
            known = serving.Count == 0 ? Coverage.NobodyServes
                : steps.Skip(step).Any(later => serving.Exists(agent => agent.FirstMissing(later.Needs) is null)) ? Coverage.Covered
                : Coverage.NobodyHasSkill;
            _known.Add((matter, step), known);
        }

        return known;
    }

    List<AgentProfile> Serving(QueueRules queue, string channel)
    {
        var rule = rules.Channels.FirstOrDefault(one => one.Channel == channel);
        long[] queues = [queue.Queue, .. queue.Overflow.Select(overflow => overflow.ToQueue)];
        return [.. agents.Where(agent => agent.Serves(queues) && (rule is null || agent.MaximumOf(rule) > 0))];
    }
}
