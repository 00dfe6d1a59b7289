using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>The rules in force as the router uses them: what each matter gets, and the circles of agents that follow from it.</summary>
/// <param name="warns">Somebody wishes to know which targets are near.</param>
sealed class RuleBook(Team team, RoutingRules rules, bool warns)
{
    readonly Dictionary<long, QueueRules> _queues = rules.Queues.GroupBy(it => it.Queue).ToDictionary(it => it.Key, it => it.First());
    readonly Dictionary<long, OpenClock> _clocks = [];
    readonly Dictionary<Matter, Treatment> _treatments = [];
    readonly Dictionary<Matter, Treatment> _plain = [];
    readonly Dictionary<CircleKey, Circle> _byKey = [];
    readonly List<Circle> _circles = [];

    public RoutingRules Rules => rules;

    public IReadOnlyList<Circle> Circles => _circles;

    public Treatment TreatmentOf(Matter matter)
    {
        if (!_treatments.TryGetValue(matter, out var known))
        {
            _treatments.Add(matter, known = Same(matter));
        }

        return known;
    }

    // Matters that differ in nothing that counts, such as a language that nobody asks for, wait in the same classes.
    Treatment Same(Matter matter)
    {
        var queue = _queues.GetValueOrDefault(matter.Queue) ?? new QueueRules(matter.Queue);
        var plain = matter with { Value = matter.Value ?? queue.Value, Steps = (matter.Steps ?? queue.Steps).For(matter.Language), Language = null };
        if (!_plain.TryGetValue(plain, out var known))
        {
            var channel = team.ChannelOf(matter.Channel, rules);
            var target = (matter.Target ?? (queue.Targets.TryGetValue(matter.Channel, out var own) ? own : null)) is { } set ? Math.Max(1, set.BclCompatibleTicks) : channel.Target;
            var steps = plain.Steps;
            var queues = (long[])[matter.Queue, .. queue.Overflow.OrderBy(it => it.After).Select(it => it.ToQueue)];
            known = new Treatment(channel, ClockOf(matter.Site), target, queue, plain.Value.Value, steps, warns,
                stage => CircleOf(queues[..(stage.Overflow + 1)], channel, steps.Steps[stage.Step].Needs));
            _plain.Add(plain, known);
        }

        return known;
    }

    /// <summary>Reads a conversation under these rules.</summary>
    public void Read(Conversation conversation, Instant now)
    {
        conversation.Treatment = TreatmentOf(conversation.Matter);
        Place(conversation, now.ToUnixTimeTicks());
    }

    /// <summary>Gives a conversation its place in time and its stage.</summary>
    public static void Place(Conversation conversation, long now)
    {
        conversation.OpenStart = conversation.Treatment.Clock.At(conversation.Start);
        conversation.Stage = conversation.Treatment.StageAt(conversation, now);
    }

    public void Judge(RoutedAgent agent)
    {
        foreach (var circle in _circles)
        {
            circle.Judge(agent);
        }
    }

    public void Forget(RoutedAgent agent)
    {
        foreach (var circle in _circles)
        {
            circle.Forget(agent);
        }
    }

    OpenClock ClockOf(long site)
    {
        if (!_clocks.TryGetValue(site, out var clock))
        {
            _clocks.Add(site, clock = new OpenClock(rules.Calendars.GetValueOrDefault(site)));
        }

        return clock;
    }

    Circle CircleOf(long[] queues, RoutedChannel channel, IReadOnlyList<SkillNeed> needs)
    {
        var key = new CircleKey(queues, channel.Number, needs);
        if (!_byKey.TryGetValue(key, out var circle))
        {
            _byKey.Add(key, circle = new Circle(_circles.Count, queues, channel, needs));
            _circles.Add(circle);
            foreach (var agent in team.All)
            {
                circle.Judge(agent);
            }
        }

        return circle;
    }

    sealed record CircleKey(long[] Queues, int Channel, IReadOnlyList<SkillNeed> Needs)
    {
        public bool Equals(CircleKey? other) => other is not null && Channel == other.Channel && Queues.SequenceEqual(other.Queues) && Needs.SequenceEqual(other.Needs);

        public override int GetHashCode() => Needs.Aggregate(Queues.Aggregate(Channel, HashCode.Combine), HashCode.Combine);
    }
}
