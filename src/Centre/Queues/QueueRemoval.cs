using Kanal.Centre.Access;
using Kanal.Centre.Conversations;
using Kanal.Centre.Planning;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Centre.Topics;

namespace Kanal.Centre.Queues;

/// <summary>Takes a queue away. Nothing is lost: what is in it, and whatever leads to it, goes to another one first.</summary>
public sealed class QueueRemoval(Database database, Audit audit, ConversationNews news, RoutingChange changes)
{
    /// <param name="moveTo">Where its conversations, open and closed, and its ways in go.</param>
    /// <exception cref="RefusedException"><c>last-queue</c>; <c>queue-in-use</c>: it is not empty, and <paramref name="moveTo"/> was not given.</exception>
    public async Task RemoveAsync(Id id, Id? moveTo, Caller caller, CancellationToken ct)
    {
        var open = await database.WriteAsync(async sql =>
        {
            var queues = await QueueBook.RowsAsync(sql);
            var queue = queues.Find(one => one.Id == id) ?? throw RefusedException.NotFound("queue");
            if (queues.Count == 1)
            {
                throw RefusedException.Conflict("last-queue", "This is the only queue; customers need a place to wait.");
            }

            if (moveTo is { } other && (other == id || !queues.Exists(one => one.Id == other)))
            {
                throw RefusedException.Invalid("moveTo", "This should be another queue.");
            }

            var moved = await MoveAsync(sql, queue, moveTo);
            foreach (var row in queues.Where(one => one.Id != id && one.Terms.Overflow.Any(over => over.Queue == id)))
            {
                var terms = row.Terms with { Overflow = [.. row.Terms.Overflow.Where(over => over.Queue != id)] };
                await sql.ExecuteAsync("update queues set rules = @rules, version = version + 1 where id = @Id", new { row.Id, rules = Json.From(terms) });
            }

            await sql.ExecuteAsync("delete from queue_help where queue_id = @id or from_id = @id", new { id });
            await sql.ExecuteAsync("delete from team_queues where queue_id = @id", new { id });
            await sql.ExecuteAsync("delete from queues where id = @id", new { id });
            await audit.NoteAsync(sql, caller, "queue.removed", queue.Name);
            return moved;
        }, ct);
        foreach (var head in open)
        {
            await (head.State == ConversationState.Queued ? news.RequeuedAsync(head, waited: true, null, CancellationToken.None) : news.SummaryAsync(head.Id, CancellationToken.None));
        }

        changes.Tell(["queues", "teams", "topics", "entryPoints"]);
    }

    static async Task<List<ConversationHead>> MoveAsync(Sql sql, QueueRow queue, Id? moveTo)
    {
        var topics = (await TopicList.ReadAsync(sql)).FindAll(topic => topic.Routing.Queue == queue.Id);
        if (moveTo is not { } to)
        {
            var conversations = await sql.FirstAsync<long>("select count(*) from conversations where queue_id = @Id", queue);
            var waysIn = await sql.FirstAsync<long>("select count(*) from entry_points where queue_id = @Id", queue) + topics.Count;
            return conversations + waysIn == 0
                ? []
                : throw RefusedException.Conflict("queue-in-use",
                    $"\"{queue.Name}\" has {conversations} conversations, open and closed, and {waysIn} ways in lead to it. Say with moveTo which queue they go to.");
        }

        var heads = await sql.QueryAsync<ConversationHead>($"select {JournalText.HeadColumns} from conversations where queue_id = @Id and state <> 'closed'", queue);
        await sql.ExecuteAsync("update conversations set queue_id = @to where queue_id = @Id", new { queue.Id, to });
        await sql.ExecuteAsync("update entry_points set queue_id = @to where queue_id = @Id", new { queue.Id, to });
        await PlanningMove.QueueAsync(sql, queue.Id, to);
        foreach (var topic in topics)
        {
            await TopicList.RouteAsync(sql, topic.Id, topic.Routing with { Queue = to });
        }

        return heads.ConvertAll(head => head with { QueueId = to });
    }
}
