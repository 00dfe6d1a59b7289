using System.Diagnostics.Metrics;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Telemetry;

/// <summary>How this node fares, read from memory.</summary>
public sealed class NodeFigures(Journal journal, NodeBell bell, RoutingLease lease, IMeterFactory meters)
{
    public void Publish()
    {
        bell.WhenMissed(Tally.Missed);
        var meter = meters.Create(Tally.Meter);
        meter.CreateObservableGauge("kanal.journal.waiting", () => journal.Waiting, "{message}", "Messages that wait to be on disk.");
        meter.CreateObservableGauge("kanal.nodes", () => Math.Max(1, bell.Nodes.Count), "{node}", "Nodes that live on this database, this one among them.");
        meter.CreateObservableGauge("kanal.routing.leads", () => lease.IsHeld ? 1 : 0, description: "1 where this node leads: its router decides, and it does what is timed.");
    }
}
