using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Exports;

/// <summary>An article in one language with everything that was ever published of it.</summary>
/// <param name="Versions">The oldest first.</param>
sealed record ExportedText(TextRow Row, ArticleContent? Draft, string? DraftAuthor, List<VersionRow> Versions, List<string> OldSlugs)
{
    public static async Task<List<ExportedText>> AllAsync(Sql sql, ArticleRow article)
    {
        List<ExportedText> texts = [];
        foreach (var row in await sql.QueryAsync<TextRow>($"select {TextRow.Columns} from {TextRow.From} where t.article_id = @Id order by t.language", article))
        {
            texts.Add(new ExportedText(
                row,
                Json.To<ArticleContent>(await sql.FirstAsync<string>("select content from article_drafts where article_id = @ArticleId and language = @Language", row)),
                row.Author,
                await sql.QueryAsync<VersionRow>($"select {VersionRow.Columns} from article_versions where article_id = @ArticleId and language = @Language order by number", row),
                await sql.QueryAsync<string>("select slug from article_slugs where article_id = @ArticleId and language = @Language and slug <> @slug order by slug", new { row.ArticleId, row.Language, slug = row.Slug ?? "" })));
        }

        return texts;
    }

    public VersionRow? Version(int? number) => Versions.Find(version => version.Number == number);
}
