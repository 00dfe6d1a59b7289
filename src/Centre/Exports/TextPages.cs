using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanal.Centre.Articles;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Exports;

/// <summary>The Markdown files of an article in one language.</summary>
static class TextPages
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Names within the article's folder, and what stands in each.</summary>
    public static IEnumerable<(string Name, string Page)> Of(ArticleRow article, ExportedText text, ExportMap map)
    {
        var (row, language) = (text.Row, text.Row.Language);
        var shown = text.Version(row.Published) ?? text.Version(row.Scheduled);
        var facts = Facts(article, text);
        yield return ($"{language}.md", shown is null
            ? Page(Draft(text, facts), text.Draft ?? new ArticleContent { Title = row.Title }, article, map, "")
            : Page(Version(shown, facts), shown.ToContent(), article, map, ""));
        if (shown is not null && text.Draft is { } draft)
        {
            yield return ($"{language}.draft.md", Page(Draft(text, []), draft, article, map, ""));
        }

        if (text.Version(row.Scheduled) is { } scheduled && scheduled != shown)
        {
            yield return ($"{language}.scheduled.md", Page(Version(scheduled, new() { ["publishAt"] = Time(row.PublishAt) }), scheduled.ToContent(), article, map, ""));
        }

        foreach (var version in text.Versions.Where(version => version != shown && version.Number != row.Scheduled))
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"history/{language}.{version.Number}.md"), Page(Version(version, []), version.ToContent(), article, map, "../"));
        }
    }

    // What is said once, of the article by its original and of the text by its first file.
    static JsonObject Facts(ArticleRow article, ExportedText text)
    {
        var row = text.Row;
        var facts = new JsonObject { ["id"] = article.Id.ToString(), ["kind"] = article.Kind == ArticleKind.Article ? null : article.Kind.Text() };
        if (row.Language == article.Original)
        {
            facts["audience"] = article.Audience == Audience.Everyone || article.Kind == ArticleKind.ShortAnswer ? null : article.Audience.Text();
            facts["position"] = article.Position;
            facts["specialists"] = article.Specialists;
            facts["created"] = Time(article.CreatedAt);
        }
        else
        {
            facts["original"] = article.Original;
        }

        facts["slug"] = row.Slug;
        facts["oldSlugs"] = new JsonArray([.. text.OldSlugs.Select(slug => (JsonNode)slug)]);
        facts["shortcut"] = row.Shortcut;
        facts["state"] = row.State.Text();
        facts["published"] = Time(row.PublishedAt);
        facts["changed"] = row.Published is null ? null : Time(row.ChangedAt);
        facts["publishAt"] = row.Published is null ? Time(row.PublishAt) : null;
        facts["until"] = Time(row.ExpiresAt);
        return facts;
    }

    static JsonObject Version(VersionRow version, JsonObject facts)
    {
        facts["version"] = version.Number;
        facts["translatedFrom"] = version.TranslatedFrom;
        facts["author"] = version.Author;
        facts["at"] = Time(version.CreatedAt);
        facts["remark"] = version.Remark;
        return facts;
    }

    static JsonObject Draft(ExportedText text, JsonObject facts)
    {
        facts["translatedFrom"] = text.Row.TranslatedFrom;
        facts["author"] = text.DraftAuthor;
        facts["at"] = Time(text.Row.SavedAt);
        return facts;
    }

    static string Page(JsonObject facts, ArticleContent content, ArticleRow article, ExportMap map, string up)
    {
        var isMarkdown = article.Kind != ArticleKind.ShortAnswer;
        string Markdown(string text) => isMarkdown ? map.Turn(article, text, up) : text;
        var head = new JsonObject { ["title"] = content.Title };
        foreach (var (name, value) in facts.ToList())
        {
            facts.Remove(name);
            head[name] = value;
        }

        head["questions"] = Node(content.Questions);
        head["keywords"] = Node(content.Keywords);
        head["steps"] = Node(content.Steps.Select(step => step with { Body = Markdown(step.Body) }));
        head["fields"] = Node(content.Fields);
        head["thanks"] = content.Thanks;
        head["channels"] = Node(content.Channels with { Email = content.Channels.Email is { } email && isMarkdown ? Markdown(email) : content.Channels.Email });
        return $"---\n{YamlText.Of(head)}---\n\n{Markdown(content.Body)}\n";
    }

    static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Json.Options);

    static string? Time(DateTimeOffset? time) => time is { } known ? Time(known) : null;
}
