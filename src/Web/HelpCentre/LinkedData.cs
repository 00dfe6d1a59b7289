using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;
using Kanal.Web.PublicApi;

namespace Kanal.Web.HelpCentre;

/// <summary>What the pages tell search engines about themselves (schema.org, as JSON-LD).</summary>
static class LinkedData
{
    const int LongestSummary = 160;

    // It escapes what could end the script element that holds it.
    static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Front(HelpView view) => Write(new JsonObject
    {
        ["@type"] = "WebSite",
        ["name"] = $"{view.Site.Name} {view["name"]}",
        ["url"] = view.Canonical(view.Here()),
        ["inLanguage"] = view.Language,
        ["potentialAction"] = new JsonObject { ["@type"] = "SearchAction", ["target"] = view.Canonical(view.Here("/search?q={words}")), ["query-input"] = "required name=words" },
    });

    public static string Section(HelpView view, PublicSection section) => Write(Crumbs(view, view.Shelf.PathTo(section.Id), null));

    public static string Article(HelpView view, PublishedText text) => Write(
        Crumbs(view, view.Shelf.PathTo(text.Section), text),
        text.Content.Steps.Count > 0 ? HowTo(view, text) : Question(view, text));

    /// <summary>The first words of an article.</summary>
    public static string Summary(PublishedText text)
    {
        var plain = ArticlePlain.Of(text.Content.Body, links: false).ReplaceLineEndings(" ");
        return plain.Length <= LongestSummary || plain.LastIndexOf(' ', LongestSummary) is not (> 0 and var end) ? plain : $"{plain[..end].TrimEnd(',', '.', ':', ';')} …";
    }

    static JsonObject Crumbs(HelpView view, IEnumerable<PublicSection> sections, PublishedText? text)
    {
        List<(string Name, string Path)> steps = [(view["name"], view.Here()), .. sections.Select(section => (section.Name, view.PathOf(section)))];
        if (text is not null)
        {
            steps.Add((text.Content.Title, view.PathOf(text)));
        }

        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. steps.Select((step, i) => new JsonObject { ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = step.Name, ["item"] = view.Canonical(step.Path) })]),
        };
    }

    static JsonObject HowTo(HelpView view, PublishedText text) => new()
    {
        ["@type"] = "HowTo",
        ["name"] = text.Content.Title,
        ["description"] = Summary(text),
        ["inLanguage"] = text.Language,
        ["dateModified"] = text.ChangedAt.UtcDateTime,
        ["step"] = new JsonArray([.. text.Content.Steps.Select((step, i) => new JsonObject
        {
            ["@type"] = "HowToStep",
            ["position"] = i + 1,
            ["name"] = step.Title,
            ["text"] = ArticlePlain.Of(step.Body, links: false),
            ["url"] = $"{view.Canonical(view.PathOf(text))}#step-{i + 1}",
        })]),
    };

    static JsonObject Question(HelpView view, PublishedText text) => new()
    {
        ["@type"] = "FAQPage",
        ["url"] = view.Canonical(view.PathOf(text)),
        ["inLanguage"] = text.Language,
        ["dateModified"] = text.ChangedAt.UtcDateTime,
        ["mainEntity"] = new JsonArray(new JsonObject
        {
            ["@type"] = "Question",
            ["name"] = text.Content.Title,
            ["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = ArticlePlain.Of(text.Content.Body, links: false) },
        }),
    };

    static string Write(params JsonObject[] parts) =>
        new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray([.. parts]) }.ToJsonString(_json);
}
