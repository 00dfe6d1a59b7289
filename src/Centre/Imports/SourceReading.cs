using Kanal.Centre.Articles;
using Kanal.Centre.Sites;

namespace Kanal.Centre.Imports;

/// <summary>Reads everything that was given. One file's fault is told and leaves the others alone.</summary>
sealed class SourceReading(SourceFiles files, Site site, string language)
{
    public const string AllSites = "all-sites";

    readonly SourceSet _set = new();

    /// <exception cref="UnreadableException">Nothing of it can be taken.</exception>
    public SourceSet Read(string name)
    {
        _set.Refused.AddRange(files.Refused);
        var wrapper = Wrapper(Path.GetFileNameWithoutExtension(name));
        var isArchive = files.Has($"{wrapper}{SourceKind.Archive}");
        _set.Root = isArchive ? $"{wrapper}{SiteFolder(wrapper)}/" : wrapper;
        foreach (var path in files.Paths)
        {
            var isForAll = isArchive && path.StartsWith($"{wrapper}{AllSites}/", StringComparison.Ordinal);
            var root = isForAll ? $"{wrapper}{AllSites}/" : _set.Root;
            if (path.StartsWith(root, StringComparison.Ordinal))
            {
                Safely(path, () => Take(path, path[root.Length..], isForAll, isArchive));
            }
        }

        return _set;
    }

    void Take(string path, string inside, bool isForAll, bool isArchive)
    {
        if (inside == SourceKind.Sections)
        {
            TakeSections(YamlPart.Read(files.Text(path)), path, "", 1);
        }
        else if (inside == SourceKind.Synonyms)
        {
            TakeSynonyms(path, isForAll || !isArchive);
        }
        else if (SourceKind.IsTable(inside))
        {
            _set.Texts.AddRange(CsvPages.Read(path, files.Text(path), language).Select(Spoken));
        }
        else if (SourceKind.IsArticle(inside) && !SourceKind.IsReadme(inside))
        {
            var place = SourcePath.Of(inside, site.Languages);
            var text = SourceKind.IsMarkdown(path)
                ? MarkdownPages.Read(path, files.Text(path), place, language)
                : HtmlPages.Read(path, files.Text(path), place, language, site.Languages);
            _set.Texts.Add(Spoken(text) with
            {
                Group = isForAll ? $"{AllSites}/{text.Group}" : text.Group,
                Folder = place.IsFolder ? FolderOf(path, place) : null,
                IsForAllSites = isForAll,
                IsForItsSite = isArchive && !isForAll,
                IsSectionTold = text.IsSectionTold || isArchive,
            });
        }
    }

    // Earlier versions stand one folder deeper.
    static string FolderOf(string path, SourcePath place) =>
        path[..path.LastIndexOf('/')] is var folder && place.Part == TextPart.Version && folder.EndsWith("/history", StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : folder;

    // A page in "da-DK" is for a site that speaks "da".
    SourceText Spoken(SourceText text) =>
        site.Languages.Contains(text.Language) || !site.Languages.Contains(LanguageTag.Primary(text.Language)) ? text : text with { Language = LanguageTag.Primary(text.Language) };

    void TakeSections(YamlPart map, string file, string above, int depth)
    {
        var fields = new SourceFields(map, file, _set.Refused, []);
        foreach (var (part, section) in (map.Members.GetValueOrDefault("sections")?.Items ?? []).Zip(fields.Each("sections")))
        {
            var folder = section.Text("folder") ?? throw new UnreadableException("A section needs its \"folder\".", part.Line);
            var names = part.Members.GetValueOrDefault("texts")?.Members ?? throw new UnreadableException("A section needs its \"texts\".", part.Line);
            var path = above.Length == 0 ? folder : $"{above}/{folder}";
            _set.Sections[path] = names.ToDictionary(name => name.Key, name => new SourceFields(name.Value, file, _set.Refused, []) is var text
                ? new SectionText(text.Text("name") ?? "", text.Text("description"), text.Text("slug")) : new SectionText(""));
            TakeSections(part, file, path, depth + 1);
        }
    }

    void TakeSynonyms(string path, bool isForAll)
    {
        var map = YamlPart.Read(files.Text(path));
        var fields = new SourceFields(map, path, _set.Refused, []);
        foreach (var (part, group) in (map.Members.GetValueOrDefault("synonyms")?.Items ?? []).Zip(fields.Each("synonyms")))
        {
            _set.Synonyms.Add(new SourceSynonyms(path, part.Line, isForAll, group.Text("language"), group.Texts("words", separator: ',')));
        }
    }

    // People zip the folder itself: then everything stands in it, and it is no section.
    string Wrapper(string name)
    {
        var first = files.Paths.FirstOrDefault()?.Split('/') is { Length: > 1 } parts ? $"{parts[0]}/" : "";
        return first.Length > 0 && files.Paths.All(path => path.StartsWith(first, StringComparison.Ordinal)) && (files.Has($"{first}{SourceKind.Archive}") || first.Equals($"{name}/", StringComparison.OrdinalIgnoreCase)) ? first : "";
    }

    string SiteFolder(string wrapper)
    {
        List<string> folders = [.. files.Paths.Where(path => path.StartsWith(wrapper, StringComparison.Ordinal)).Select(path => path[wrapper.Length..].Split('/')).Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct().Where(folder => folder != AllSites)];
        return folders.Contains(site.Key) ? site.Key
            : folders.Count <= 1 ? folders.FirstOrDefault(AllSites)
            : throw new UnreadableException($"This is an export of several sites ({string.Join(", ", folders)}), and {site.Key} is none of them.");
    }

    void Safely(string path, Action read)
    {
        try
        {
            read();
        }
        catch (UnreadableException wrong)
        {
            _set.Refused.Add(new ImportFault(path, wrong.Line, wrong.Sentence));
        }
    }
}
