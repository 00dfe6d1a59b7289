using System.Security.Cryptography;
using Kanal.Centre.Attachments;
using Kanal.Centre.Conversations;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Pictures and files of articles. Their addresses can't be guessed, and lead strangers nowhere while the article is not published.</summary>
public sealed class ArticleFiles(Database database, FileShelf shelf, KnowledgeBase knowledge, IdSource ids, TimeProvider time)
{
    const int Most = 200;

    public async Task<ArticleFile> SaveAsync(Id article, Stream content, string name, string? claimedType, Id? agent, CancellationToken ct)
    {
        await database.ReadAsync(async sql =>
        {
            await ArticleRow.GetAsync(sql, article);
            return await sql.FirstAsync<long>("select count(*) from article_files where article_id = @article", new { article }) < Most ? true
                : throw RefusedException.Conflict("too-many-files", "This article has too many files already.");
        }, ct);
        var now = time.GetUtcNow();
        var file = await shelf.WriteAsync(ids.Next(now), content, name, claimedType, ct);
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await database.WriteAsync(sql => sql.ExecuteAsync("""
            insert into article_files (id, article_id, key, name, type, size, agent_id, created_at) values (@Id, @article, @key, @Name, @Type, @Size, @agent, @now)
            """, new { file.Id, article, key, file.Name, file.Type, file.Size, agent, now }), ct);
        return new ArticleFile(file.Id, file.Name, file.Type, file.Size, $"/files/{key}");
    }

    /// <summary>The file with its bytes, which the caller closes; null where this reader gets none.</summary>
    /// <param name="forAgents">Whoever asks sees drafts too.</param>
    public async Task<(FileReference File, Stream Content)?> OpenAsync(string key, bool forAgents, CancellationToken ct)
    {
        var row = await database.ReadAsync(sql => sql.FirstAsync<Row>("select id, article_id, name, type, size from article_files where key = @key", new { key }), ct);
        return row is not null && (forAgents || (await knowledge.NowAsync(ct)).Languages(row.ArticleId).Any(text => text.IsPublic)) && shelf.Open(row.Id) is { } content
            ? (new FileReference(row.Id, row.Name, row.Type, row.Size), content) : null;
    }

    sealed record Row
    {
        public Id Id { get; init; }
        public Id ArticleId { get; init; }
        public string Name { get; init; } = "";
        public string Type { get; init; } = "";
        public long Size { get; init; }
    }
}

/// <param name="Size">In bytes.</param>
/// <param name="Url">Put it into the Markdown: <c>![what it shows](url)</c>.</param>
public sealed record ArticleFile(Id Id, string Name, string Type, long Size, string Url);
