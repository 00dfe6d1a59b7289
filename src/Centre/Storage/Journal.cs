using System.Diagnostics;
using Kanal.Centre.Conversations;
using Kanal.Centre.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Storage;

/// <summary>
/// The hot append: a writer drains what waits into one transaction and answers each message when it is on disk.
/// There is no waiting window: a lonely message costs one disk sync, a crowd shares one. There is one writer: with more,
/// batches are smaller, and each message costs the database more.
/// </summary>
public sealed class Journal : IAsyncDisposable
{
    const int LargestBatch = 512;

    // Who hears nothing is seldom alone.
    static readonly TimeSpan _repeatsLast = TimeSpan.FromSeconds(10);

    readonly JournalLine _line;
    readonly Database _database;
    readonly Action<Append, Appended> _announce;
    readonly TimeProvider _time;
    readonly ILogger<Journal> _log;
    readonly Task _writing;
    long _metRepeatAt;

    /// <param name="announce">Called once for each new message, after its commit and in order within its conversation; must be quick and must not throw.</param>
    public Journal(Database database, Action<Append, Appended> announce, TimeProvider time, ILogger<Journal> log)
    {
        _database = database;
        _announce = announce;
        _time = time;
        _log = log;
        _line = new JournalLine(LargestBatch, time);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>How many messages wait to be on disk.</summary>
    public int Waiting => _line.Count;

    /// <summary>False while messages are refused.</summary>
    public bool HasRoom => _line.HasRoom;

    /// <summary>Returns when the message is on disk; null where there is no such conversation.</summary>
    /// <exception cref="JournalFullException">More waits than can be written in reasonable time.</exception>
    public Task<Appended?> AppendAsync(Append message)
    {
        var step = Traces.BeginAside("journal", message.Conversation);
        var entry = new JournalEntry(message, _time.GetTimestamp(), step?.Context ?? default);
        if (_line.TryAdd(entry))
        {
            return step is null ? entry.Answer.Task : step.UntilAsync(entry.Answer.Task);
        }

        step?.Dispose();
        Tally.Refused();
        throw new JournalFullException();
    }

    async Task WriteAsync()
    {
        // Whoever asked for the first message has no part in the others.
        Activity.Current = null;
        while (await _line.NextAsync() is { } batch)
        {
            var began = _time.GetTimestamp();
            using (Traces.BeginGroup("journal.commit", batch.Select(entry => entry.Cause)))
            {
                await WriteAsync(batch);
            }

            var took = _time.GetElapsedTime(began);
            Tally.Batch(batch.Count, took);
            _line.Wrote(batch.Count, took);
        }
    }

    async Task WriteAsync(List<JournalEntry> batch)
    {
        List<JournalEntry> leftOut = [];
        try
        {
            var places = await PlaceAsync(batch.ConvertAll(entry => entry.Message));
            for (var i = 0; i < batch.Count; i++)
            {
                if (places.LeftOut.Contains(batch[i].Message.Conversation))
                {
                    leftOut.Add(batch[i]);
                    continue;
                }

                if (places.Results[i] is { Repeat: false } added)
                {
                    using var step = Traces.Begin("feed", batch[i].Message.Conversation, batch[i].Cause);
                    _announce(batch[i].Message, added);
                    Note(batch[i].Message, added);
                }

                Tally.Written(_time.GetElapsedTime(batch[i].Taken));
                batch[i].Answer.SetResult(places.Results[i]);
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

        if (leftOut.Count > 0)
        {
            await WriteAsync(leftOut);
        }
    }

    // To look for repeats first would cost every message what only a few need: those whose sender did not hear the answer.
    async Task<JournalPlaces> PlaceAsync(List<Append> messages)
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

    Task<JournalPlaces> PlaceAsync(List<Append> messages, bool repeatsMayBe) =>
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
        _line.Complete();
        await _writing;
    }
}
