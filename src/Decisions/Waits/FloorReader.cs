using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>The router's state, as far as it bears on the waits of people who wait for an agent.</summary>
public static class FloorReader
{
    /// <summary>A copy that does not change; for the router's own driver, who alone may read the state.</summary>
    public static Floor Of(RoutingState state, Instant now)
    {
        foreach (var channel in state.Rules.Channels)
        {
            // The team knows a channel from its first conversation on; who comes next wants to know before.
            state.Team.ChannelOf(channel.Channel, state.Rules);
        }

        var waiting = new List<(int Tier, double Urgency, Conversation It, Circle Circle)>();
        foreach (var it in state.Line.All)
        {
            if (!it.Treatment.Channel.Rules.Interruptible && it.Stage.Phase != CallbackPhase.Asleep)
            {
                var its = it.Treatment.ClassOf(it.Stage);
                waiting.Add((its.Tier, its.UrgencyOf(it, now.ToUnixTimeTicks(), state.Rules.Urgency), it, its.Circle));
            }
        }

        waiting.Sort((a, b) => a.Tier != b.Tier ? a.Tier.CompareTo(b.Tier) : a.Urgency != b.Urgency ? b.Urgency.CompareTo(a.Urgency) : a.It.CompareTo(b.It));
        var present = state.Team.All.Where(agent => agent.Presence is Presence.Available or Presence.InWrapUp && !agent.Removed).ToList();
        return new Floor(
            [.. present.Select(agent => new FloorAgent(agent.Id, agent.Profile.Queues, DesksOf(agent, state)))],
            [.. waiting.Select(it => new FloorWaiting(it.It.Id, new WaitLine(it.It.Matter.Queue, it.It.Matter.Channel), Instant.FromUnixTimeTicks(it.It.Since), it.It.Ringing is not null) { Circle = it.Circle.Number })])
        {
            Circles = waiting.Select(it => it.Circle).Distinct().ToDictionary(circle => circle.Number,
                IReadOnlySet<long> (circle) => present.Where(agent => circle.Members.Has(agent.Number)).Select(agent => agent.Id).ToHashSet()),
        };
    }

    static List<FloorDesk> DesksOf(RoutedAgent agent, RoutingState state)
    {
        var desks = new List<FloorDesk>();
        foreach (var channel in state.Team.Channels)
        {
            var (weight, most) = agent.Limits[channel.Number];
            if (channel.Rules.Interruptible || most == 0)
            {
                continue;
            }

            var held = channel.Counts[agent.Number];
            var units = Math.Max(1, weight);
            var beside = (agent.Profile.Capacity - (agent.Live - held * weight)) / units;
            // Whoever is full of something else has room for this once that is done.
            var slots = Math.Min(most, beside > 0 ? beside : agent.Profile.Capacity / units);
            desks.Add(new FloorDesk(channel.Rules.Channel, Math.Max(held, slots), channel.Fits.Has(agent.Number) ? Math.Max(0, slots - held) : 0));
        }

        return desks;
    }
}
