using System.Threading.Tasks.Sources;
using Kanal.Centre.Live;

namespace Kanal.Channels.Http;

/// <summary>
/// What waits to be sent to one reader. A channel of the base class library does the same, in four times the memory; every open
/// page has one of these, and mostly nothing waits.
/// </summary>
/// <param name="most">How many may wait.</param>
sealed class WaitingChanges(int most) : IValueTaskSource<bool>
{
    readonly Lock _gate = new();
    ManualResetValueTaskSourceCore<bool> _arrival = new() { RunContinuationsAsynchronously = true };
    List<Change>? _changes;
    bool _ended;
    bool _awaited;

    /// <summary>False where too many wait.</summary>
    public bool Add(Change change)
    {
        lock (_gate)
        {
            if (_ended || _changes?.Count >= most)
            {
                return _ended;
            }

            (_changes ??= []).Add(change);
            Wake(true);
            return true;
        }
    }

    /// <summary>Nothing is added from now on.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            Wake(false);
        }
    }

    /// <summary>For one reader at a time: true when something waits, false when nothing ever will.</summary>
    public ValueTask<bool> ArriveAsync()
    {
        lock (_gate)
        {
            if (_changes is not null || _ended)
            {
                return ValueTask.FromResult(_changes is not null);
            }

            _arrival.Reset();
            _awaited = true;
            return new(this, _arrival.Version);
        }
    }

    public List<Change> TakeAll()
    {
        lock (_gate)
        {
            var all = _changes ?? [];
            _changes = null;
            return all;
        }
    }

    /// <summary>Leaves out what waits, up to the first that is not <paramref name="known"/>.</summary>
    public void Skip(Predicate<Change> known)
    {
        lock (_gate)
        {
            if (_changes?.FindIndex(change => !known(change)) is not { } news)
            {
                return;
            }

            _changes = news < 0 ? null : _changes[news..];
        }
    }

    // Within the gate: nobody begins another wait while the end of this one is being set.
    void Wake(bool waits)
    {
        if (_awaited)
        {
            _awaited = false;
            _arrival.SetResult(waits);
        }
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _arrival.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _arrival.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _arrival.OnCompleted(continuation, state, token, flags);
}
