using System.Diagnostics;
using System.Threading.Channels;
using Kanal.Centre.Conversations;
using Kanal.Centre.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Storage;

/// <summary>
/// The hot append: a writer drains what waits into one transaction and answers each message when it is on disk.
/// There is no waiting window: a lonely message costs one disk sync, a crowd shares one. Where writing several transactions
/// at once pays, there are several writers, and a conversation always has the same one.
/// </summary>
public sealed class Journal : IAsyncDisposable
{
    const int LargestBatch = 512;
    const int LongestLine = 20_000;

    readonly Channel<Entry>[] _lanes;
    readonly Database _database;
    readonly Action<Append, Appended> _announce;
    readonly ILogger<Journal> _log;
    readonly Task[] _writing;

    /// <param name="announce">Called once for each new message, after its commit and in order within its conversation; must be quick and must not throw.</param>
    public Journal(Database database, Action<Append, Appended> announce, ILogger<Journal> log)
    {
        _database = database;
        _announce = announce;
        _log = log;
        _lanes = [.. Enumerable.Range(0, database.Journal.Lanes).Select(_ => Channel.CreateBounded<Entry>(new BoundedChannelOptions(LongestLine) { SingleReader = true }))];
        _writing = [.. _lanes.Select(lane => Task.Run(() => WriteAsync(lane.Reader)))];
    }

    /// <summary>Returns when the message is on disk; null where there is no such conversation.</summary>
    /// <exception cref="JournalFullException">More waits than can be written in reasonable time.</exception>
    public Task<Appended?> AppendAsync(Append message)
    {
        var entry = new Entry(message);
        // A conversation keeps to its lane, so that its messages stay in order.
        var lane = _lanes[(uint)message.Conversation.GetHashCode() % _lanes.Length];
        return lane.Writer.TryWrite(entry) ? entry.Answer.Task : throw new JournalFullException();
    }

    async Task WriteAsync(ChannelReader<Entry> lane)
    {
        var batch = new List<Entry>(LargestBatch);
        while (await lane.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && lane.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            var began = Stopwatch.GetTimestamp();
            await WriteAsync(batch);
            Tally.Batch(batch.Count, Stopwatch.GetElapsedTime(began));
            batch.Clear();
        }
    }

    async Task WriteAsync(List<Entry> batch)
    {
        try
        {
            var results = await _database.JournalAsync(sql => new JournalBatch(_database.Journal, sql).PlaceAsync(batch.ConvertAll(entry => entry.Message)));
            for (var i = 0; i < batch.Count; i++)
            {
                if (results[i] is { Repeat: false } added)
                {
                    _announce(batch[i].Message, added);
                }

                batch[i].Answer.SetResult(results[i]);
            }
        }
        catch (Exception trouble) when (batch.Count > 1 && StorageTrouble.In(trouble) is null)
        {
            // One message that the database refuses must not take its neighbours with it.
            _log.LogError(trouble, "A batch of {Count} messages was refused; writing them one by one", batch.Count);
            foreach (var entry in batch)
            {
                await WriteAsync([entry]);
            }
        }
        catch (Exception trouble)
        {
            batch.ForEach(entry => entry.Answer.SetException(trouble));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(_lanes, lane => lane.Writer.TryComplete());
        await Task.WhenAll(_writing);
    }

    sealed record Entry(Append Message)
    {
        public TaskCompletionSource<Appended?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
