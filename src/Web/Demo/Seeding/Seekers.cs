using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Proposals;
using Kanal.Centre.Storage;
using Kanal.Web.Hosting;

namespace Kanal.Web.Demo.Seeding;

/// <summary>What those did next who had sought in vain, and the articles that agents made of conversations they had solved.</summary>
sealed class Seekers(Database database, AgentDirectory agents, ProposalBook proposals, ServerSettings server)
{
    const int Proposed = 3;

    public async Task WriteAsync(CancellationToken ct)
    {
        var chance = new Random(server.Demo?.Seed ?? 0);
        var (searches, past) = await database.ReadAsync(async sql => (
            await sql.QueryAsync<Search>("select site_id, language, folded, times from searches_in_vain order by language, folded"),
            await sql.QueryAsync<Solved>("select id, language, channel, agent_id, outcome from conversations where state = 'closed' order by closed_last_at desc")), ct);
        var (steps, contacts) = (new BulkInsert("vain_steps", "site_id, language, folded, step, channel, times"), new BulkInsert("vain_contacts", "site_id, language, folded, conversation_id"));
        var free = past.GroupBy(one => one.Language).ToDictionary(language => language.Key, language => new Queue<Solved>(language.Skip(Proposed)));
        foreach (var search in searches)
        {
            var came = Enumerable.Range(0, chance.Next((int)Math.Min(search.Times, 5))).Select(_ => free.GetValueOrDefault(search.Language)?.TryDequeue(out var one) is true ? one : null).OfType<Solved>().ToList();
            foreach (var (channel, times) in came.CountBy(one => one.Channel))
            {
                steps.Add(search.SiteId, search.Language, search.Folded, "contacted", channel, times);
            }

            came.ForEach(one => contacts.Add(search.SiteId, search.Language, search.Folded, one.Id));
            var left = (int)search.Times - came.Count;
            foreach (var (step, times) in Enumerable.Range(0, left).Select(_ => chance.Next(6) switch { 0 => "read", 1 or 2 => "found", _ => "left" }).CountBy(step => step))
            {
                steps.Add(search.SiteId, search.Language, search.Folded, step, "", times);
            }
        }

        await database.WriteAsync(async sql =>
        {
            await steps.WriteAsync(sql);
            await contacts.WriteAsync(sql);
        }, ct);
        await ProposeAsync(past, ct);
    }

    async Task ProposeAsync(List<Solved> past, CancellationToken ct)
    {
        var staff = (await agents.ListAsync(ct)).ToDictionary(agent => agent.Id);
        foreach (var solved in past.Where(one => one is { Outcome: "solved", AgentId: not null }).DistinctBy(one => one.Language).Take(Proposed))
        {
            var agent = staff[solved.AgentId ?? default];
            await proposals.MakeAsync(solved.Id, new Caller(agent.Id, agent.Name, agent.Role, null), ct);
        }
    }

    sealed record Search
    {
        public Id SiteId { get; init; }
        public string Language { get; init; } = "";
        public string Folded { get; init; } = "";
        public long Times { get; init; }
    }

    sealed record Solved
    {
        public Id Id { get; init; }
        public string Language { get; init; } = "";
        public string Channel { get; init; } = "";
        public Id? AgentId { get; init; }
        public string? Outcome { get; init; }
    }
}
