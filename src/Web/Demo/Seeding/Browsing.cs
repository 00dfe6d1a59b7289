using System.Text.Json;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Web.Demo.World;
using Kanal.Web.Hosting;
using NodaTime;

namespace Kanal.Web.Demo.Seeding;

/// <summary>
/// Who looked around in the last days and the menus they were shown, by the strategy that decides now: those who then asked in a chat, some
/// of those who booked, and many who left. So they can come once more, before another strategy.
/// </summary>
sealed class Browsing(StrategyShelf shelf, Database database, ServerSettings server, TimeProvider time)
{
    const int Days = 8;
    const int StrangersPerDay = 90;

    // What is kept of those who booked.
    const double Bought = 0.2;

    public async Task WriteAsync(Site site, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var from = now.AddDays(-Days);
        var chance = new Random(server.Demo?.Seed ?? 0);
        var (writers, buyers) = await database.ReadAsync(async sql => (
            await sql.QueryAsync<Came>("select id, visitor, opened_at as at, facts from conversations where site_id = @site and channel = 'chat' and visitor is not null and opened_at > @from order by id", new { site = site.Id, from }),
            await sql.QueryAsync<Came>("select visitor, min(ordered_at) as at from orders where site_id = @site and visitor is not null and ordered_at > @from group by visitor order by visitor", new { site = site.Id, from })), ct);
        var menus = new ShownThen(site, shelf.For(site), new IdSource(time), chance);
        foreach (var writer in writers)
        {
            menus.Add(writer.Visitor, writer.Facts, writer.At.AddSeconds(-chance.Between(20, 90)), writer.Id);
        }

        foreach (var buyer in buyers.Where(_ => chance.Says(Bought)))
        {
            menus.Add(buyer.Visitor, Facts(chance, "booking/payment", "payment"), buyer.At.AddMinutes(-chance.Between(2, 6)));
        }

        for (var stranger = 0; stranger < Days * StrangersPerDay; stranger++)
        {
            menus.Add(Browser.Of($"looker {stranger}"), Facts(chance), from + ((now - from) * chance.NextDouble()));
        }

        await database.WriteAsync(menus.WriteAsync, ct);
    }

    string Facts(Random chance, string? page = null, string? step = null)
    {
        var language = chance.Language();
        var origin = server.Url.Split(';')[0];
        var facts = new Journey(language, origin).To(Dialogue.Pick(chance), chance).Facts with { Topic = null };
        return Json.From(page is null ? facts : facts with { Page = $"{origin}/demo/{language}/{page}", Step = step });
    }

    sealed class ShownThen(Site site, PublishedStrategy published, IdSource ids, Random chance)
    {
        readonly BulkInsert _decisions = new("decisions", "id, site_id, decided_at, version, visitor, page_view, digest, arm, rule, page, channels, recommended, invitation, record");
        readonly BulkInsert _conversations = new("conversation_decisions", "conversation_id, decision_id");

        public void Add(string visitor, string facts, DateTimeOffset at, Id? conversation = null)
        {
            var (id, now, live) = (ids.Next(at), Instant.FromDateTimeOffset(at), On(at));
            var known = FactReading.FromPage(published.Strategy.Catalogue, JsonElement.Parse(facts), out _).Put("bot", false).PutTime(site.Calendar, now);
            var question = new MenuQuestion(visitor, id.ToString(), known.Only(published.PolicyFor(published.Settings.Consent)));
            var decision = published.Strategy.Decide(question, live, 1, now);
            _decisions.Add(id, site.Id, at, published.Version, visitor, question.PageView, "demo", decision.Arm.Text(), decision.Rule, question.Facts.Text("page"),
                string.Join(',', decision.Entries.Select(entry => entry.Channel)), decision.Entries.First(entry => entry.Recommended).Channel, decision.Invitation.Standing.Text(),
                DecisionRecord.Of(published.Version, question, live, 1, decision, now).ToJson());
            if (conversation is { } its)
            {
                _conversations.Add(its, id);
            }
        }

        public async Task WriteAsync(Sql sql)
        {
            await _decisions.WriteAsync(sql);
            await _conversations.WriteAsync(sql);
        }

        // An ordinary day: nobody waits for long.
        LiveState On(DateTimeOffset at)
        {
            var status = site.StatusAt(at);
            var (until, opens) = (At(status.ClosesAt), At(status.OpensAt));
            var due = Instant.FromDateTimeOffset(status.OpensAt ?? at) + Duration.FromHours(4);
            return new LiveState(
            [
                new("chat", ChannelPace.Live) { Open = status.Open, Staffed = status.Open, PredictedWaitSeconds = chance.Between(3, 40), MeanWaitSeconds = 3, Until = until, OpensAt = opens },
                new("callback", ChannelPace.Later) { Open = status.Open, Wished = false, TakesWhenClosed = true, Until = until, OpensAt = opens },
                new("email", ChannelPace.Later) { Open = status.Open, TakesWhenClosed = true, DueBy = due, OpensAt = opens },
                new("help", ChannelPace.SelfService) { TakesWhenClosed = true },
            ]);
        }

        static Instant? At(DateTimeOffset? time) => time is { } known ? Instant.FromDateTimeOffset(known) : null;
    }

    sealed record Came
    {
        public Id Id { get; init; }
        public string Visitor { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public string Facts { get; init; } = "";
    }
}
