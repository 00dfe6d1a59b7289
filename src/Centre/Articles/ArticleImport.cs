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
                await WriteAsync(sql, article with { Position = article.Position ?? i }, article.Id ?? ids.Next(FirstOf(article)));
            }
        }, ct);
        await changes.AnnounceAsync("articles");
    }

    /// <summary>Within a transaction of the caller's, who announces it.</summary>
    internal static async Task WriteAsync(Sql sql, ImportedArticle article, Id id)
    {
        await PlaceCheck.CheckAsync(sql, article.Site, article.Kind, article.Section, article.Audience, article.Specialists);
        var position = article.Position ?? await sql.FirstAsync<int>("select coalesce(max(position) + 1, 0) from articles where section_id = @section", new { section = article.Section ?? default });
        await sql.ExecuteAsync("""
            insert into articles (id, site_id, kind, section_id, audience, position, specialists, original, created_at, version)
            values (@id, @Site, @kind, @Section, @audience, @position, @Specialists, @Original, @at, 1)
            """, new { id, article.Site, kind = article.Kind.Text(), article.Section, audience = article.Audience.Text(), position, article.Specialists, article.Original, at = article.CreatedAt ?? FirstOf(article) });
        foreach (var text in article.Texts)
        {
            await WriteAsync(sql, id, article.Kind, article.Site, text);
        }
    }

    internal static async Task WriteAsync(Sql sql, Id id, ArticleKind kind, Id? site, ImportedText text)
    {
        var faults = new Faults();
        var versions = text.Versions.Select((version, i) => version with { Number = version.Number ?? i + 1, Content = new ContentCheck(faults).Read(version.Content, kind) }).ToList();
        var draft = text.Draft is null ? null : text.Draft with { Content = new ContentCheck(faults).Read(text.Draft.Content, kind) };
        faults.ThrowIfAny();
        var latest = draft ?? versions[^1];
        var standing = text.Standing ?? TextStanding.Latest(text, versions);
        var slug = kind == ArticleKind.ShortAnswer || site is not { } place ? null : await SlugAsync(sql, id, place, text, latest.Content.Title);
        await sql.ExecuteAsync("""
            insert into article_texts (article_id, language, site_id, slug, shortcut, title, folded, edition, versions, published, published_at, changed_at, scheduled, publish_at, expires_at, expired, translated_from, touched_at, touched_by)
            values (@id, @Language, @site, @slug, @Shortcut, @Title, @folded, @edition, @count, @Published, @PublishedAt, @ChangedAt, @Scheduled, @PublishAt, @ExpiresAt, @Expired, @TranslatedFrom, @At, @Author)
            """, new
        {
            id,
            text.Language,
            site,
            slug,
            text.Shortcut,
            latest.Content.Title,
            folded = DraftWriting.Folded(latest.Content, text.Shortcut),
            edition = versions.Count + (draft is null ? 0 : 1),
            count = versions.Count == 0 ? 0 : versions[^1].Number,
            standing.Published,
            standing.PublishedAt,
            standing.ChangedAt,
            standing.Scheduled,
            text.PublishAt,
            text.ExpiresAt,
            standing.Expired,
            latest.TranslatedFrom,
            latest.At,
            latest.Author,
        });
        foreach (var version in versions)
        {
            await sql.ExecuteAsync("""
                insert into article_versions (article_id, language, number, content, translated_from, remark, agent_id, author, created_at)
                values (@id, @Language, @Number, @content, @TranslatedFrom, @Remark, @Agent, @Author, @At)
                """, new { id, text.Language, version.Number, content = Json.From(version.Content), version.TranslatedFrom, version.Remark, version.Agent, version.Author, version.At });
        }

        if (draft is not null)
        {
            await sql.ExecuteAsync("""
                insert into article_drafts (article_id, language, content, saved_at, agent_id, author) values (@id, @Language, @content, @At, @Agent, @Author)
                """, new { id, text.Language, content = Json.From(draft.Content), draft.At, draft.Agent, draft.Author });
        }
    }

    // Old names lead to it where nobody else has them by now.
    static async Task<string> SlugAsync(Sql sql, Id id, Id site, ImportedText text, string title)
    {
        var slug = await Slugs.TakeAsync(sql, id, site, text.Language, text.Slug, title);
        foreach (var old in text.OldSlugs.Where(Slugs.IsWellFormed))
        {
            await sql.ExecuteAsync("insert into article_slugs (site_id, language, slug, article_id) values (@site, @Language, @old, @id) on conflict (site_id, language, slug) do nothing", new { site, text.Language, old, id });
        }

        return slug;
    }

    static DateTimeOffset FirstOf(ImportedArticle article) => article.Texts.SelectMany(text => text.Versions.Append(text.Draft)).Min(version => version?.At) ?? DateTimeOffset.UnixEpoch;
}

/// <param name="Texts">At least the original's.</param>
public sealed record ImportedArticle(ArticleKind Kind, Id? Site, Id? Section, Audience Audience, string Original, IReadOnlyList<ImportedText> Texts, string? Specialists = null)
{
    /// <summary>Null for a new one.</summary>
    public Id? Id { get; init; }

    /// <summary>Null for the last, of several that are taken in together for their order.</summary>
    public int? Position { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}

/// <param name="Versions">The oldest first; the last is what is published, where <paramref name="Standing"/> says nothing else.</param>
/// <param name="PublishAt">The last is not published yet; it will be then.</param>
/// <param name="Draft">What is being written; needed where there is no version.</param>
public sealed record ImportedText(
    string Language, IReadOnlyList<ImportedVersion> Versions, string? Shortcut = null, DateTimeOffset? PublishAt = null, DateTimeOffset? ExpiresAt = null, ImportedVersion? Draft = null, TextStanding? Standing = null)
{
    /// <summary>Null: made of the title.</summary>
    public string? Slug { get; init; }

    public IReadOnlyList<string> OldSlugs { get; init; } = [];
}

/// <param name="Number">Null for the next.</param>
public sealed record ImportedVersion(ArticleContent Content, DateTimeOffset At, string? Author = null, Id? Agent = null, string? Remark = null, int? TranslatedFrom = null, int? Number = null);

/// <summary>Which versions of a text are shown, and since when.</summary>
public sealed record TextStanding(int? Published, int? Scheduled, DateTimeOffset? PublishedAt, DateTimeOffset? ChangedAt, bool Expired)
{
    internal static TextStanding Latest(ImportedText text, List<ImportedVersion> versions)
    {
        var shown = text.PublishAt is null ? versions.Count - 1 : versions.Count - 2;
        return shown < 0
            ? new TextStanding(null, text.PublishAt is null ? null : versions[^1].Number, null, null, false)
            : new TextStanding(versions[shown].Number, text.PublishAt is null ? null : versions[^1].Number, versions[0].At, versions[shown].At, false);
    }
}
