using Kanal.Centre.Live;

namespace Kanal.Centre.Routing;

/// <summary>After the commit of a change to queues or channels: the router goes by the new rules, and desks fetch anew what was changed.</summary>
public sealed class RoutingChange(RoutingInbox routing, DeskFeed desk)
{
    /// <param name="kinds">Of settings, such as <c>queues</c>.</param>
    public void Tell(IEnumerable<string> kinds)
    {
        routing.Post(new SettingsOutdated());
        foreach (var kind in kinds)
        {
            desk.Tell("settings", new SettingsChanged(kind));
        }
    }
}
