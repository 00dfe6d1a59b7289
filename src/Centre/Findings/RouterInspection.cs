using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Findings;

/// <summary>Compares what the router believes with what the database says.</summary>
public sealed class RouterInspection(Database database, RoutingInbox routing)
{
    internal async Task<List<Finding>> LookAsync(CancellationToken ct)
    {
        if (await routing.LookAsync().WaitAsync(ct) is not (var waiting, var held))
        {
            return [];
        }

        var open = await database.ReadAsync(sql => sql.QueryAsync<Open>("select id, queue_id, state from conversations where state <> 'closed'"), ct);
        var stillOpen = open.Select(one => one.Id.Value).ToHashSet();
        return
        [
            .. open.Where(one => one.State == "queued" && !waiting.Contains(one.Id.Value)).Select(one => new Finding { Kind = FindingKind.UnknownToRouter, Conversation = one.Id, Queue = one.QueueId }),
            .. waiting.Concat(held).Where(id => !stillOpen.Contains(id)).Select(id => new Finding { Kind = FindingKind.HeldButClosed, Conversation = new Id(id) }),
        ];
    }

    sealed record Open
    {
        public Id Id { get; init; }
        public Id QueueId { get; init; }
        public string State { get; init; } = "";
    }
}
