using Kanal.Centre.Routing;
using Kanal.Centre.Skills;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Queues;

/// <summary>What a queue promises, on its way in.</summary>
sealed class TermsCheck(Faults faults, Id queue, IReadOnlyList<QueueRow> queues, IReadOnlyList<Skill> skills)
{
    const int LongestTarget = 30 * 24 * 3600;
    const int MostOverflow = 10;

    public QueueTerms Read(QueueTerms terms)
    {
        faults.AddIf(terms.Value is < 1 or > 10, "terms.value", "A value is 1 (ordinary) to 10.");
        faults.AddIf(terms.NearAt is < 10 or > 99, "terms.nearAt", "This is a share of the target, 10 to 99 percent.");
        faults.AddIf(terms.RaiseWhenNear is < 0 or > 9, "terms.raiseWhenNear", "This is 0 to 9.");
        Targets(terms.Targets ?? []);
        StepsCheck.Read(faults, "terms.steps", terms.Steps ?? [], skills);
        Overflow(terms.Overflow ?? []);
        return terms with { Targets = terms.Targets ?? [], Steps = terms.Steps ?? [], Overflow = terms.Overflow ?? [] };
    }

    void Targets(IReadOnlyList<QueueTarget> targets)
    {
        foreach (var (place, target) in targets.Index())
        {
            var at = $"terms.targets[{place}]";
            faults.AddIf(!ChannelChoices.IsKnown(target?.Channel), $"{at}.channel", $"There is no channel \"{target?.Channel}\".");
            faults.AddIf(target?.Seconds is not (>= 1 and <= LongestTarget), $"{at}.seconds", "A target is a time of a second to thirty days.");
            faults.AddIf(target?.Share is not (>= 1 and <= 100), $"{at}.share", "This is how many of a hundred, 1 to 100.");
        }

        faults.AddIf(targets.GroupBy(target => target?.Channel).Any(same => same.Count() > 1), "terms.targets", "A channel has two targets.");
    }

    void Overflow(IReadOnlyList<QueueOverflow> overflow)
    {
        faults.AddIf(overflow.Count > MostOverflow, "terms.overflow", $"There should be at most {MostOverflow}.");
        foreach (var (place, over) in overflow.Take(MostOverflow).Index())
        {
            var at = $"terms.overflow[{place}]";
            var to = queues.FirstOrDefault(one => one.Id == over?.Queue);
            faults.AddIf(to is null, $"{at}.queue", "There is no such queue.");
            faults.AddIf(over?.AfterSeconds is not (>= 0 and <= LongestTarget), $"{at}.afterSeconds", "This is a time of 0 seconds to thirty days.");
            faults.AddIf(over?.Queue == queue, $"{at}.queue", "A queue can't flow over to itself.");
            if (to is not null && to.Id != queue && Way(to, []) is { } way)
            {
                faults.Add($"{at}.queue", $"That is a circle: {way.Select(one => Sentence.Of($"\"{one.Name}\"")).Aggregate((from, to) => $"{from} flows over to {to}")}, and from there back here.");
            }
        }

        faults.AddIf(overflow.GroupBy(over => over?.Queue).Any(same => same.Count() > 1), "terms.overflow", "A queue is named twice.");
    }

    // The queues over which one comes back, if one does.
    List<QueueRow>? Way(QueueRow from, HashSet<Id> seen)
    {
        foreach (var next in from.Terms.Overflow.Where(next => seen.Add(next.Queue)))
        {
            if (next.Queue == queue)
            {
                return [from];
            }

            if (queues.FirstOrDefault(one => one.Id == next.Queue) is { } row && Way(row, seen) is { } way)
            {
                return [from, .. way];
            }
        }

        return null;
    }
}
