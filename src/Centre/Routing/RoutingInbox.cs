using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Kanal.Centre.Waits;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>Where what has happened waits for the router. Posting never waits.</summary>
public sealed class RoutingInbox(WaitInbox waits)
{
    readonly Channel<RoutingEvent> _waiting = Channel.CreateUnbounded<RoutingEvent>(new UnboundedChannelOptions { SingleReader = true });

    public void Post(RoutingEvent happened)
    {
        waits.Post(happened);
        _waiting.Writer.TryWrite(happened);
    }

    /// <summary>What the router holds after all that was posted before; null where it starts anew meanwhile.</summary>
    internal Task<RouterHolds?> LookAsync()
    {
        var look = new RouterLook();
        Post(look);
        return look.Answer;
    }

    internal ValueTask<bool> WaitAsync(CancellationToken ct) => _waiting.Reader.WaitToReadAsync(ct);

    internal bool TryTake([NotNullWhen(true)] out RoutingEvent? happened) => _waiting.Reader.TryRead(out happened);
}

/// <summary>Settings that routing goes by were changed: the loop reads them anew before it goes on.</summary>
public sealed record SettingsOutdated : RoutingEvent;
