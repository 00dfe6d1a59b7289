using Kanal.Centre.Live;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Skills;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Topics;

/// <summary>The topics, in the order in which agents see them.</summary>
public sealed class TopicList(Database database, DeskFeed desks, IdSource ids)
{
    const int LongestName = 80;
    const int Most = 500;

    public Task<List<Topic>> ReadAsync(CancellationToken ct) => database.ReadAsync(ReadAsync, ct);

    public Task<Topic> AddAsync(TopicRequest request, CancellationToken ct) => ChangeAsync(async (sql, topics) =>
    {
        if (topics.Count >= Most)
        {
            throw RefusedException.Conflict("too-many-topics", $"There are {Most} topics already; nobody finds one among more.");
        }

        var topic = new Topic { Id = ids.Next(), Name = Name(request, topics), Position = -1, Routing = await RoutingAsync(sql, request.Routing) ?? new TopicRouting() };
        await sql.ExecuteAsync("insert into topics (id, name, position, routing) values (@Id, @Name, @Position, @routing)", new { topic.Id, topic.Name, topic.Position, routing = Json.From(topic.Routing) });
        topics.Insert(Place(request.Position ?? topics.Count, topics), topic);
        return topic;
    }, ct);

    public Task<Topic> ChangeAsync(Id id, TopicRequest request, CancellationToken ct) => ChangeAsync(async (sql, topics) =>
    {
        var before = topics.Find(topic => topic.Id == id) ?? throw RefusedException.NotFound("topic");
        topics.Remove(before);
        var topic = before with { Name = Name(request, topics), Routing = await RoutingAsync(sql, request.Routing) ?? before.Routing };
        await sql.ExecuteAsync("update topics set name = @Name, routing = @routing where id = @Id", new { topic.Id, topic.Name, routing = Json.From(topic.Routing) });
        topics.Insert(Place(request.Position ?? before.Position, topics), topic);
        return topic;
    }, ct);

    public Task RemoveAsync(Id id, CancellationToken ct) => ChangeAsync(async (sql, topics) =>
    {
        var topic = topics.Find(topic => topic.Id == id) ?? throw RefusedException.NotFound("topic");
        if (await sql.FirstAsync<int?>("select 1 from conversations where topic_id = @id limit 1", new { id }) is not null)
        {
            throw RefusedException.Conflict("in-use", $"There are conversations about \"{topic.Name}\", so it has to stay. It can be given another name.");
        }

        await sql.ExecuteAsync("delete from topics where id = @id", new { id });
        topics.Remove(topic);
        return topic;
    }, ct);

    async Task<Topic> ChangeAsync(Func<Sql, List<Topic>, Task<Topic>> change, CancellationToken ct)
    {
        var changed = await database.WriteAsync(async sql =>
        {
            var topics = await ReadAsync(sql);
            var topic = await change(sql, topics);
            foreach (var (position, moved) in topics.Index().Where(place => place.Item.Position != place.Index || place.Item == topic))
            {
                await sql.ExecuteAsync("update topics set position = @position where id = @Id", new { position, moved.Id });
            }

            return topic with { Position = Math.Max(0, topics.IndexOf(topic)) };
        }, ct);
        desks.Tell("settings", new SettingsChanged("topics"));
        return changed;
    }

    internal static async Task<List<Topic>> ReadAsync(Sql sql) =>
        (await sql.QueryAsync<Row>("select id, name, position, routing from topics order by position, id"))
        .ConvertAll(row => new Topic { Id = row.Id, Name = row.Name, Position = row.Position, Routing = Json.To<TopicRouting>(row.Routing) ?? new TopicRouting() });

    internal static Task RouteAsync(Sql sql, Id topic, TopicRouting routing) =>
        sql.ExecuteAsync("update topics set routing = @routing where id = @topic", new { topic, routing = Json.From(routing) });

    static async Task<TopicRouting?> RoutingAsync(Sql sql, TopicRouting? given)
    {
        if (given is null)
        {
            return null;
        }

        var faults = new Faults();
        faults.AddIf(given.Value is < 1 or > 10, "routing.value", "A value is 1 (ordinary) to 10.");
        faults.AddIf(given.Queue is { } queue && await sql.FirstAsync<long>("select count(*) from queues where id = @queue", new { queue }) == 0, "routing.queue", "There is no such queue.");
        StepsCheck.Read(faults, "routing.steps", given.Steps ?? [], await SkillBook.ListAsync(sql));
        faults.ThrowIfAny();
        return given;
    }

    static string Name(TopicRequest request, List<Topic> others)
    {
        var faults = new Faults();
        var name = faults.Line("name", request.Name, LongestName);
        faults.AddIf(request.Position < 0, "position", "This counts from 0.");
        faults.ThrowIfAny();
        return others.Exists(topic => Folding.Fold(topic.Name) == Folding.Fold(name))
            ? throw new RefusedException(Refusal.Conflict, "name-taken", "There is a topic with this name already.") { Errors = new() { ["name"] = ["There is a topic with this name already."] } }
            : name;
    }

    static int Place(int wanted, List<Topic> topics) => Math.Min(wanted, topics.Count);

    sealed record Row
    {
        public Id Id { get; init; }
        public string Name { get; init; } = "";
        public int Position { get; init; }
        public string Routing { get; init; } = "{}";
    }
}
