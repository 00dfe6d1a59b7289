using System.Diagnostics;
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

    // Who hears nothing is seldom alone.
    static readonly TimeSpan _repeatsLast = TimeSpan.FromSeconds(10);

    readonly JournalLine[] _lines;
    readonly Database _database;
    readonly Action<Append, Appended> _announce;
    readonly TimeProvider _time;
    readonly ILogger<Journal> _log;
    readonly Task[] _writing;
    long _metRepeatAt;

    /// <param name="announce">Called once for each new message, after its commit and in order within its conversation; must be quick and must not throw.</param>
    public Journal(Database database, Action<Append, Appended> announce, TimeProvider time, ILogger<Journal> log)
    {
        _database = database;
        _announce = announce;
        _time = time;
        _log = log;
        _lines = [.. Enumerable.Range(0, database.Journal.Lanes).Select(_ => new JournalLine(LargestBatch, time))];
        _writing = [.. _lines.Select(line => Task.Run(() => WriteAsync(line)))];
    }

    /// <summary>How many messages wait to be on disk.</summary>
    public int Waiting => _lines.Sum(line => line.Count);

    /// <summary>False while messages are refused.</summary>
    public bool HasRoom => Array.TrueForAll(_lines, line => line.HasRoom);

    /// <summary>Returns when the message is on disk; null where there is no such conversation.</summary>
    /// <exception cref="JournalFullException">More waits than can be written in reasonable time.</exception>
    public Task<Appended?> AppendAsync(Append message)
    {
        var step = Traces.BeginAside("journal", message.Conversation);
        var entry = new JournalEntry(message, _time.GetTimestamp(), step?.Context ?? default);
        // A conversation keeps to its line, so that its messages stay in order.
        if (_lines[(uint)message.Conversation.GetHashCode() % _lines.Length].TryAdd(entry))
        {
            return step is null ? entry.Answer.Task : step.UntilAsync(entry.Answer.Task);
        }

        step?.Dispose();
        Tally.Refused();
        throw new JournalFullException();
    }

    async Task WriteAsync(JournalLine line)
    {
        // Whoever asked for the first message has no part in the others.
        Activity.Current = null;
        while (await line.NextAsync() is { } batch)
        {
            var began = _time.GetTimestamp();
            using (Traces.BeginGroup("journal.commit", batch.Select(entry => entry.Cause)))
            {
                await WriteAsync(batch);
            }

            var took = _time.GetElapsedTime(began);
            Tally.Batch(batch.Count, took);
            line.Wrote(batch.Count, took);
        }
    }

    async Task WriteAsync(List<JournalEntry> batch)
    {
        try
        {
            var results = await PlaceAsync(batch.ConvertAll(entry => entry.Message));
            for (var i = 0; i < batch.Count; i++)
            {
                if (results[i] is { Repeat: false } added)
                {
                    using var step = Traces.Begin("feed", batch[i].Message.Conversation, batch[i].Cause);
                    _announce(batch[i].Message, added);
                    Note(batch[i].Message, added);
                }

                Tally.Written(_time.GetElapsedTime(batch[i].Taken));
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

    // To look for repeats first would cost every message what only a few need: those whose sender did not hear the answer.
    async Task<Appended?[]> PlaceAsync(List<Append> messages)
    {
        if (Volatile.Read(ref _metRepeatAt) is 0 || _time.GetElapsedTime(Volatile.Read(ref _metRepeatAt)) > _repeatsLast)
        {
            try
            {
                return await PlaceAsync(messages, repeatsMayBe: false);
            }
            catch (Exception trouble) when (_database.Journal.MetRepeat(trouble))
            {
                Volatile.Write(ref _metRepeatAt, _time.GetTimestamp());
            }
        }

        return await PlaceAsync(messages, repeatsMayBe: true);
    }

    Task<Appended?[]> PlaceAsync(List<Append> messages, bool repeatsMayBe) =>
        _database.JournalAsync(sql => new JournalBatch(_database.Journal, sql, repeatsMayBe).PlaceAsync(messages));

    void Note(Append message, Appended added)
    {
        if (_log.IsEnabled(LogLevel.Debug))
        {
            _log.LogDebug("conversation={Conversation} message {Sequence} by the {Author} is on disk", message.Conversation, added.Sequence, message.Author);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(_lines, line => line.Complete());
        await Task.WhenAll(_writing);
    }
}
