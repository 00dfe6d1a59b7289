using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Keeps what was planned and what became of it, item by item.</summary>
static class ImportNotes
{
    /// <summary>Everything that a plan says, in its order.</summary>
    public static async Task PutAsync(Sql sql, Id import, ImportPlan plan)
    {
        await sql.ExecuteAsync("delete from import_items where import_id = @import", new { import });
        var rows = plan.Sections.Where(section => section.IsNew).Select(section => Of(section, null, null))
            .Concat(plan.Articles.SelectMany(article => article.Texts.Select(text => Of(article, text))))
            .Concat(plan.Synonyms.Select(group => Of(group, null)))
            .Concat(plan.Refused.Select(Of));
        foreach (var (i, row) in rows.Index())
        {
            await InsertAsync(sql, row with { ImportId = import, Number = i + 1 });
        }
    }

    /// <summary>What an article became, with the editions that were left behind.</summary>
    public static async Task AddAsync(Sql sql, Id import, PlannedArticle article, Id id, List<ImportMark> marks)
    {
        foreach (var text in article.Texts)
        {
            var isDone = text.Outcome is ImportOutcome.New or ImportOutcome.Changed;
            var edition = isDone ? await sql.FirstAsync<long?>("select edition from article_texts where article_id = @id and language = @Language", new { id, text.Language }) : null;
            var before = marks.Find(mark => mark.Language == text.Language)?.Before;
            await AddAsync(sql, import, Of(article, text) with { TargetId = isDone || article.Existing is not null ? id : null, Edition = edition, Before = before is null ? null : Json.From(before) });
        }
    }

    public static async Task AddAsync(Sql sql, Id import, ItemRow row)
    {
        // What was done before an import was broken off keeps its note.
        if (row.Edition is null && row.TargetId is not null && await sql.FirstAsync<long>("select count(*) from import_items where import_id = @import and target_id = @TargetId and what = @what and (language = @Language or language is null) and edition is not null",
            new { import, row.TargetId, what = row.What.Text(), row.Language }) > 0)
        {
            return;
        }

        var number = await sql.FirstAsync<int>("select coalesce(max(number), 0) + 1 from import_items where import_id = @import", new { import });
        await InsertAsync(sql, row with { ImportId = import, Number = number });
    }

    public static ItemRow Of(PlannedSection section, Id? id, Sentence? fault) => new()
    {
        What = ImportedKind.Section,
        Outcome = fault is null ? ImportOutcome.New : ImportOutcome.Refused,
        Title = section.Texts.Values.First().Name,
        File = section.File,
        Faults = fault is null ? "[]" : Json.From(new[] { new ImportFault(section.File, null, fault) }),
        TargetId = id,
        Edition = id is null ? null : 1,
    };

    public static ItemRow Of(PlannedSynonyms group, Id? id) => new()
    {
        What = ImportedKind.Synonyms,
        Outcome = group.Outcome,
        Title = string.Join(", ", group.Source.Words),
        Language = group.Source.Language,
        File = group.Source.File,
        Line = group.Source.Line,
        Faults = group.Fault is { } fault ? Json.From(new[] { new ImportFault(group.Source.File, group.Source.Line, fault) }) : "[]",
        TargetId = id,
        Edition = id is null ? null : 1,
    };

    public static ItemRow Of(ImportFault fault) => new()
    {
        What = ImportedKind.File,
        Outcome = ImportOutcome.Refused,
        Title = Path.GetFileName(fault.File),
        File = fault.File,
        Line = fault.Line,
        Faults = Json.From(new[] { fault }),
    };

    static ItemRow Of(PlannedArticle article, PlannedText text) => new()
    {
        What = ImportedKind.Article,
        Outcome = text.Outcome,
        Title = text.Newest.Title,
        Kind = article.Kind.Text(),
        Language = text.Language,
        File = text.Main.File,
        Line = text.Main.Line > 1 ? text.Main.Line : null,
        Faults = Json.From(text.Faults),
        Notes = Json.From(text.Notes),
        TargetId = article.Existing?.Id,
    };

    static Task<int> InsertAsync(Sql sql, ItemRow row) => sql.ExecuteAsync("""
        insert into import_items (import_id, number, what, outcome, title, kind, language, file, line, faults, notes, target_id, edition, before)
        values (@ImportId, @Number, @what, @outcome, @Title, @Kind, @Language, @File, @Line, @Faults, @Notes, @TargetId, @Edition, @Before)
        """, new { row.ImportId, row.Number, what = row.What.Text(), outcome = row.Outcome.Text(), row.Title, row.Kind, row.Language, row.File, row.Line, row.Faults, row.Notes, row.TargetId, row.Edition, row.Before });
}
