using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>A version as the table has it.</summary>
sealed record VersionRow
{
    public const string Columns = "article_id, language, number, content, translated_from, remark, author, created_at";

    public Id ArticleId { get; init; }
    public string Language { get; init; } = "";
    public int Number { get; init; }
    public string Content { get; init; } = "";
    public int? TranslatedFrom { get; init; }
    public string? Remark { get; init; }
    public string? Author { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public static Task<VersionRow?> FindAsync(Sql sql, Id article, string language, int number) => sql.FirstAsync<VersionRow>(
        $"select {Columns} from article_versions where article_id = @article and language = @language and number = @number", new { article, language, number });

    public ArticleContent ToContent() => Json.To<ArticleContent>(Content) ?? throw new InvalidOperationException($"Version {Number} of article {ArticleId} is empty.");

    public ArticleVersion ToVersion()
    {
        var content = ToContent();
        return new ArticleVersion(Number, content.Title, content, TranslatedFrom, Remark, Author, CreatedAt);
    }
}
