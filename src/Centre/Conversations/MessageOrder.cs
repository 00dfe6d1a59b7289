using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>Lets each conversation's messages through in their order, once each, as soon as those before are there.</summary>
sealed class MessageOrder(Action<ToldMessage> tell, MissingMessages missing, TimeProvider time)
{
    // What was last told is known of so many conversations; of others the first that is heard is told as it comes.
    const int MostKnown = 50_000;

    // The word for one that is missing is under way, as a rule for less than a millisecond.
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    readonly Lock _gate = new();
    readonly Dictionary<Id, Line> _lines = [];

    public void Take(ToldMessage message)
    {
        lock (_gate)
        {
            var conversation = message.Entry.Conversation;
            if (!_lines.TryGetValue(conversation, out var line))
            {
                if (_lines.Count >= MostKnown)
                {
                    Forget();
                }

                _lines[conversation] = line = new Line(message.Message.Sequence);
            }

            if (!line.HasTold && message.Soon && message.Message.Sequence == line.Next && line.Next > 1)
            {
                line.Next--;
            }

            line.Waiting[message.Message.Sequence] = message;
            Release(line);
            if (line.Waiting.Count > 0 && !line.IsAwaited)
            {
                line.IsAwaited = true;
                _ = ReadAsync(conversation, line);
            }
        }
    }

    /// <summary>Words may be lost, and whoever follows reads everything anew: nothing is waited for.</summary>
    public void Miss() => Forget(andWhatWasTold: false);

    /// <summary>From now on others are told past this.</summary>
    public void Forget() => Forget(andWhatWasTold: true);

    void Forget(bool andWhatWasTold)
    {
        lock (_gate)
        {
            if (_lines.Count == 0)
            {
                return;
            }

            var waited = _lines.Where(pair => pair.Value.Waiting.Count > 0).ToList();
            _lines.Clear();
            foreach (var (conversation, line) in waited)
            {
                foreach (var waiting in line.Waiting.Values)
                {
                    tell(waiting);
                }

                if (!andWhatWasTold)
                {
                    // One before it may still be heard; what follows on that must not be read and told again.
                    _lines[conversation] = new Line(line.Waiting.GetKeyAtIndex(line.Waiting.Count - 1) + 1) { HasTold = true };
                }

                // Somebody may be reading what it lacks.
                line.Waiting.Clear();
                line.IsForgotten = true;
            }
        }
    }

    void Release(Line line)
    {
        while (line.Waiting.Count > 0 && line.Waiting.GetKeyAtIndex(0) <= line.Next)
        {
            var first = line.Waiting.GetValueAtIndex(0);
            line.Waiting.RemoveAt(0);
            // One that is heard late, because nothing was known of the conversation when a later one came, is told nevertheless; clients order by sequence.
            if (first.Message.Sequence == line.Next || first.Message.Sequence < line.First)
            {
                line.HasTold = true;
                line.Next = Math.Max(line.Next, first.Message.Sequence + 1);
                tell(first);
            }
        }
    }

    async Task ReadAsync(Id conversation, Line line)
    {
        while (true)
        {
            await Task.Delay(Patience, time);
            long next, until;
            lock (_gate)
            {
                if (line.Waiting.Count == 0)
                {
                    line.IsAwaited = false;
                    return;
                }

                if (!line.HasTold)
                {
                    // What was before the first that was heard may have been told before anything was known.
                    line.Next = line.Waiting.GetKeyAtIndex(0);
                    Release(line);
                    continue;
                }

                (next, until) = (line.Next, line.Waiting.GetKeyAtIndex(0));
            }

            var read = await missing.ReadAsync(conversation, next, until);
            lock (_gate)
            {
                if (line.IsForgotten)
                {
                    return;
                }

                foreach (var message in read.Where(message => message.Message.Sequence >= line.Next))
                {
                    line.Waiting.TryAdd(message.Message.Sequence, message);
                }

                Release(line);
                if (line.Waiting.Count > 0 && line.Next < until)
                {
                    // What is not to be had either is not waited for.
                    line.Next = Math.Min(until, line.Waiting.GetKeyAtIndex(0));
                    Release(line);
                }
            }
        }
    }

    sealed class Line(long first)
    {
        public long First { get; } = first;

        public long Next { get; set; } = first;

        public bool IsAwaited { get; set; }

        public bool IsForgotten { get; set; }

        public bool HasTold { get; set; }

        public SortedList<long, ToldMessage> Waiting { get; } = [];
    }
}
