using Kanal.Centre.Storage;
using Kanal.Decisions.Measures;
using NodaTime;

namespace Kanal.Centre.Knowledge;

/// <summary>
/// Searches in vain of which it is not known yet what came next. They are in memory only, for half an hour at most: what reaches the tables says
/// what was done and not by whom, and what is open when the server stops is not known.
/// </summary>
sealed class VainTrails(TimeProvider time)
{
    const int Most = 20_000;

    readonly Lock _lock = new();
    readonly Queue<Trail> _open = new();
    readonly Dictionary<string, List<Trail>> _byReader = new(StringComparer.Ordinal);

    public void Begin(Id site, string language, string words, Reader reader)
    {
        var trail = new Trail(site, language, words, reader.Visitor ?? reader.Trace, Now);
        lock (_lock)
        {
            if (_open.Count < Most)
            {
                _open.Enqueue(trail);
                (_byReader.TryGetValue(trail.Reader, out var there) ? there : _byReader[trail.Reader] = []).Add(trail);
            }
        }
    }

    /// <summary>The reader has done something; what is known now.</summary>
    public List<Trail> Went(Id site, Reader reader, NextStep step)
    {
        lock (_lock)
        {
            List<Trail> known = [];
            foreach (var trail in Of(reader).Where(trail => trail.Site == site).ToList())
            {
                trail.Steps.Add((step, Now));
                Close(trail, known);
            }

            return known;
        }
    }

    /// <summary>Those whose time is over, and when the next one's is.</summary>
    public (List<Trail> Known, DateTimeOffset? Next) Over()
    {
        lock (_lock)
        {
            List<Trail> known = [];
            while (_open.TryPeek(out var first) && (first.Step is not null || first.At + AfterSearch.Within <= Now))
            {
                Close(_open.Dequeue(), known);
            }

            return (known, _open.TryPeek(out var next) ? (next.At + AfterSearch.Within).ToDateTimeOffset() : null);
        }
    }

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    IEnumerable<Trail> Of(Reader reader) => new[] { reader.Trace, reader.Visitor }.OfType<string>().SelectMany(key => _byReader.GetValueOrDefault(key) ?? []);

    void Close(Trail trail, List<Trail> known)
    {
        if (trail.Step is null && AfterSearch.Of(trail.At, trail.Steps, Now) is { } step)
        {
            trail.Step = step;
            known.Add(trail);
            if (_byReader.TryGetValue(trail.Reader, out var there) && there.Remove(trail) && there.Count == 0)
            {
                _byReader.Remove(trail.Reader);
            }
        }
    }
}

/// <summary>A search in vain and what its reader has done since.</summary>
sealed class Trail(Id site, string language, string words, string reader, Instant at)
{
    public Id Site => site;

    public string Language => language;

    public string Words => words;

    public string Reader => reader;

    public Instant At => at;

    public List<(NextStep Step, Instant At)> Steps { get; } = [];

    /// <summary>What counts; null while it is open.</summary>
    public NextStep? Step { get; set; }
}
