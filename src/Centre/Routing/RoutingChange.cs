using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Routing;

/// <summary>After the commit of a change to queues or channels: the router goes by the new rules, and desks fetch anew what was changed.</summary>
public sealed class RoutingChange(Database database, RoutingInbox routing, DeskFeed desk)
{
    /// <param name="kinds">Of settings, such as <c>queues</c>.</param>
    public async Task TellAsync(IEnumerable<string> kinds, CancellationToken ct)
    {
        routing.Post(new RulesChanged((await database.ReadAsync(RoutingSettings.ReadAsync, ct)).ToRules()));
        foreach (var kind in kinds)
        {
            desk.Tell("settings", new SettingsChanged(kind));
        }
    }
}
