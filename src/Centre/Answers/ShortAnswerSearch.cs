using Kanal.Centre.Knowledge;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Answers;

/// <summary>
/// The index of the short answers. Whoever searches first after a change builds it anew; the others wait for that, and nobody is shown what was
/// before a change that he could know of.
/// </summary>
public sealed class ShortAnswerSearch : IDisposable
{
    readonly Database _database;
    readonly IDisposable _listening;
    readonly SemaphoreSlim _building = new(1, 1);
    volatile Built? _built;
    long _changes;

    public ShortAnswerSearch(Database database, Feed feed)
    {
        _database = database;
        _listening = feed.Subscribe(Topic.Desk, Notice);
    }

    /// <summary>Those whose shortcut starts with what is sought come first, then the best answers.</summary>
    public async Task<IEnumerable<Answer>> FindAsync(string sought, string? language, Id? site, CancellationToken ct)
    {
        var built = await CurrentAsync(ct);
        var text = sought.TrimStart('/', '#', ' ');
        var start = Folding.Fold(text.Length > 100 ? text[..100] : text);
        var hits = built.Index.Search(new Sought(text, language, site) { Limit = 200 }).Select(hit => built.Answers[hit.Found.Id]);
        var called = start.Length == 0 ? [] : built.Answers.Values.Where(answer => IsAsked(answer, language, site) && Folding.Fold(answer.Shortcut).StartsWith(start, StringComparison.Ordinal));
        return called.OrderBy(answer => answer.Shortcut, StringComparer.Ordinal).ThenBy(answer => answer.Language, StringComparer.Ordinal).Concat(hits).DistinctBy(answer => answer.Id);
    }

    public void Dispose()
    {
        _listening.Dispose();
        _building.Dispose();
    }

    void Notice(Change change)
    {
        if (change is { Name: "settings", Body: SettingsChanged { What: "answers" } })
        {
            Interlocked.Increment(ref _changes);
        }
    }

    async Task<Built> CurrentAsync(CancellationToken ct)
    {
        if (_built is { } current && current.Changes == Interlocked.Read(ref _changes))
        {
            return current;
        }

        await _building.WaitAsync(ct);
        try
        {
            // Read before the rows: a change that comes meanwhile makes the next search build again.
            var changes = Interlocked.Read(ref _changes);
            if (_built is not { } built || built.Changes != changes)
            {
                var answers = await _database.ReadAsync(sql => AnswerRow.AllAsync(sql), ct);
                _built = built = new Built(changes, new AnswerIndex(answers.Select(Text)), answers.ToDictionary(answer => answer.Id));
            }

            return built;
        }
        finally
        {
            _building.Release();
        }
    }

    static bool IsAsked(Answer answer, string? language, Id? site) =>
        (language is null || LanguageTag.Primary(answer.Language) == LanguageTag.Primary(language)) && (site is null || answer.Site is null || answer.Site == site);

    static Findable Text(Answer answer) => new(answer.Id, answer.Language, answer.Title) { Site = answer.Site, Keywords = [answer.Shortcut], Body = answer.Text };

    sealed record Built(long Changes, AnswerIndex Index, Dictionary<Id, Answer> Answers);
}
