using System.Text.RegularExpressions;
using Kanal.Centre.Articles;

namespace Kanal.Centre.Imports;

/// <summary>Reads an article from a Markdown file, with what stands between two lines of <c>---</c> at its top.</summary>
static partial class MarkdownPages
{
    const string Fence = "---";

    public static SourceText Read(string file, string text, SourcePath path, string language)
    {
        var (head, body, bodyLine) = Split(text);
        List<ImportFault> faults = [];
        var lines = new Dictionary<string, int> { ["content.body"] = bodyLine };
        var fields = new SourceFields(YamlPart.Read(head, 2), file, faults, lines);
        var kind = fields.Member<ArticleKind>("kind");
        var title = fields.Text("title", "content.title");
        if (title is null && Heading().Match(body) is { Success: true } heading)
        {
            title = heading.Groups[1].Value;
            body = body[heading.Length..].TrimStart('\n');
        }

        var content = ContentFields.Read(fields, title ?? SourcePath.Pretty(path.Name), body);
        return Facts(fields, path) with
        {
            File = file,
            Line = 1,
            Language = fields.Text("language") ?? fields.Text("lang") ?? path.Language ?? language,
            Kind = kind,
            Content = kind == ArticleKind.Guide && !fields.Has("steps") ? GuideSteps.FromHeadings(content) : content,
            Lines = lines,
            Faults = faults,
        };
    }

    static SourceText Facts(SourceFields fields, SourcePath path) => new()
    {
        File = "",
        Line = 1,
        Language = "",
        Content = new ArticleContent { Title = "" },
        Group = fields.Text("article") ?? path.Group,
        Part = path.Part,
        Id = fields.Id("id"),
        Audience = fields.Member<Audience>("audience"),
        Position = fields.Number("position"),
        Specialists = fields.Text("specialists"),
        Original = fields.Text("original"),
        Created = fields.Time("created"),
        Section = fields.Has("section") ? [.. fields.Texts("section", separator: '/')] : path.Section,
        IsSectionTold = fields.Has("section"),
        Slug = fields.Text("slug", "slug") ?? path.Slug,
        IsSlugTold = fields.Has("slug"),
        OldSlugs = fields.Texts("oldSlugs"),
        Shortcut = fields.Text("shortcut", "shortcut"),
        State = fields.Member<TextState>("state"),
        Number = fields.Number("version"),
        TranslatedFrom = fields.Number("translatedFrom"),
        Author = fields.Text("author"),
        Remark = fields.Text("remark"),
        At = fields.Time("at"),
        Published = fields.Time("published"),
        Changed = fields.Time("changed"),
        PublishAt = fields.Time("publishAt"),
        Until = fields.Time("until"),
    };

    // What we write ourselves has one empty line before the body and one line end behind it.
    static (string Head, string Body, int BodyLine) Split(string text)
    {
        var whole = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (!whole.StartsWith($"{Fence}\n", StringComparison.Ordinal))
        {
            return ("", Ended(whole), 1);
        }

        var end = whole.IndexOf($"\n{Fence}\n", Fence.Length, StringComparison.Ordinal);
        var closed = end < 0 && whole.EndsWith($"\n{Fence}", StringComparison.Ordinal) ? whole.Length - Fence.Length - 1 : end;
        if (closed < 0)
        {
            throw new UnreadableException("What is said about the article begins with --- and never ends with one.", 1);
        }

        var head = closed < Fence.Length + 1 ? "" : whole[(Fence.Length + 1)..closed];
        var body = whole[Math.Min(whole.Length, closed + Fence.Length + 2)..];
        return (head, Ended(body.StartsWith('\n') ? body[1..] : body), whole.AsSpan(0, whole.Length - body.Length).Count('\n') + (body.StartsWith('\n') ? 2 : 1));
    }

    static string Ended(string body) => body.EndsWith('\n') ? body[..^1] : body;

    [GeneratedRegex(@"^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\z)")]
    private static partial Regex Heading();
}
