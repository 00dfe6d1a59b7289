using System.Text.RegularExpressions;
using Kanal.Centre.Access;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>How a draft is written, within a transaction of the caller's. The content has been checked.</summary>
static partial class DraftWriting
{
    const int LongestShortcut = 40;

    /// <summary>The first draft of a language.</summary>
    public static async Task AddAsync(Sql sql, ArticleRow article, string language, TextRequest request, Caller caller, DateTimeOffset now)
    {
        await CheckLanguageAsync(sql, article, language);
        var shortcut = Shortcut(article.Kind, request.Shortcut);
        await CheckShortcutAsync(sql, article.Id, language, shortcut);
        var from = language == article.Original ? null
            : request.TranslatedFrom ?? await sql.FirstAsync<int?>("select versions from article_texts where article_id = @Id and language = @Original", article);
        await sql.ExecuteAsync("""
            insert into article_texts (article_id, language, site_id, slug, shortcut, title, folded, edition, versions, expired, translated_from, touched_at, touched_by)
            values (@Id, @language, @SiteId, @slug, @shortcut, @Title, @folded, 1, 0, false, @from, @now, @author)
            """, new { article.Id, language, article.SiteId, slug = await SlugAsync(sql, article, language, request), shortcut, request.Content.Title, folded = Folded(request.Content, shortcut), from, now, author = caller.Name });
        await PutAsync(sql, article.Id, language, request.Content, caller, now);
    }

    /// <summary>Over the draft that there is, or beside what is published.</summary>
    public static async Task ChangeAsync(Sql sql, ArticleRow article, TextRow before, TextRequest request, Caller caller, DateTimeOffset now)
    {
        var shortcut = request.Shortcut is null ? before.Shortcut : Shortcut(article.Kind, request.Shortcut);
        await CheckShortcutAsync(sql, article.Id, before.Language, shortcut);
        await TouchAsync(sql, before, request.Edition, caller, now);
        var follows = request.Slug is not null || (before.PublishedAt is null && before.Slug?.StartsWith(Slugs.Of(before.Title), StringComparison.Ordinal) == true);
        if (follows && before.PublishedAt is null)
        {
            await Slugs.ForgetAsync(sql, article.Id, before.Language);
        }

        var slug = follows ? await SlugAsync(sql, article, before.Language, request) : before.Slug;
        await sql.ExecuteAsync("""
            update article_texts set slug = @slug, shortcut = @shortcut, title = @Title, folded = @folded, translated_from = @from where article_id = @ArticleId and language = @Language
            """, new { before.ArticleId, before.Language, slug, shortcut, request.Content.Title, folded = Folded(request.Content, shortcut), from = request.TranslatedFrom ?? before.TranslatedFrom });
        await PutAsync(sql, article.Id, before.Language, request.Content, caller, now);
    }

    /// <summary>Makes this change the next edition; refuses it where it was made from another.</summary>
    public static async Task TouchAsync(Sql sql, TextRow before, long? edition, Caller? caller, DateTimeOffset now)
    {
        var won = (edition ?? before.Edition) == before.Edition && await sql.ChangesOneAsync("""
            update article_texts set edition = edition + 1, touched_at = @now, touched_by = coalesce(@author, touched_by) where article_id = @ArticleId and language = @Language and edition = @Edition
            """, new { before.ArticleId, before.Language, before.Edition, now, author = caller?.Name });
        if (!won)
        {
            throw ArticleBook.ChangedMeanwhile();
        }
    }

    public static Task PutAsync(Sql sql, Id article, string language, ArticleContent content, Caller caller, DateTimeOffset now) => sql.ExecuteAsync("""
        insert into article_drafts (article_id, language, content, saved_at, agent_id, author) values (@article, @language, @content, @now, @AgentId, @Name)
        on conflict (article_id, language) do update set content = excluded.content, saved_at = excluded.saved_at, agent_id = excluded.agent_id, author = excluded.author
        """, new { article, language, content = Json.From(content), now, caller.AgentId, caller.Name });

    public static string Folded(ArticleContent content, string? shortcut) =>
        string.Join('\n', new[] { shortcut, content.Title }.Concat(content.Questions).Concat(content.Keywords).OfType<string>().Select(Folding.Fold));

    static async Task<string?> SlugAsync(Sql sql, ArticleRow article, string language, TextRequest request) =>
        article.SiteId is not { } site || article.Kind == ArticleKind.ShortAnswer ? null
        : request.Slug is null || Slugs.IsWellFormed(request.Slug) ? await Slugs.TakeAsync(sql, article.Id, site, language, request.Slug, request.Content.Title)
        : throw RefusedException.Invalid("slug", "This should be words of a to z and 0 to 9 with hyphens between them.");

    static async Task CheckLanguageAsync(Sql sql, ArticleRow article, string language)
    {
        if (!LanguageTag.IsWellFormed(language))
        {
            throw RefusedException.Invalid("language", "This should be a language tag such as \"da\".");
        }

        if (article.SiteId is { } site && Json.To<string[]>(await sql.FirstAsync<string>("select languages from sites where id = @site", new { site }))?.Contains(language) != true)
        {
            throw RefusedException.Invalid("language", "The site does not speak this language; its settings list those that it does.");
        }
    }

    /// <exception cref="RefusedException">It is none.</exception>
    public static string? Shortcut(ArticleKind kind, string? given)
    {
        var faults = new Faults();
        faults.AddIf(kind != ArticleKind.ShortAnswer && given is not null, "shortcut", "Only a short answer has a shortcut.");
        var shortcut = kind == ArticleKind.ShortAnswer ? faults.Line("shortcut", given, LongestShortcut).Normalize().ToLowerInvariant() : null;
        faults.AddIf(shortcut is not null && !OneWord().IsMatch(shortcut), "shortcut", "This should be one word of letters, digits, hyphens, dots and underscores.");
        faults.ThrowIfAny();
        return shortcut;
    }

    static async Task CheckShortcutAsync(Sql sql, Id article, string language, string? shortcut)
    {
        if (shortcut is not null && await sql.FirstAsync<long>("select count(*) from article_texts where language = @language and shortcut = @shortcut and article_id <> @article", new { language, shortcut, article }) > 0)
        {
            const string Sentence = "Another answer in this language has this shortcut already.";
            throw new RefusedException(Refusal.Conflict, "shortcut-taken", Sentence) { Errors = new() { ["shortcut"] = [Sentence] } };
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{N}._-]*\z")]
    private static partial Regex OneWord();
}
