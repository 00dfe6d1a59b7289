using System.Threading.Channels;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>Where what has happened waits for the router. Posting never waits.</summary>
public sealed class RoutingInbox
{
    readonly Channel<RoutingEvent> _waiting = Channel.CreateUnbounded<RoutingEvent>(new UnboundedChannelOptions { SingleReader = true });

    public void Post(RoutingEvent happened) => _waiting.Writer.TryWrite(happened);

    internal ChannelReader<RoutingEvent> Reader => _waiting.Reader;
}
