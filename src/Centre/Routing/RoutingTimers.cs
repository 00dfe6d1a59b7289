using Kanal.Centre.Live;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Centre.Routing;

/// <summary>Hands the router its own events back when they are due.</summary>
public sealed class RoutingTimers : IDisposable
{
    readonly RoutingInbox _inbox;
    readonly TimeProvider _time;
    readonly Alarm _alarm;
    readonly PriorityQueue<RoutingEvent, Instant> _due = new();
    readonly Lock _order = new();

    public RoutingTimers(RoutingInbox inbox, TimeProvider time)
    {
        _inbox = inbox;
        _time = time;
        _alarm = new Alarm(time, Ring);
    }

    public void Set(SetTimer timer)
    {
        lock (_order)
        {
            _due.Enqueue(timer.Event, timer.Due);
            Wind();
        }
    }

    void Ring()
    {
        lock (_order)
        {
            while (_due.TryPeek(out var happened, out var due) && due <= Now)
            {
                _due.Dequeue();
                _inbox.Post(happened);
            }

            Wind();
        }
    }

    void Wind() => _alarm.Set(_due.TryPeek(out _, out var next) ? next.ToDateTimeOffset() : null);

    Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    public void Dispose() => _alarm.Dispose();
}
