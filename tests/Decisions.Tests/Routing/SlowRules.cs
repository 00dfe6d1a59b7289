using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

/// <summary>What the rules say of an agent and a conversation, worked out anew each time.</summary>
sealed class SlowRules(RoutingRules rules)
{
    public bool IsEligible(SlowAgent agent, SlowConversation it)
    {
        long[] queues = [it.Matter.Queue, .. QueueOf(it).Overflow.OrderBy(other => other.After).Take(it.Stage.Overflow).Select(other => other.ToQueue)];
        return !agent.Removed
            && (agent.Profile.Queues is null || queues.Any(agent.Profile.Queues.Contains))
            && Maximum(agent, Channel(it)) > 0
            && NeedsOf(it).All(need => agent.Profile.Skills.GetValueOrDefault(need.Skill) >= need.Level);
    }

    public Stage StageOf(SlowConversation it, Instant now)
    {
        var (waited, target, steps) = (Waited(it, now), Target(it), StepsOf(it).Steps);
        var step = 0;
        for (var end = Duration.Zero; step < steps.Count - 1 && steps[step].For is { } time && (end += time) <= waited;)
        {
            step++;
        }

        var phase = it.Terms is null ? CallbackPhase.None : now < it.Terms.NotBefore ? CallbackPhase.Asleep : now < it.Terms.DueAt ? CallbackPhase.Open : CallbackPhase.Due;
        return new Stage(phase, step, QueueOf(it).Overflow.Count(other => other.After <= waited), waited >= target * QueueOf(it).NearAt, waited >= target);
    }

    public double UrgencyOf(SlowConversation it, Instant now)
    {
        var value = (it.Matter.Value ?? QueueOf(it).Value) + (it.Stage.Near ? QueueOf(it).RaiseWhenNear : 0);
        var target = Target(it).BclCompatibleTicks;
        var share = value * (Waited(it, now).BclCompatibleTicks + 10_000_000d) / target;
        return rules.Urgency == UrgencyRule.ShareOfTarget ? share : share / target;
    }

    Duration Waited(SlowConversation it, Instant now) => Duration.Max(Duration.Zero,
        rules.Calendars.TryGetValue(it.Matter.Site, out var calendar) ? calendar.OpenTimeBetween(it.Start, now) : now - it.Start);

    SkillSteps StepsOf(SlowConversation it) => it.Matter.Steps ?? QueueOf(it).Steps;

    public List<SkillNeed> NeedsOf(SlowConversation it) =>
        [.. StepsOf(it).Steps[it.Stage.Step].Needs.Where(need => need.Skill != "language" || it.Matter.Language is not null).Select(need => need.Skill == "language" ? need with { Skill = $"language:{it.Matter.Language}" } : need)];

    public int TierOf(SlowConversation it) => it.Stage.Phase == CallbackPhase.Due ? 0 : it.Stage.Missed ? 1 : Channel(it).Interruptible ? 3 : 2;

    Duration Target(SlowConversation it) => it.Matter.Target ?? (QueueOf(it).Targets.TryGetValue(it.Matter.Channel, out var own) ? own : Channel(it).Target);

    public QueueRules QueueOf(SlowConversation it) => rules.Queues.FirstOrDefault(queue => queue.Queue == it.Matter.Queue) ?? new QueueRules(it.Matter.Queue);

    public ChannelRules Channel(SlowConversation it) => Channel(it.Matter.Channel);

    public ChannelRules Channel(string name) => rules.Channels.First(it => it.Channel == name);

    public static int Weight(SlowAgent agent, ChannelRules channel) => agent.Profile.Channels.GetValueOrDefault(channel.Channel)?.Weight ?? channel.Weight;

    public static int Maximum(SlowAgent agent, ChannelRules channel) => agent.Profile.Channels.GetValueOrDefault(channel.Channel)?.Maximum ?? channel.Maximum;
}
