using Dapper;
using Kanal.Centre.Live;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Answers;

/// <summary>The short answers.</summary>
public sealed class AnswerBook(Database database, ShortAnswerSearch search, DeskFeed desks, IdSource ids)
{
    /// <summary>In the order of their shortcuts; where something is sought, the best first.</summary>
    /// <param name="sought">Everything where it is empty.</param>
    /// <param name="site">Answers for this site and for all; every answer where it is null.</param>
    public async Task<List<Answer>> FindAsync(string? sought, string? language, Id? site, int skip, int limit, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(sought?.TrimStart('/', '#'))
            ? await ListAsync(language, site, skip, limit, ct)
            : [.. (await search.FindAsync(sought, language, site, ct)).Skip(skip).Take(limit)];

    public async Task<Answer> AddAsync(AnswerRequest request, CancellationToken ct)
    {
        var answer = request.Read(ids.Next());
        await database.WriteAsync(async sql =>
        {
            await CheckSiteAsync(sql, answer);
            var added = await sql.ChangesOneAsync("""
                insert into answers (id, site_id, language, shortcut, title, text, folded)
                values (@Id, @Site, @Language, @Shortcut, @Title, @Text, @Folded) on conflict (language, shortcut) do nothing
                """, Row(answer));
            return added ? true : throw ShortcutTaken();
        }, ct);
        Announce();
        return answer;
    }

    public async Task<Answer> ChangeAsync(Id id, AnswerRequest request, CancellationToken ct)
    {
        var answer = request.Read(id);
        await database.WriteAsync(async sql =>
        {
            await CheckSiteAsync(sql, answer);
            if (await sql.FirstAsync<long>("select count(*) from answers where language = @Language and shortcut = @Shortcut and id <> @Id", Row(answer)) > 0)
            {
                throw ShortcutTaken();
            }

            var changed = await sql.ChangesOneAsync("""
                update answers set site_id = @Site, language = @Language, shortcut = @Shortcut, title = @Title, text = @Text, folded = @Folded
                where id = @Id
                """, Row(answer));
            return changed ? true : throw RefusedException.NotFound("answer");
        }, ct);
        Announce();
        return answer;
    }

    public async Task RemoveAsync(Id id, CancellationToken ct)
    {
        if (!await database.WriteAsync(sql => sql.ChangesOneAsync("delete from answers where id = @id", new { id }), ct))
        {
            throw RefusedException.NotFound("answer");
        }

        Announce();
    }

    Task<List<Answer>> ListAsync(string? language, Id? site, int skip, int limit, CancellationToken ct)
    {
        List<string> conditions = ["1 = 1"];
        if (language is not null)
        {
            conditions.Add("language in (@language, @primary)");
        }

        if (site is not null)
        {
            conditions.Add("(site_id is null or site_id = @site)");
        }

        var with = new DynamicParameters(new { skip, limit });
        with.AddDynamicParams(language is null ? null : new { language, primary = LanguageTag.Primary(language) });
        with.AddDynamicParams(site is { } only ? new { site = only.Value } : null);
        return database.ReadAsync(async sql => (await sql.QueryAsync<AnswerRow>($"""
            select {AnswerRow.Columns} from answers where {string.Join(" and ", conditions)} order by shortcut, language, id limit @limit offset @skip
            """, with)).ConvertAll(row => row.ToAnswer()), ct);
    }

    void Announce() => desks.Tell("settings", new SettingsChanged("answers"));

    static async Task CheckSiteAsync(Sql sql, Answer answer)
    {
        if (answer.Site is { } site && await sql.FirstAsync<long>("select count(*) from sites where id = @site", new { site }) == 0)
        {
            throw RefusedException.Invalid("site", "There is no such site.");
        }
    }

    // The shortcut stands first, so that one column serves both searches.
    static object Row(Answer answer) => new
    {
        answer.Id,
        answer.Site,
        answer.Language,
        answer.Shortcut,
        answer.Title,
        answer.Text,
        Folded = string.Join('\n', Folding.Fold(answer.Shortcut), Folding.Fold(answer.Title), Folding.Fold(answer.Text)),
    };

    static RefusedException ShortcutTaken() =>
        new(Refusal.Conflict, "shortcut-taken", "Another answer in this language has this shortcut already.") { Errors = new() { ["shortcut"] = ["Another answer in this language has this shortcut already."] } };
}
