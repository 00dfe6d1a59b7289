using Dapper;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Answers;

/// <summary>The short answers.</summary>
public sealed class AnswerBook(Database database, DeskFeed desks, IdSource ids)
{
    const string Columns = "id, shortcut, title, language, text, site_id as site";

    /// <summary>Those whose shortcut starts with what is sought come first, then those that hold all its words.</summary>
    /// <param name="sought">Everything where it is empty.</param>
    /// <param name="site">Answers for this site and for all; every answer where it is null.</param>
    public Task<List<Answer>> FindAsync(string? sought, string? language, Id? site, int skip, int limit, CancellationToken ct)
    {
        var words = Folding.Words(sought?.TrimStart('/', '#', ' '));
        var with = new DynamicParameters(new { start = Folding.AtStart(string.Join(' ', words)), skip, limit });
        List<string> conditions = ["1 = 1"];
        foreach (var (i, word) in words.Index())
        {
            conditions.Add($"folded like @word{i} escape '!'");
            with.Add($"word{i}", Folding.Anywhere(word));
        }

        if (language is not null)
        {
            conditions.Add("language in (@language, @primary)");
            with.AddDynamicParams(new { language, primary = LanguageTag.Primary(language) });
        }

        if (site is { } only)
        {
            conditions.Add("(site_id is null or site_id = @site)");
            with.Add("site", only.Value);
        }

        return database.ReadAsync(async sql => (await sql.QueryAsync<AnswerRow>($"""
            select {Columns} from answers where {string.Join(" and ", conditions)}
            order by case when folded like @start escape '!' then 0 else 1 end, shortcut, language, id limit @limit offset @skip
            """, with)).ConvertAll(row => row.ToAnswer()), ct);
    }

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

    void Announce() => desks.Tell("settings", new { what = "answers" });

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

    sealed record AnswerRow
    {
        public Id Id { get; init; }
        public string Shortcut { get; init; } = "";
        public string Title { get; init; } = "";
        public string Language { get; init; } = "";
        public string Text { get; init; } = "";
        public Id? Site { get; init; }

        public Answer ToAnswer() => new() { Id = Id, Shortcut = Shortcut, Title = Title, Language = Language, Text = Text, Site = Site };
    }
}
