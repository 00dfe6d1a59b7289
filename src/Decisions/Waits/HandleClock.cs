using System.Runtime.InteropServices;
using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>
/// Measures how long conversations take, by how many of their channel the agent held at once. Told of everything that comes
/// into an agent's hands and leaves them; not safe for use from several threads at once.
/// </summary>
public sealed class HandleClock
{
    readonly Dictionary<long, (long Agent, WaitLine Line)> _held = [];
    readonly Dictionary<(long Agent, string Channel), Desk> _desks = [];
    readonly Dictionary<WaitLine, List<Level>> _levels = [];

    /// <summary>A conversation is this agent's from now on.</summary>
    public void Take(long conversation, long agent, WaitLine line, Instant now)
    {
        Release(conversation, finished: false, now);
        _held[conversation] = (agent, line);
        var desk = Settled(agent, line.Channel, now);
        CollectionsMarshal.GetValueRefOrAddDefault(desk.Counts, line, out _)++;
        desk.Level++;
    }

    /// <summary>A conversation has left its agent's hands, and is <paramref name="finished"/> as far as their capacity goes.</summary>
    public void Release(long conversation, bool finished, Instant now)
    {
        if (!_held.Remove(conversation, out var held))
        {
            return;
        }

        var desk = Settled(held.Agent, held.Line.Channel, now);
        if (finished)
        {
            At(held.Line, desk.Level).Completions.Add(1, now);
        }

        desk.Counts[held.Line]--;
        desk.Level--;
    }

    /// <summary>What is in somebody's hands.</summary>
    public IReadOnlyCollection<long> Held => _held.Keys;

    /// <summary>The line of a conversation that is in somebody's hands; null for any other.</summary>
    public WaitLine? LineOf(long conversation) => _held.TryGetValue(conversation, out var held) ? held.Line : null;

    /// <summary>What was counted on a line, from level 1 on, the seconds of open conversations included.</summary>
    public IReadOnlyList<LevelCount> Measured(WaitLine line, Instant now)
    {
        foreach (var desk in _desks.Values)
        {
            Settle(desk, now);
        }

        return _levels.TryGetValue(line, out var levels)
            ? levels.ConvertAll(level => new LevelCount(level.Completions.At(now), level.Seconds.At(now)))
            : [];
    }

    Desk Settled(long agent, string channel, Instant now)
    {
        if (!_desks.TryGetValue((agent, channel), out var desk))
        {
            _desks[(agent, channel)] = desk = new Desk { Since = now };
        }

        Settle(desk, now);
        return desk;
    }

    void Settle(Desk desk, Instant now)
    {
        var seconds = (now - desk.Since).TotalSeconds;
        if (seconds <= 0)
        {
            return;
        }

        foreach (var (line, count) in desk.Counts)
        {
            if (count > 0)
            {
                At(line, desk.Level).Seconds.Add(count * seconds, now);
            }
        }

        desk.Since = now;
    }

    Level At(WaitLine line, int level)
    {
        if (!_levels.TryGetValue(line, out var levels))
        {
            _levels[line] = levels = [];
        }

        while (levels.Count < level)
        {
            levels.Add(new Level());
        }

        return levels[level - 1];
    }

    sealed class Desk
    {
        public Dictionary<WaitLine, int> Counts { get; } = [];

        public int Level { get; set; }

        public Instant Since { get; set; }
    }

    sealed class Level
    {
        public Fading Completions;
        public Fading Seconds;
    }
}
