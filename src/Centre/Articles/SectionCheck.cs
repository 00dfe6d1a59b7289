using Kanal.Centre.Storage;

namespace Kanal.Centre.Articles;

/// <summary>Reads a section as it is written: named in at least one language, and never within itself.</summary>
static class SectionCheck
{
    const int Most = 200;
    const int Deepest = 3;
    const int LongestName = 80;
    const int LongestDescription = 300;

    public static async Task<Section> ReadAsync(Sql sql, Id id, SectionRequest request, Section? before)
    {
        var others = (await SectionRow.AllAsync(sql)).FindAll(section => section.Site == request.Site && section.Id != id);
        var faults = new Faults();
        faults.AddIf(before is not null && before.Site != request.Site, "site", "A section stays on its site.");
        faults.AddIf(others.Count >= Most, "texts", $"There are {Most} sections already; nobody finds one among more.");
        faults.AddIf(await sql.FirstAsync<long>("select count(*) from sites where id = @Site", request) == 0, "site", "There is no such site.");
        faults.AddIf(request.Parent is { } parent && !others.Exists(section => section.Id == parent), "parent", "There is no such section on this site.");
        faults.AddIf(Depth(id, request.Parent, others) + Height(id, others) > Deepest, "parent", $"Sections stand at most {Deepest} deep within each other, and never within themselves.");
        faults.AddIf(request.Texts.Count == 0, "texts", "It needs a name in at least one language.");
        var texts = request.Texts.ToDictionary(text => text.Key, text => Text(faults, text.Key, text.Value, others));
        faults.ThrowIfAny();
        return new Section
        {
            Id = id,
            Site = request.Site,
            Parent = request.Parent,
            Position = request.Position ?? before?.Position ?? (others.Count == 0 ? 0 : others.Max(section => section.Position) + 1),
            Texts = texts,
            Version = before?.Version ?? 1,
        };
    }

    static SectionText Text(Faults faults, string language, SectionText given, List<Section> others)
    {
        var at = $"texts.{language}";
        faults.AddIf(!LanguageTag.IsWellFormed(language), at, "This should be a language tag such as \"da\".");
        var name = faults.Line($"{at}.name", given.Name, LongestName);
        var slug = given.Slug ?? Slugs.Of(name);
        faults.AddIf(!Slugs.IsWellFormed(slug), $"{at}.slug", "This should be words of a to z and 0 to 9 with hyphens between them.");
        faults.AddIf(others.Exists(section => section.Texts.GetValueOrDefault(language)?.Slug == slug), $"{at}.slug", "Another section has this address.");
        return new SectionText(name, faults.OptionalLine($"{at}.description", given.Description, LongestDescription), slug);
    }

    // One that leads back to itself is deeper than any that is allowed.
    static int Depth(Id id, Id? parent, List<Section> others)
    {
        var depth = 1;
        for (var up = parent; up is not null && depth <= Deepest; depth++)
        {
            up = up == id ? up : others.Find(section => section.Id == up)?.Parent;
        }

        return depth;
    }

    static int Height(Id id, List<Section> others) => others.Where(section => section.Parent == id).Select(section => 1 + Height(section.Id, others)).DefaultIfEmpty(0).Max();
}
