using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Kanal.Centre.Articles;
using Kanal.Centre.Attachments;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Exports;

/// <summary>The whole knowledge base as a zip of Markdown that people can read and an import takes back without loss. Written as it is read, an article at a time.</summary>
public sealed class ArticleExport(Database database, FileShelf shelf, SiteDirectory sites, TimeProvider time)
{
    const string ReadMe = """
        This is the knowledge base of a Kanal installation: a folder for each site, in it a folder for each section and article,
        and there a Markdown file for each language. What is published stands in da.md, en.md and so on; what is being written in
        da.draft.md, what will be published in da.scheduled.md, earlier versions in history/. Pictures stand in files/.
        Import the zip as it is: at the desk under Knowledge, Import and export, or with `kanal articles import`.
        """;

    /// <param name="to">Need not be one that can be sought in.</param>
    /// <param name="only">One site, with what is for all sites; null for everything.</param>
    /// <returns>How many articles there were.</returns>
    public async Task<int> WriteAsync(Stream to, Id? only, CancellationToken ct)
    {
        var places = (await sites.AllAsync(ct)).Where(site => only is null || site.Id == only).ToList();
        if (places.Count == 0)
        {
            throw RefusedException.NotFound("site");
        }

        var map = await database.ReadAsync(sql => ExportMap.ReadAsync(sql, places), ct);
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await TextAsync(zip, "kanal.yaml", Manifest(places), ct);
        await TextAsync(zip, "README.txt", ReadMe, ct);
        foreach (var (path, yaml) in map.Surroundings())
        {
            await TextAsync(zip, path, YamlText.Of(yaml), ct);
        }

        foreach (var article in map.Articles)
        {
            await ArticleAsync(zip, map, article, ct);
        }

        return map.Articles.Count;
    }

    async Task ArticleAsync(ZipArchive zip, ExportMap map, ArticleRow article, CancellationToken ct)
    {
        var texts = await database.ReadAsync(sql => ExportedText.AllAsync(sql, article), ct);
        foreach (var text in texts)
        {
            foreach (var (name, page) in TextPages.Of(article, text, map))
            {
                await TextAsync(zip, $"{map.Folder(article.Id)}/{name}", page, ct);
            }
        }

        foreach (var (file, path) in map.Files(article.Id))
        {
            // One that is lost is written to the log by the shelf.
            await using var content = shelf.Open(file);
            if (content is not null)
            {
                await using var entry = await zip.CreateEntry(path, CompressionLevel.NoCompression).OpenAsync(ct);
                await content.CopyToAsync(entry, ct);
            }
        }
    }

    string Manifest(List<Site> places) => YamlText.Of(new JsonObject
    {
        ["format"] = 1,
        ["exported"] = TextPages.Time(time.GetUtcNow()),
        ["sites"] = new JsonArray([.. places.Select(site => new JsonObject { ["key"] = site.Key, ["name"] = site.Name, ["languages"] = new JsonArray([.. site.Languages.Select(language => (JsonNode)language)]) })]),
    });

    static async Task TextAsync(ZipArchive zip, string path, string text, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }
}
