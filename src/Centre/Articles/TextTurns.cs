using Kanal.Centre.Access;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>How a text passes from one state to another, within a transaction of the caller's.</summary>
static class TextTurns
{
    /// <summary>The draft becomes a version.</summary>
    public static async Task<int> MakeVersionAsync(Sql sql, ArticleRow article, TextRow text, string? remark, Caller caller, DateTimeOffset now)
    {
        var number = text.Versions + 1;
        var draft = await sql.FirstAsync<string>("select content from article_drafts where article_id = @ArticleId and language = @Language", text) ?? throw RefusedException.NotFound("draft");
        Check(article.Kind, Json.To<ArticleContent>(draft) ?? throw RefusedException.NotFound("draft"));
        await sql.ExecuteAsync("""
            insert into article_versions (article_id, language, number, content, translated_from, remark, agent_id, author, created_at)
            values (@ArticleId, @Language, @number, @draft, @TranslatedFrom, @remark, @AgentId, @Name, @now)
            """, new { text.ArticleId, text.Language, number, draft, text.TranslatedFrom, remark, caller.AgentId, caller.Name, now });
        await sql.ExecuteAsync("delete from article_drafts where article_id = @ArticleId and language = @Language", text);
        await sql.ExecuteAsync("update article_texts set versions = @number, translated_from = @TranslatedFrom where article_id = @ArticleId and language = @Language", new { text.ArticleId, text.Language, number, text.TranslatedFrom });
        return number;
    }

    public static Task ShowAsync(Sql sql, TextRow text, int number, DateTimeOffset? until, DateTimeOffset now) => sql.ExecuteAsync("""
        update article_texts set changed_at = case when published = @number then changed_at else @now end, published = @number, published_at = coalesce(published_at, @now),
            scheduled = null, publish_at = null, expires_at = @until, expired = false where article_id = @ArticleId and language = @Language
        """, new { text.ArticleId, text.Language, number, until, now });

    public static Task ScheduleAsync(Sql sql, TextRow text, int number, DateTimeOffset at, DateTimeOffset? until) => sql.ExecuteAsync("""
        update article_texts set scheduled = @number, publish_at = @at, expires_at = coalesce(@until, expires_at), expired = false where article_id = @ArticleId and language = @Language
        """, new { text.ArticleId, text.Language, number, at, until });

    /// <summary>What was shown is the draft, unless there is a newer one. What is scheduled goes with it, but not where a time was merely over.</summary>
    public static async Task TakeBackAsync(Sql sql, TextRow text, bool expired)
    {
        var number = expired ? text.Published : text.Scheduled ?? text.Published;
        await sql.ExecuteAsync("""
            insert into article_drafts (article_id, language, content, saved_at, agent_id, author)
            select article_id, language, content, created_at, agent_id, author from article_versions where article_id = @ArticleId and language = @Language and number = @number
            on conflict (article_id, language) do nothing
            """, new { text.ArticleId, text.Language, number });
        await sql.ExecuteAsync("""
            update article_texts set published = null, expires_at = null, expired = @expired, scheduled = case when @expired then scheduled end, publish_at = case when @expired then publish_at end
            where article_id = @ArticleId and language = @Language
            """, new { text.ArticleId, text.Language, expired });
    }

    /// <summary>A draft may be unfinished; what is shown may not.</summary>
    /// <exception cref="RefusedException">It is unfinished.</exception>
    public static void Check(ArticleKind kind, ArticleContent content)
    {
        var faults = new Faults();
        faults.AddIf(kind == ArticleKind.Guide && content.Steps.Count == 0, "content.steps", "A guide needs at least one step.");
        faults.AddIf(kind == ArticleKind.Form && content.Fields.Count == 0, "content.fields", "A form needs at least one field.");
        faults.AddIf(kind is ArticleKind.Article or ArticleKind.ShortAnswer && string.IsNullOrWhiteSpace(content.Body), "content.body", "This is needed.");
        faults.ThrowIfAny();
    }
}
