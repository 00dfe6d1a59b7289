using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>What was published, version by version.</summary>
public sealed class ArticleHistory(Database database)
{
    /// <summary>The latest first.</summary>
    /// <param name="before">Only those with a lower number.</param>
    public Task<List<ArticleVersion>> ListAsync(Id id, string language, int before, int limit, CancellationToken ct) => database.ReadAsync(async sql =>
    {
        _ = await TextRow.FindAsync(sql, id, language) ?? throw RefusedException.NotFound("text");
        return (await sql.QueryAsync<VersionRow>($"""
            select {VersionRow.Columns} from article_versions where article_id = @id and language = @language and number < @before order by number desc limit @limit
            """, new { id, language, before, limit })).ConvertAll(row => row.ToVersion());
    }, ct);
}
