using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Web.Demo.World;
using Kanal.Web.Hosting;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Who was spoken to first in the last weeks, by the rules that invite now, and what became of it: some of the conversations and orders that there are.</summary>
sealed class Guests(StrategyShelf shelf, Database database, ServerSettings server, TimeProvider time)
{
    const int Days = 28;
    const int StrangersPerDay = 22;
    const double Accepts = 0.3;
    const double Orders = 0.4;

    // Of those who don't take it up.
    const double Declines = 0.12;
    const double Closes = 0.3;
    const double Known = 0.8;

    public async Task WriteAsync(Site site, CancellationToken ct)
    {
        (string Rule, string Text)[] inviting = [.. from rule in shelf.For(site).Strategy.Rules where rule.Definition.Invite is not null select (rule.Id, rule.Definition.Invite?.Text ?? "")];
        if (inviting.Length == 0)
        {
            return;
        }

        var (chance, ids, now) = (new Random(server.Demo?.Seed ?? 0), new IdSource(time), time.GetUtcNow());
        var rows = new BulkInsert("invitations", "id, site_id, text, rule, visitor, day_at, shown_at, answer");

        void Invite(string? visitor, DateTimeOffset at, string answer)
        {
            // The first rules come at the last steps, which fewer people reach.
            var (rule, text) = inviting[(int)(inviting.Length * Math.Sqrt(chance.NextDouble()))];
            rows.Add(ids.Next(at), site.Id, text, rule, visitor, new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero), visitor is null ? null : at, answer);
        }

        var (writers, buyers) = await database.ReadAsync(async sql => (
            await sql.QueryAsync<Came>("select visitor, min(opened_at) as at from conversations where site_id = @site and channel = 'chat' and visitor is not null group by visitor order by visitor", new { site = site.Id }),
            await sql.QueryAsync<Came>("select visitor, min(ordered_at) as at from orders where site_id = @site and visitor is not null group by visitor order by visitor", new { site = site.Id })), ct);
        foreach (var writer in writers.Where(writer => writer.At > now.AddDays(-Days) && chance.Says(Accepts)))
        {
            Invite(writer.Visitor, writer.At.AddSeconds(-chance.Between(15, 90)), "accepted");
        }

        foreach (var buyer in buyers.Where(_ => chance.Says(Orders)))
        {
            Invite(buyer.Visitor, buyer.At.AddMinutes(-chance.Between(2, 25)), Refusal());
        }

        for (var stranger = 0; stranger < Days * StrangersPerDay; stranger++)
        {
            Invite(chance.Says(Known) ? Browser.Of($"guest {stranger}") : null, now - (TimeSpan.FromDays(Days) * chance.NextDouble()), Refusal());
        }

        await database.WriteAsync(rows.WriteAsync, ct);

        string Refusal() => chance.NextDouble() switch { < Declines => "declined", < Declines + Closes => "closed", _ => "shown" };
    }

    sealed record Came
    {
        public string Visitor { get; init; } = "";
        public DateTimeOffset At { get; init; }
    }
}
