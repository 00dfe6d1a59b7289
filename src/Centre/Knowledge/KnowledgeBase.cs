using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Knowledge;

/// <summary>
/// All that is published, in memory. After a change a new <see cref="Library"/> takes the place of the old one, which whoever searches meanwhile
/// goes on reading; only whoever made the change waits for it, so that nobody misses what he has done himself.
/// </summary>
public sealed class KnowledgeBase : IDisposable
{
    static readonly string[] _matter = ["articles", "sections", "synonyms", "answers"];

    readonly Database _database;
    readonly ILogger<KnowledgeBase> _log;
    readonly IDisposable _listening;
    readonly SemaphoreSlim _building = new(1, 1);
    volatile Built? _built;
    long _changes;

    public KnowledgeBase(Database database, Feed feed, ILogger<KnowledgeBase> log)
    {
        _database = database;
        _log = log;
        _listening = feed.Subscribe(Topic.Desk, Notice);
    }

    /// <summary>What is published, perhaps as it was a moment ago.</summary>
    public async ValueTask<Library> NowAsync(CancellationToken ct)
    {
        if (_built is not { } built)
        {
            return (await CatchUpAsync(ct)).Library;
        }

        if (built.Changes != Interlocked.Read(ref _changes) && _building.CurrentCount > 0)
        {
            _ = FollowAsync();
        }

        return built.Library;
    }

    public void Dispose()
    {
        _listening.Dispose();
        _building.Dispose();
    }

    /// <summary>Returns when what was committed before the call is in.</summary>
    internal async Task<Built> CatchUpAsync(CancellationToken ct)
    {
        var asked = Interlocked.Read(ref _changes);
        await _building.WaitAsync(ct);
        try
        {
            if (_built is { } there && there.Changes >= asked)
            {
                return there;
            }

            // Read before the rows: a change that comes meanwhile is built again.
            var changes = Interlocked.Read(ref _changes);
            var before = _built?.Library;
            var library = await _database.ReadAsync(sql => LibraryReader.ReadAsync(sql, before), ct);
            return _built = new Built(changes, library);
        }
        finally
        {
            _building.Release();
        }
    }

    void Notice(Change change)
    {
        if (change is { Name: "settings", Body: SettingsChanged { What: var what } } && _matter.Contains(what))
        {
            Interlocked.Increment(ref _changes);
        }
    }

    async Task FollowAsync()
    {
        try
        {
            await CatchUpAsync(CancellationToken.None);
        }
        catch (Exception trouble)
        {
            _log.LogError(trouble, "What is published could not be read anew; it is tried again at the next search");
        }
    }

    internal sealed record Built(long Changes, Library Library);
}
