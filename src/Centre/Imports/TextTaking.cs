using Kanal.Centre.Access;
using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>How a text is written that was taken in.</summary>
static class TextTaking
{
    const string Remark = "Import";

    /// <param name="translatedFrom">The version of the original that a translation follows, where it does not say so itself.</param>
    public static ImportedText New(PlannedText text, ImportMode mode, Caller caller, DateTimeOffset now, int translatedFrom, bool isOriginal)
    {
        int? from = isOriginal ? null : translatedFrom;
        ImportedVersion Now(ArticleContent content) => new(content, now, caller.Name, caller.AgentId, Remark, from);
        var given = mode switch
        {
            ImportMode.Drafts => new ImportedText(text.Language, [], Draft: Now(text.Newest)),
            ImportMode.Publish => new ImportedText(text.Language, [Now(text.Main.Content)], Draft: text.Draft is { } draft ? Now(draft.Content) : null),
            _ => Restored(text, caller, now, from),
        };
        return given with { Slug = text.Slug, Shortcut = text.Shortcut, OldSlugs = text.Main.OldSlugs };
    }

    /// <summary>Writes over a text that is there.</summary>
    /// <returns>How it was.</returns>
    public static async Task<TextBefore> ChangeAsync(Sql sql, ArticleRow article, TextRow there, PlannedText text, Caller caller, DateTimeOffset now)
    {
        if (there.Edition != text.Existing?.Edition)
        {
            throw ArticleBook.ChangedMeanwhile();
        }

        var draft = Json.To<ArticleContent>(await sql.FirstAsync<string>("select content from article_drafts where article_id = @ArticleId and language = @Language", there));
        var before = new TextBefore(draft, there.Published, there.Scheduled, there.PublishAt, there.ExpiresAt, there.Slug, there.Shortcut, there.TranslatedFrom);
        if (text.Change is not { } change)
        {
            await DraftWriting.TouchAsync(sql, there, there.Edition, caller, now);
            return before;
        }

        var row = there;
        if (change.Published is { } published)
        {
            row = await WriteAsync(sql, article, row, published, change, caller, now);
            await TextTurns.ShowAsync(sql, row, await TextTurns.MakeVersionAsync(sql, article, row, Remark, caller, now), text.Main.Until > now ? text.Main.Until : row.ExpiresAt, now);
        }

        if (change is { Scheduled: { } scheduled, At: { } at })
        {
            row = await WriteAsync(sql, article, await FreshAsync(sql, row), scheduled, change, caller, now);
            var number = await TextTurns.MakeVersionAsync(sql, article, row, Remark, caller, now);
            await (at > now ? TextTurns.ScheduleAsync(sql, row, number, at, null) : TextTurns.ShowAsync(sql, row, number, row.ExpiresAt, now));
        }

        if (change.Draft is { } written)
        {
            await WriteAsync(sql, article, await FreshAsync(sql, row), written, change, caller, now);
        }
        else if (change is { Published: null, Scheduled: null })
        {
            var newest = draft ?? (await VersionRow.FindAsync(sql, there.ArticleId, there.Language, there.Scheduled ?? there.Published ?? there.Versions))?.ToContent();
            await WriteAsync(sql, article, there, newest ?? text.Newest, change, caller, now);
            await (draft is null ? sql.ExecuteAsync("delete from article_drafts where article_id = @ArticleId and language = @Language", there) : Task.CompletedTask);
        }

        return before;
    }

    static async Task<TextRow> WriteAsync(Sql sql, ArticleRow article, TextRow row, ArticleContent content, TextChange change, Caller caller, DateTimeOffset now)
    {
        // Links between what was taken in lead to the slug that was planned, so it does not follow the title.
        await DraftWriting.ChangeAsync(sql, article, row, new TextRequest { Content = content, Edition = row.Edition, Slug = change.Slug ?? row.Slug, Shortcut = change.Shortcut }, caller, now);
        return await FreshAsync(sql, row);
    }

    static async Task<TextRow> FreshAsync(Sql sql, TextRow row) => await TextRow.FindAsync(sql, row.ArticleId, row.Language) ?? throw RefusedException.NotFound("text");

    // With every version that was kept, each with its number.
    static ImportedText Restored(PlannedText text, Caller caller, DateTimeOffset now, int? from)
    {
        var main = text.Main;
        var state = main.State ?? TextState.Published;
        ImportedVersion Version(SourceText part) => new(part.Content, part.At ?? now, part.Author ?? caller.Name, null, part.Remark, part.TranslatedFrom ?? from, part.Number);
        var scheduled = text.Scheduled ?? (state == TextState.Scheduled && main.PublishAt is not null ? main : null);
        var published = state == TextState.Published ? main : null;
        var draft = text.Draft ?? (published is null && scheduled is null ? main : null);
        var numbered = text.Versions.Append(published).Append(scheduled).OfType<SourceText>().Where(part => part.Number is > 0).DistinctBy(part => part.Number).OrderBy(part => part.Number).Select(Version).ToList();
        foreach (var part in ((SourceText?[])[published, scheduled]).OfType<SourceText>().Where(part => part.Number is not > 0))
        {
            numbered.Add(Version(part) with { Number = numbered.Count == 0 ? 1 : numbered[^1].Number + 1 });
        }

        int? Number(SourceText? part) => part is null ? null : part.Number is > 0 ? part.Number : numbered.FindLast(version => ReferenceEquals(version.Content, part.Content))?.Number;
        var standing = new TextStanding(Number(published), Number(scheduled), main.Published ?? (published is null ? null : published.At ?? now), published is null ? null : main.Changed ?? published.At ?? now, state == TextState.Expired);
        return new ImportedText(main.Language, numbered, PublishAt: scheduled?.PublishAt, ExpiresAt: main.Until, Draft: draft is null ? null : Version(draft), Standing: standing);
    }
}

/// <summary>How a text was before something was taken in, so that it can be again.</summary>
sealed record TextBefore(ArticleContent? Draft, int? Published, int? Scheduled, DateTimeOffset? PublishAt, DateTimeOffset? ExpiresAt, string? Slug, string? Shortcut, int? TranslatedFrom)
{
    public ArticleSettings? Settings { get; init; }
}

/// <param name="Before">Null for a text that is new.</param>
sealed record ImportMark(string Language, TextBefore? Before);
