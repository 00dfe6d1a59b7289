using System.Globalization;
using System.Text.Json.Nodes;
using Kanal.Centre.Articles;
using Kanal.Centre.Imports;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Exports;

/// <summary>Where everything stands in the zip, so that links and pictures lead from file to file.</summary>
sealed class ExportMap
{
    readonly List<Site> _sites;
    readonly List<SynonymGroup> _synonyms;
    readonly List<Section> _sections;
    readonly Dictionary<Id, string> _sectionFolders = [];
    readonly Dictionary<Id, string> _folders = [];
    readonly Dictionary<string, string> _pages = [];
    readonly Dictionary<string, string> _keys = [];
    readonly ILookup<Id, KnownFile> _files;
    readonly HashSet<string> _taken = [];

    ExportMap(List<Site> sites, List<ArticleRow> articles, ILookup<Id, TextRow> texts, List<Section> sections, List<SynonymGroup> synonyms, List<KnownFile> files)
    {
        (_sites, _synonyms, _sections) = (sites, synonyms, sections.FindAll(section => sites.Exists(site => site.Id == section.Site)));
        foreach (var site in sites)
        {
            Place(site, null, site.Key);
        }

        var order = _sectionFolders.Keys.Index().ToDictionary(section => section.Item, section => section.Index);
        Articles = [.. articles.Where(article => article.SiteId is null || sites.Exists(site => site.Id == article.SiteId))
            .OrderBy(article => article.SiteId?.Value ?? long.MaxValue).ThenBy(article => article.SectionId is { } section ? order.GetValueOrDefault(section, -1) : -1).ThenBy(article => article.Position).ThenBy(article => article.Id)];
        foreach (var article in Articles)
        {
            Place(article, [.. texts[article.Id]]);
        }

        _files = files.ToLookup(file => file.ArticleId);
        foreach (var (file, path) in Articles.SelectMany(article => FilesOf(article.Id)))
        {
            _keys[$"/files/{file.Key}"] = path;
        }
    }

    public List<ArticleRow> Articles { get; }

    public static async Task<ExportMap> ReadAsync(Sql sql, List<Site> sites) => new(
        sites,
        await sql.QueryAsync<ArticleRow>($"select {ArticleRow.Columns} from articles"),
        (await sql.QueryAsync<TextRow>($"select {TextRow.Columns} from {TextRow.From}")).ToLookup(text => text.ArticleId),
        await SectionRow.AllAsync(sql),
        await SynonymBook.AllAsync(sql),
        await sql.QueryAsync<KnownFile>("select id, article_id, key, name, size from article_files order by id"));

    public string Folder(Id article) => _folders[article];

    public IEnumerable<(Id File, string Path)> Files(Id article) => FilesOf(article).Select(file => (file.File.Id, file.Path));

    /// <summary>Sections and synonyms, each in its file.</summary>
    public IEnumerable<(string Path, JsonObject Yaml)> Surroundings()
    {
        foreach (var site in _sites)
        {
            yield return ($"{site.Key}/{SourceKind.Sections}", new JsonObject { ["sections"] = Sections(site.Id, null) });
        }

        foreach (var group in _synonyms.Where(group => group.Site is null || _sites.Exists(site => site.Id == group.Site)).ToLookup(group => group.Site))
        {
            var folder = _sites.Find(site => site.Id == group.Key)?.Key ?? SourceReading.AllSites;
            yield return ($"{folder}/{SourceKind.Synonyms}", new JsonObject
            {
                ["synonyms"] = new JsonArray([.. group.Select(one => new JsonObject { ["language"] = one.Language, ["words"] = new JsonArray([.. one.Words.Select(word => (JsonNode)word)]) })]),
            });
        }
    }

    /// <summary>Markdown whose links and pictures lead to files of the zip.</summary>
    /// <param name="up">From the file's folder to the article's, such as <c>../</c>.</param>
    public string Turn(ArticleRow article, string markdown, string up) => MarkdownLinks.Turn(markdown, (address, _) =>
    {
        var end = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? at : address.Length;
        return (_keys.GetValueOrDefault(address) ?? _pages.GetValueOrDefault(address[..end])) is { } path ? up + Relative(Folder(article.Id), path) + address[end..] : null;
    });

    JsonArray Sections(Id site, Id? parent) => new([.. _sections.Where(section => section.Site == site && section.Parent == parent).Select(section => new JsonObject
    {
        ["folder"] = _sectionFolders[section.Id][(_sectionFolders[section.Id].LastIndexOf('/') + 1)..],
        ["texts"] = new JsonObject(section.Texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text =>
            KeyValuePair.Create<string, JsonNode?>(text.Key, new JsonObject { ["name"] = text.Value.Name, ["slug"] = text.Value.Slug, ["description"] = text.Value.Description }))),
        ["sections"] = Sections(site, section.Id),
    })]);

    void Place(Site site, Id? parent, string above)
    {
        foreach (var section in _sections.Where(section => section.Site == site.Id && section.Parent == parent))
        {
            var folder = Free($"{above}/{section.In(site.Languages[0]).Slug ?? section.Id.ToString()}");
            _sectionFolders[section.Id] = folder;
            Place(site, section.Id, folder);
        }
    }

    void Place(ArticleRow article, List<TextRow> texts)
    {
        var site = _sites.Find(site => site.Id == article.SiteId);
        var above = article.SectionId is { } section && _sectionFolders.TryGetValue(section, out var within) ? within : site?.Key ?? SourceReading.AllSites;
        var original = texts.Find(text => text.Language == article.Original);
        var folder = Free($"{above}/{original?.Slug ?? (original?.Shortcut is { } shortcut ? Slugs.Of(shortcut) : article.Id.ToString())}");
        _folders[article.Id] = folder;
        foreach (var text in texts.Where(text => text.Slug is not null && site is not null))
        {
            _pages[HelpAddress.Of(site ?? _sites[0], text.Language, text.Slug ?? "")] = $"{folder}/{text.Language}.md";
        }
    }

    IEnumerable<(KnownFile File, string Path)> FilesOf(Id article)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, file) in _files[article].Index())
        {
            yield return (file, string.Create(CultureInfo.InvariantCulture, $"{Folder(article)}/files/{(taken.Add(file.Name) ? "" : $"{i + 1}/")}{file.Name}"));
        }
    }

    string Free(string path)
    {
        var free = path;
        for (var i = 2; !_taken.Add(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{path}-{i}");
        }

        return free;
    }

    static string Relative(string from, string to)
    {
        var (here, there) = (from.Split('/'), to.Split('/'));
        var shared = here.Zip(there).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('/', Enumerable.Repeat("..", here.Length - shared).Concat(there.Skip(shared).Select(Uri.EscapeDataString)));
    }
}
