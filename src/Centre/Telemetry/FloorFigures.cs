using System.Diagnostics.Metrics;
using Kanal.Centre.Queues;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Telemetry;

/// <summary>How the floor stands: who waits, what is in hand, who is there. Read from the database when somebody asks, and shown as it was then.</summary>
public sealed class FloorFigures(Database database, QueueBoard queues, TimeProvider time, IMeterFactory meters)
{
    Floor? _floor;

    /// <summary>Makes the figures known to listeners; nothing is read before the first <see cref="RefreshAsync"/>.</summary>
    public void Publish()
    {
        var meter = meters.Create(Tally.Meter);
        meter.CreateObservableGauge("kanal.conversations.waiting", () => From(floor => floor.Waiting, "queue"), "{conversation}", "Conversations that wait for an agent, by queue.");
        meter.CreateObservableGauge("kanal.conversations.in_hand", () => From(floor => floor.InHand, "state"), "{conversation}", "Conversations that an agent has, by state.");
        meter.CreateObservableGauge("kanal.agents", () => From(floor => floor.Agents, "presence"), "{agent}", "Agents by presence.");
        meter.CreateObservableGauge("kanal.outbox.letters", () => From(floor => floor.Outbox, "state"), "{letter}", "Letters that are not sent yet, by state.");
        meter.CreateObservableGauge("kanal.outbox.overdue", () => _floor?.Overdue ?? 0, "s", "For how long the letter that waits longest should have been tried; 0 where none is late.");
        meter.CreateObservableGauge("kanal.storage.answers", () => _floor is null ? 0 : 1, description: "1 while the database answers.");
    }

    /// <summary>Reads the figures anew; while storage is in trouble there are none.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        try
        {
            var waiting = (await queues.ReadAsync(ct)).ConvertAll(queue => new Figure { Kind = queue.Name, Amount = queue.Waiting });
            _floor = await database.ReadAsync(async sql => new Floor(waiting,
                await sql.QueryAsync<Figure>("select state as kind, count(*) as amount from conversations where state <> 'closed' and state <> 'queued' group by state order by state"),
                await sql.QueryAsync<Figure>("select presence as kind, count(*) as amount from agents where active = true group by presence order by presence"),
                await sql.QueryAsync<Figure>("select state as kind, count(*) as amount from outbox where state in ('held', 'waiting', 'sending', 'handing') group by state order by state"),
                Math.Max(0, (time.GetUtcNow() - await sql.FirstAsync<DateTimeOffset?>("select min(due_at) from outbox where state = 'waiting'"))?.TotalSeconds ?? 0)), ct);
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is not null)
        {
            _floor = null;
        }
    }

    IEnumerable<Measurement<long>> From(Func<Floor, List<Figure>> which, string label) =>
        _floor is { } floor ? which(floor).Select(figure => new Measurement<long>(figure.Amount, new KeyValuePair<string, object?>(label, figure.Kind))) : [];

    sealed record Floor(List<Figure> Waiting, List<Figure> InHand, List<Figure> Agents, List<Figure> Outbox, double Overdue);

    sealed record Figure
    {
        public string Kind { get; init; } = "";
        public long Amount { get; init; }
    }
}
