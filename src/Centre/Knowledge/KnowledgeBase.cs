using Kanal.Centre.Storage;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Knowledge;

/// <summary>
/// All that is published, in memory. After a change a new <see cref="Library"/> takes the place of the old one, which whoever searches meanwhile
/// goes on reading; only whoever made the change waits for it, so that nobody misses what he has done himself.
/// </summary>
public sealed class KnowledgeBase(Database database, ILogger<KnowledgeBase> log) : IDisposable
{
    readonly SemaphoreSlim _building = new(1, 1);
    volatile Built? _built;
    long _changes;

    /// <summary>What is published, perhaps as it was a moment ago.</summary>
    public async ValueTask<Library> NowAsync(CancellationToken ct)
    {
        if (_built is not { } built)
        {
            return await BuildAsync(Interlocked.Read(ref _changes), ct);
        }

        if (built.Changes != Interlocked.Read(ref _changes) && _building.CurrentCount > 0)
        {
            _ = FollowAsync(built.Changes + 1);
        }

        return built.Library;
    }

    /// <summary>Call after the commit of a change: when it returns, what was committed is found. Trouble is logged, and it is tried again at the next search.</summary>
    public Task FollowAsync() => FollowAsync(Interlocked.Increment(ref _changes));

    public void Dispose() => _building.Dispose();

    async Task FollowAsync(long change)
    {
        try
        {
            await BuildAsync(change, CancellationToken.None);
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "What is published could not be read anew; it is tried again at the next search");
        }
    }

    async Task<Library> BuildAsync(long change, CancellationToken ct)
    {
        await _building.WaitAsync(ct);
        try
        {
            if (_built is { } there && there.Changes >= change)
            {
                return there.Library;
            }

            // Read before the rows: a change that comes meanwhile is built again.
            var changes = Interlocked.Read(ref _changes);
            var before = _built?.Library;
            var built = new Built(changes, await database.ReadAsync(sql => LibraryReader.ReadAsync(sql, before), ct));
            _built = built;
            return built.Library;
        }
        finally
        {
            _building.Release();
        }
    }

    sealed record Built(long Changes, Library Library);
}
