using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Shows what was scheduled when its time has come, and takes back what was meant until now.</summary>
public sealed class PublishingRounds(Database database, ArticleChanges changes, TimeProvider time)
{
    /// <returns>When the next is due; null where none is.</returns>
    public async Task<DateTimeOffset?> GoAsync(LeaseTerm term, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await NextAsync(ct) <= now)
        {
            await database.WriteAsync(async sql =>
            {
                await term.CheckAsync(sql);
                foreach (var text in await DueAsync(sql, "publish_at", now))
                {
                    await DraftWriting.TouchAsync(sql, text, null, null, now);
                    await TextTurns.ShowAsync(sql, text, text.Scheduled ?? text.Versions, text.ExpiresAt, now);
                }

                foreach (var text in await DueAsync(sql, "expires_at", now))
                {
                    await DraftWriting.TouchAsync(sql, text, null, null, now);
                    await TextTurns.TakeBackAsync(sql, text, expired: true);
                }
            }, ct);
            await changes.AnnounceAsync("articles");
        }

        return await NextAsync(ct);
    }

    Task<DateTimeOffset?> NextAsync(CancellationToken ct) => database.ReadAsync(async sql => (await sql.FirstAsync<Next>("""
        select min(due.at) as at from (
            select publish_at as at from article_texts where publish_at is not null union all select expires_at from article_texts where expires_at is not null) due
        """))?.At, ct);

    static Task<List<TextRow>> DueAsync(Sql sql, string column, DateTimeOffset now) =>
        sql.QueryAsync<TextRow>($"select {TextRow.Columns} from {TextRow.From} where t.{column} <= @now order by t.{column}", new { now });

    sealed record Next
    {
        public DateTimeOffset? At { get; init; }
    }
}
