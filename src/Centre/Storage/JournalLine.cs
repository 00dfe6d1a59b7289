using System.Diagnostics;
using System.Threading.Channels;
using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <summary>
/// What waits for one writer. It has no room while what is in it can't be written in reasonable time: whoever comes then is told so at
/// once, instead of waiting for an answer in vain. What is in it is written, and so there is room again.
/// </summary>
sealed class JournalLine(int largestBatch, TimeProvider time)
{
    const int Longest = 20_000;

    static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(2);

    readonly Channel<JournalEntry> _waiting = Channel.CreateBounded<JournalEntry>(new BoundedChannelOptions(Longest) { SingleReader = true });
    readonly List<JournalEntry> _batch = new(largestBatch);
    long _since;
    long _fullBatch;

    public int Count => _waiting.Reader.Count + _batch.Count;

    /// <summary>The oldest has waited too long, or as many wait as at the pace of the last full batch would.</summary>
    public bool HasRoom => !(Volatile.Read(ref _since) is not 0 and var since && time.GetElapsedTime(since) > _longestWait)
        && Volatile.Read(ref _fullBatch) * (_waiting.Reader.Count / largestBatch) <= _longestWait.Ticks;

    public bool TryAdd(JournalEntry entry) => HasRoom && _waiting.Writer.TryWrite(entry);

    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Waits for the next batch, which is good until the one after is asked for; null where no more will come.</summary>
    public async ValueTask<List<JournalEntry>?> NextAsync()
    {
        _batch.Clear();
        Volatile.Write(ref _since, 0);
        if (!await _waiting.Reader.WaitToReadAsync())
        {
            return null;
        }

        while (_batch.Count < largestBatch && _waiting.Reader.TryRead(out var entry))
        {
            _batch.Add(entry);
        }

        Volatile.Write(ref _since, _batch[0].Taken);
        return _batch;
    }

    /// <summary>Full batches tell the pace, the last one most; a small one says nothing of it.</summary>
    public void Wrote(int count, TimeSpan took)
    {
        if (count == largestBatch)
        {
            Volatile.Write(ref _fullBatch, (_fullBatch + took.Ticks) / 2);
        }
    }
}

/// <param name="Taken">When, as the clock's timestamp has it.</param>
/// <param name="Cause">The step of a trace that waits for it.</param>
sealed record JournalEntry(Append Message, long Taken, ActivityContext Cause)
{
    public TaskCompletionSource<Appended?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
