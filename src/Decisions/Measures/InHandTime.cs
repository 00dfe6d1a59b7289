using Kanal.Decisions.Waits;

namespace Kanal.Decisions.Measures;

/// <summary>A stretch of time in which a conversation was being worked on by an agent.</summary>
/// <param name="From">Milliseconds on any clock.</param>
/// <param name="To">Not before <paramref name="From"/>.</param>
/// <param name="Finishes">It was done with at the end of it.</param>
public readonly record struct HandStretch(long Conversation, long Agent, WaitLine Line, long From, long To, bool Finishes);

/// <summary>How long conversations took those who handled them, shared fairly between what an agent held at once.</summary>
public sealed class InHandTime
{
    readonly Dictionary<long, double> _seconds = [];
    readonly Dictionary<WaitLine, List<LevelCount>> _levels = [];

    /// <param name="stretches">In any order; those of one conversation don't overlap.</param>
    public static InHandTime Of(IEnumerable<HandStretch> stretches)
    {
        var time = new InHandTime();
        foreach (var desk in stretches.GroupBy(stretch => (stretch.Agent, stretch.Line.Channel)))
        {
            time.Sweep([.. desk]);
        }

        return time;
    }

    /// <summary>Handle time of a conversation: a second in which the agent held k of them counts as the k-th part of one.</summary>
    public double SecondsOf(long conversation) => _seconds.GetValueOrDefault(conversation);

    /// <summary>Conversations that were done with and seconds spent on all, from level 1 on, by line.</summary>
    public IReadOnlyDictionary<WaitLine, List<LevelCount>> Levels => _levels;

    // At one moment endings come before beginnings, so that what follows on something else is not held beside it.
    void Sweep(List<HandStretch> stretches)
    {
        var turns = stretches.SelectMany(stretch => new[] { (At: stretch.From, Begins: true, Stretch: stretch), (At: stretch.To, Begins: false, Stretch: stretch) })
            .OrderBy(turn => turn.At).ThenBy(turn => turn.Begins).ToList();
        var held = new List<HandStretch>();
        var last = 0L;
        foreach (var (at, begins, stretch) in turns)
        {
            Share(held, (at - last) / 1000.0);
            last = at;
            if (begins)
            {
                if (stretch.To > stretch.From)
                {
                    held.Add(stretch);
                }
            }
            else
            {
                End(stretch, Math.Max(1, held.Count));
                held.Remove(stretch);
            }
        }
    }

    void Share(List<HandStretch> held, double seconds)
    {
        if (seconds <= 0)
        {
            return;
        }

        foreach (var stretch in held)
        {
            _seconds[stretch.Conversation] = _seconds.GetValueOrDefault(stretch.Conversation) + seconds / held.Count;
            Add(stretch.Line, held.Count, new LevelCount(0, seconds));
        }
    }

    void End(HandStretch stretch, int level)
    {
        if (stretch.Finishes)
        {
            Add(stretch.Line, level, new LevelCount(1, 0));
        }
    }

    void Add(WaitLine line, int level, LevelCount more)
    {
        if (!_levels.TryGetValue(line, out var levels))
        {
            _levels[line] = levels = [];
        }

        while (levels.Count < level)
        {
            levels.Add(default);
        }

        var there = levels[level - 1];
        levels[level - 1] = new LevelCount(there.Completions + more.Completions, there.Seconds + more.Seconds);
    }
}
