using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Kanal.Centre.Telemetry;

namespace Kanal.Web.Metrics;

/// <summary>Listens to the program's own instruments and to a choice of the framework's, from the start of the server.</summary>
sealed class Readings : IDisposable
{
    // The framework's, with the label that is kept.
    static readonly Dictionary<string, string?> _chosen = new()
    {
        ["http.server.request.duration"] = "http.response.status_code",
        ["http.server.active_requests"] = null,
        ["kestrel.active_connections"] = null,
        ["kestrel.rejected_connections"] = null,
        ["dotnet.process.cpu.time"] = "cpu.mode",
        ["dotnet.process.memory.working_set"] = null,
        ["dotnet.gc.collections"] = "gc.heap.generation",
        ["dotnet.gc.heap.total_allocated"] = null,
        ["dotnet.gc.pause.time"] = null,
        ["dotnet.thread_pool.thread.count"] = null,
        ["dotnet.thread_pool.queue.length"] = null,
        ["dotnet.exceptions"] = null,
    };

    // Our own; each has this label or none.
    static readonly Dictionary<string, string> _labels = new()
    {
        ["kanal.messages.accepted"] = "author",
        ["kanal.offers"] = "happened",
        ["kanal.conversations.waiting"] = "queue",
        ["kanal.conversations.in_hand"] = "state",
        ["kanal.agents"] = "presence",
        ["kanal.outbox.letters"] = "state",
    };

    readonly MeterListener _listener = new();
    readonly ConcurrentDictionary<Instrument, Family> _families = new();
    readonly Lock _observing = new();
    readonly IMeterFactory _meters;

    public Readings(IMeterFactory meters)
    {
        _meters = meters;
        _listener.InstrumentPublished = Choose;
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((Family?)family)?.Take(value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((Family?)family)?.Take(value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((Family?)family)?.Take(value, tags));
        _listener.Start();
    }

    /// <summary>All there is to tell now, in Prometheus' text format.</summary>
    public string Write()
    {
        var page = new StringBuilder(16 * 1024);
        lock (_observing)
        {
            foreach (var family in _families.Values)
            {
                family.BeforeObserving();
            }

            _listener.RecordObservableInstruments();
            foreach (var (_, family) in _families.OrderBy(one => one.Key.Name, StringComparer.Ordinal))
            {
                family.Write(page);
            }
        }

        return page.ToString();
    }

    public void Dispose() => _listener.Dispose();

    void Choose(Instrument instrument, MeterListener listener)
    {
        var own = instrument.Meter.Name == Tally.Meter;
        // Another server in the same process, as in tests, has meters of its own.
        if ((instrument.Meter.Scope is { } scope && scope != _meters) || (!own && !_chosen.ContainsKey(instrument.Name)))
        {
            return;
        }

        listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument, one => new Family(one, own ? _labels.GetValueOrDefault(one.Name) : _chosen[one.Name])));
    }
}
