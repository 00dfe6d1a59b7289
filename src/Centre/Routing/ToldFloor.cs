using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>Who is there, who waits, and how much of each agent is taken: as the leader tells the other nodes.</summary>
sealed record ToldFloor
{
    /// <summary>Named once, for everyone has the same.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    public IReadOnlyList<ToldAgent> Agents { get; init; } = [];
    public IReadOnlyList<ToldWaiting> Waiting { get; init; } = [];
    public IReadOnlyDictionary<int, long[]> Circles { get; init; } = new Dictionary<int, long[]>();
    public IReadOnlyList<AgentUnits> Units { get; init; } = [];

    public static ToldFloor Of(Floor floor, IReadOnlyList<AgentUnits> units)
    {
        List<string> channels = [.. floor.Agents.SelectMany(agent => agent.Desks).Select(desk => desk.Channel).Concat(floor.Waiting.Select(waiting => waiting.Line.Channel)).Distinct()];
        var numbers = channels.Index().ToDictionary(channel => channel.Item, channel => channel.Index);
        return new ToldFloor
        {
            Channels = channels,
            Agents = [.. floor.Agents.Select(agent => new ToldAgent(agent.Agent, agent.Queues?.ToArray(), [.. agent.Desks.SelectMany(desk => (int[])[numbers[desk.Channel], desk.Slots, desk.Free])]))],
            Waiting = [.. floor.Waiting.Select(it => new ToldWaiting(it.Conversation, it.Line.Queue, numbers[it.Line.Channel], it.Since.ToUnixTimeTicks(), it.Ringing, it.Circle))],
            Circles = floor.Circles.ToDictionary(circle => circle.Key, circle => circle.Value.ToArray()),
            Units = units,
        };
    }

    public Floor ToFloor() => new(
        [.. Agents.Select(agent => new FloorAgent(agent.Agent, agent.Queues?.ToHashSet(), [.. agent.Desks.Chunk(3).Select(desk => new FloorDesk(Channels[desk[0]], desk[1], desk[2]))]))],
        [.. Waiting.Select(it => new FloorWaiting(it.Conversation, new WaitLine(it.Queue, Channels[it.Channel]), Instant.FromUnixTimeTicks(it.Since), it.Ringing) { Circle = it.Circle })])
    {
        Circles = Circles.ToDictionary(circle => circle.Key, IReadOnlySet<long> (circle) => circle.Value.ToHashSet()),
    };
}

/// <param name="Desks">Three numbers for each: the channel's, slots, free.</param>
sealed record ToldAgent(long Agent, long[]? Queues, int[] Desks);

/// <param name="Since">In ticks.</param>
sealed record ToldWaiting(long Conversation, long Queue, int Channel, long Since, bool Ringing, int Circle);
