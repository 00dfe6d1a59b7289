using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>Where what has happened waits for the router. Posting never waits.</summary>
public sealed class RoutingInbox
{
    readonly Channel<RoutingEvent> _waiting = Channel.CreateUnbounded<RoutingEvent>(new UnboundedChannelOptions { SingleReader = true });
    readonly HashSet<long> _leaving = [];
    readonly Lock _order = new();

    public void Post(RoutingEvent happened)
    {
        lock (_order)
        {
            if (Leaves(happened) is { } conversation)
            {
                _leaving.Add(conversation);
            }

            _waiting.Writer.TryWrite(happened);
        }
    }

    /// <summary>What the router holds after all that was posted before; null where it starts anew meanwhile.</summary>
    internal Task<RouterHolds?> LookAsync()
    {
        var look = new RouterLook();
        Post(look);
        return look.Answer;
    }

    internal ValueTask<bool> WaitAsync(CancellationToken ct) => _waiting.Reader.WaitToReadAsync(ct);

    internal bool TryTake([NotNullWhen(true)] out RoutingEvent? happened)
    {
        lock (_order)
        {
            if (_waiting.Reader.TryRead(out happened) && Leaves(happened) is { } conversation)
            {
                _leaving.Remove(conversation);
            }

            return happened is not null;
        }
    }

    /// <summary>
    /// Tells of a place in the queue, unless the conversation has left it and the router has not heard so yet: a visitor whose agent
    /// is there must not be told to wait after that.
    /// </summary>
    internal void WhileWaiting(long conversation, Action tell)
    {
        lock (_order)
        {
            if (!_leaving.Contains(conversation))
            {
                tell();
            }
        }
    }

    static long? Leaves(RoutingEvent happened) => happened switch
    {
        ConversationTaken taken => taken.Conversation,
        ConversationWithdrawn withdrawn => withdrawn.Conversation,
        _ => null,
    };
}

/// <summary>Settings that routing goes by were changed: the loop reads them anew before it goes on.</summary>
public sealed record SettingsOutdated : RoutingEvent;
