using Kanal.Centre.Articles;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Writes what stands around articles: sections and synonyms.</summary>
public sealed class SurroundingsWriting(Database database, IdSource ids, TimeProvider time)
{
    internal async Task WriteAsync(Id import, ImportPlan plan, Site site, CancellationToken ct)
    {
        foreach (var section in plan.Sections.Where(section => section.IsNew))
        {
            await OneAsync(import, async (sql, id) =>
            {
                await SectionBook.InsertAsync(sql, id, new SectionRequest(site.Id, section.Texts, section.Parent?.Id));
                return ImportNotes.Of(section, id, null);
            }, refused => ImportNotes.Of(section, null, refused), id => section.Id = id, ct);
        }

        foreach (var group in plan.Synonyms)
        {
            await OneAsync(import, async (sql, id) =>
            {
                if (group.Outcome == ImportOutcome.New)
                {
                    await SynonymBook.InsertAsync(sql, id, new SynonymRequest(group.Source.Words, group.Source.IsForAllSites ? null : site.Id, group.Source.Language));
                }

                return ImportNotes.Of(group, group.Outcome == ImportOutcome.New ? id : null);
            }, refused => ImportNotes.Of(group with { Outcome = ImportOutcome.Refused, Fault = refused }, null), _ => { }, ct);
        }
    }

    async Task OneAsync(Id import, Func<Sql, Id, Task<ItemRow>> write, Func<Sentence, ItemRow> refuse, Action<Id> done, CancellationToken ct)
    {
        var id = ids.Next();
        try
        {
            await NoteAsync(import, sql => write(sql, id), ct);
            done(id);
        }
        catch (RefusedException refused)
        {
            var sentence = refused.Errors.Values.SelectMany(sentences => sentences).FirstOrDefault() ?? refused.Sentence;
            await NoteAsync(import, _ => Task.FromResult(refuse(sentence)), ct);
        }
    }

    Task NoteAsync(Id import, Func<Sql, Task<ItemRow>> write, CancellationToken ct) => database.WriteAsync(async sql =>
    {
        await ImportNotes.AddAsync(sql, import, await write(sql));
        await ImportRow.CountAsync(sql, import, 1, time.GetUtcNow());
    }, ct);
}
