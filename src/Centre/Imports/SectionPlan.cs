using Kanal.Centre.Articles;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>Finds the sections that folders name, and says which have to be made.</summary>
sealed class SectionPlan(Site site, List<Section> there, SourceSet set, string language)
{
    const int Deepest = 3;
    const int LongestName = 80;

    readonly Dictionary<string, PlannedSection> _sections = new(StringComparer.OrdinalIgnoreCase);
    readonly List<PlannedSection> _all = [];
    readonly HashSet<(string Language, string? Slug)> _slugs = [.. there.Where(section => section.Site == site.Id).SelectMany(section => section.Texts.Select(text => (text.Key, text.Value.Slug)))];

    /// <summary>Parents before what they hold.</summary>
    public List<PlannedSection> All => _all;

    /// <summary>Those that have a file of their own, also where nothing stands in them.</summary>
    public void TakeNamed()
    {
        foreach (var path in set.Sections.Keys)
        {
            Of(path.Split('/'), SourceKind.Sections);
        }
    }

    /// <summary>Null where nothing is named.</summary>
    public PlannedSection? Of(IReadOnlyList<string> names, string file)
    {
        PlannedSection? found = null;
        var path = "";
        foreach (var name in names.Take(Deepest))
        {
            path = path.Length == 0 ? name : $"{path}/{name}";
            if (!_sections.TryGetValue(path, out var section))
            {
                section = Make(path, name, found, file);
                _sections[path] = section;
                _all.Add(section);
            }

            found = section;
        }

        return found;
    }

    PlannedSection Make(string path, string name, PlannedSection? parent, string file)
    {
        var texts = set.Sections.GetValueOrDefault(path) ?? Named(name, parent);
        // Under a new section nothing can be there yet.
        var known = parent is { IsNew: true } ? null : there.Find(section => section.Site == site.Id && section.Parent == parent?.Id && Is(section, name, texts));
        foreach (var (spoken, text) in texts)
        {
            _slugs.Add((spoken, text.Slug));
        }

        return new PlannedSection(path, parent, texts, file) { Id = known?.Id, IsNew = known is null };
    }

    // Two folders of one name stand in different places; their sections have different addresses.
    Dictionary<string, SectionText> Named(string name, PlannedSection? parent)
    {
        string[] candidates = [Slugs.Of(name), Slugs.Of($"{parent?.Path} {name}"), .. Enumerable.Range(2, 100).Select(i => Slugs.Of($"{name} {i}"))];
        var shown = SourcePath.Pretty(name);
        return new() { [language] = new SectionText(shown.Length > LongestName ? shown[..LongestName].TrimEnd() : shown, null, candidates.FirstOrDefault(slug => !_slugs.Contains((language, slug)))) };
    }

    static bool Is(Section section, string name, IReadOnlyDictionary<string, SectionText> texts) =>
        section.Texts.Any(text => texts.TryGetValue(text.Key, out var told) && told.Slug is not null && told.Slug == text.Value.Slug)
        || section.Texts.Values.Any(text => text.Slug == Slugs.Of(name) || Folding.Fold(text.Name) == Folding.Fold(SourcePath.Pretty(name)));
}
