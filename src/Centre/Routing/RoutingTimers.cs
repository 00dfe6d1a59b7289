using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>Hands the router its own events back when they are due.</summary>
public sealed class RoutingTimers(RoutingInbox inbox, TimeProvider time) : IDisposable
{
    readonly PriorityQueue<RoutingEvent, Instant> _due = new();
    readonly Lock _order = new();
    ITimer? _timer;

    public void Set(SetTimer timer)
    {
        lock (_order)
        {
            _due.Enqueue(timer.Event, timer.Due);
            Wind();
        }
    }

    public void Forget()
    {
        lock (_order)
        {
            _due.Clear();
        }
    }

    void Ring()
    {
        lock (_order)
        {
            while (_due.TryPeek(out var happened, out var due) && due <= Now)
            {
                _due.Dequeue();
                inbox.Post(happened);
            }

            Wind();
        }
    }

    void Wind()
    {
        if (_due.TryPeek(out _, out var next))
        {
            var wait = (next - Now).ToTimeSpan();
            _timer ??= time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public void Dispose() => _timer?.Dispose();
}
