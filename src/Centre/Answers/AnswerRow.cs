using Kanal.Centre.Storage;

namespace Kanal.Centre.Answers;

sealed record AnswerRow
{
    public const string Columns = "id, shortcut, title, language, text, site_id as site";

    public Id Id { get; init; }
    public string Shortcut { get; init; } = "";
    public string Title { get; init; } = "";
    public string Language { get; init; } = "";
    public string Text { get; init; } = "";
    public Id? Site { get; init; }

    public static async Task<List<Answer>> AllAsync(Sql sql) =>
        (await sql.QueryAsync<AnswerRow>($"select {Columns} from answers order by id")).ConvertAll(row => row.ToAnswer());

    public Answer ToAnswer() => new() { Id = Id, Shortcut = Shortcut, Title = Title, Language = Language, Text = Text, Site = Site };
}
