using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Measures;
using NodaTime;

namespace Kanal.Centre.Deflections;

/// <summary>What visitors were shown and have read before they wrote to us, if they did.</summary>
public sealed class AnswerVisits(Database database, IdSource ids, DeflectionClock clock, TimeProvider time)
{
    /// <summary>These stood before a visitor's eyes.</summary>
    public async Task ShownAsync(Site site, IReadOnlyCollection<PublishedText> texts, CancellationToken ct)
    {
        var day = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        await database.WriteAsync(async sql =>
        {
            foreach (var text in texts)
            {
                await sql.ExecuteAsync("""
                    insert into answers_shown (site_id, article_id, language, day_at, times) values (@site, @Article, @Language, @day, 1)
                    on conflict (day_at, site_id, article_id, language) do update set times = answers_shown.times + 1
                    """, new { site = site.Id, text.Article, text.Language, day });
            }
        }, ct);
    }

    /// <summary>A visitor has opened an article, or said of one whether it helped. Who is in contact with us already is not counted.</summary>
    /// <param name="visitor">The digest of the browser's token.</param>
    /// <param name="helped">Null while nothing is said.</param>
    public async Task ReadAsync(Site site, string visitor, PublishedText text, bool? helped, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(async sql =>
        {
            if (await InContactAsync(sql, site.Id, visitor))
            {
                return;
            }

            var last = await sql.FirstAsync<MatterRow>(
                "select * from answer_matters where site_id = @site and visitor = @visitor and outcome = 'open' order by id desc limit 1", new { site = site.Id, visitor });
            var goesOn = last is not null && Deflection.GoesOn(Instant.FromDateTimeOffset(last.LastAt), Instant.FromDateTimeOffset(now));
            var matter = goesOn && last is not null ? last.Id : ids.Next(now);
            await sql.ExecuteAsync(goesOn
                ? "update answer_matters set last_at = @now, closes_at = @closes where id = @matter"
                : """
                    insert into answer_matters (id, site_id, visitor, began_at, last_at, closes_at, outcome)
                    values (@matter, @site, @visitor, @now, @now, @closes, 'open')
                    """, new { matter, site = site.Id, visitor, now, closes = now + Deflection.Within.ToTimeSpan() });
            await sql.ExecuteAsync("""
                insert into answer_reads (matter_id, article_id, language, read_at, helped) values (@matter, @Article, @Language, @now, @helped)
                on conflict (matter_id, article_id, language) do update set helped = coalesce(excluded.helped, answer_reads.helped)
                """, new { matter, text.Article, text.Language, now, helped });
        }, ct);
        clock.Began();
    }

    static async Task<bool> InContactAsync(Sql sql, Id site, string visitor) => await sql.FirstAsync<long>("""
        select count(*) from addresses a join conversations c on c.customer_id = a.customer_id
            where a.site_id = @site and a.kind = 'browser' and a.value = @visitor and c.state <> 'closed'
        """, new { site, visitor }) > 0;
}
