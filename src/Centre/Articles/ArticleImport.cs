using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Takes articles in as they were kept elsewhere, with their authors and times: all of them or, where something is wrong, none.</summary>
public sealed class ArticleImport(Database database, ArticleChanges changes, IdSource ids)
{
    public async Task WriteAsync(IReadOnlyList<ImportedArticle> articles, CancellationToken ct)
    {
        await database.WriteAsync(async sql =>
        {
            foreach (var (i, article) in articles.Index())
            {
                await WriteAsync(sql, article, i);
            }
        }, ct);
        await changes.AnnounceAsync("articles");
    }

    async Task WriteAsync(Sql sql, ImportedArticle article, int position)
    {
        await PlaceCheck.CheckAsync(sql, article.Site, article.Kind, article.Section, article.Audience, article.Specialists);
        var at = article.Texts.Min(text => text.Versions[0].At);
        var id = ids.Next(at);
        await sql.ExecuteAsync("""
            insert into articles (id, site_id, kind, section_id, audience, position, specialists, original, created_at, version)
            values (@id, @Site, @kind, @Section, @audience, @position, @Specialists, @Original, @at, 1)
            """, new { id, article.Site, kind = article.Kind.Text(), article.Section, audience = article.Audience.Text(), position, article.Specialists, article.Original, at });
        foreach (var text in article.Texts)
        {
            await WriteAsync(sql, id, article, text);
        }
    }

    static async Task WriteAsync(Sql sql, Id id, ImportedArticle article, ImportedText text)
    {
        var faults = new Faults();
        var versions = text.Versions.Select(version => version with { Content = new ContentCheck(faults).Read(version.Content, article.Kind) }).ToList();
        faults.ThrowIfAny();
        var (first, last) = (versions[0], versions[^1]);
        int? published = text.PublishAt is null ? versions.Count : versions.Count > 1 ? versions.Count - 1 : null;
        var slug = article.Kind == ArticleKind.ShortAnswer || article.Site is not { } site ? null : await Slugs.TakeAsync(sql, id, site, text.Language, null, last.Content.Title);
        await sql.ExecuteAsync("""
            insert into article_texts (article_id, language, site_id, slug, shortcut, title, folded, edition, versions, published, published_at, changed_at, scheduled, publish_at, expires_at, expired, translated_from, touched_at, touched_by)
            values (@id, @Language, @Site, @slug, @Shortcut, @Title, @folded, @count, @count, @published, @firstAt, @changedAt, @scheduled, @PublishAt, @ExpiresAt, false, @TranslatedFrom, @At, @Author)
            """, new
        {
            id,
            text.Language,
            article.Site,
            slug,
            text.Shortcut,
            last.Content.Title,
            folded = DraftWriting.Folded(last.Content, text.Shortcut),
            count = versions.Count,
            published,
            firstAt = published is null ? (DateTimeOffset?)null : first.At,
            changedAt = published is { } number ? versions[number - 1].At : (DateTimeOffset?)null,
            scheduled = text.PublishAt is null ? (int?)null : versions.Count,
            text.PublishAt,
            text.ExpiresAt,
            last.TranslatedFrom,
            last.At,
            last.Author,
        });
        foreach (var (i, version) in versions.Index())
        {
            await sql.ExecuteAsync("""
                insert into article_versions (article_id, language, number, content, translated_from, remark, agent_id, author, created_at)
                values (@id, @Language, @number, @content, @TranslatedFrom, @Remark, @Agent, @Author, @At)
                """, new { id, text.Language, number = i + 1, content = Json.From(version.Content), version.TranslatedFrom, version.Remark, version.Agent, version.Author, version.At });
        }
    }
}

/// <param name="Texts">At least the original's.</param>
public sealed record ImportedArticle(ArticleKind Kind, Id? Site, Id? Section, Audience Audience, string Original, IReadOnlyList<ImportedText> Texts, string? Specialists = null);

/// <param name="Versions">The oldest first, at least one; the last is what is published.</param>
/// <param name="PublishAt">The last is not published yet; it will be then.</param>
public sealed record ImportedText(string Language, IReadOnlyList<ImportedVersion> Versions, string? Shortcut = null, DateTimeOffset? PublishAt = null, DateTimeOffset? ExpiresAt = null);

public sealed record ImportedVersion(ArticleContent Content, DateTimeOffset At, string? Author = null, Id? Agent = null, string? Remark = null, int? TranslatedFrom = null);
