using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Links between the files that were given become links between articles, and the pictures in them become the articles' own.</summary>
sealed class LinkTurning(SourceFiles files, ArticlePictures pictures, Site site, string root, List<PlannedArticle> articles)
{
    readonly Dictionary<string, PlannedText> _pages = articles.SelectMany(article => article.Texts).Where(text => !SourceKind.IsTable(text.Main.File)).DistinctBy(text => text.Main.File).ToDictionary(text => text.Main.File);

    public void Turn(PlannedArticle article)
    {
        foreach (var text in article.Texts)
        {
            foreach (var folder in text.Parts.Select(part => part.Folder).OfType<string>().Distinct().ToList())
            {
                TakeFolder(article, text, $"{folder}/files/");
            }

            if (article.Kind != ArticleKind.ShortAnswer)
            {
                text.Turn(part => part with { Content = Turn(article, text, part) });
            }
        }
    }

    // An article with a folder of its own keeps there what no text of it shows any more.
    void TakeFolder(PlannedArticle article, PlannedText text, string folder)
    {
        foreach (var path in files.Paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal)))
        {
            Take(article, text, path);
        }
    }

    ArticleContent Turn(PlannedArticle article, PlannedText text, SourceText part)
    {
        string Markdown(string markdown) => MarkdownLinks.Turn(markdown, (address, isPicture) => Address(article, text, part, address, isPicture));
        var content = part.Content;
        return content with
        {
            Body = Markdown(content.Body),
            Steps = [.. content.Steps.Select(step => step with { Body = Markdown(step.Body) })],
            Channels = content.Channels with { Email = content.Channels.Email is { } email ? Markdown(email) : null },
        };
    }

    string? Address(PlannedArticle article, PlannedText text, SourceText part, string address, bool isPicture)
    {
        var cut = address.AsSpan().IndexOfAny('#', '?') is >= 0 and var end ? address[..end] : address;
        if (cut.Length == 0 || cut.StartsWith("//", StringComparison.Ordinal) || HasScheme(cut))
        {
            return null;
        }

        if (Find(part.File, Uri.UnescapeDataString(cut)) is not { } path)
        {
            if (isPicture ? !cut.StartsWith("/files/", StringComparison.Ordinal) : !cut.StartsWith('/'))
            {
                text.Notes.Add(new ImportFault(part.File, null, isPicture ? Sentence.Of($"The picture {cut} is not here.") : $"A link leads to {cut}, which is not here."));
            }

            return null;
        }

        if (_pages.TryGetValue(path, out var page))
        {
            var fragment = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? address[at..] : "";
            return page.Slug is { } slug ? HelpAddress.Of(site, page.Language, slug) + fragment : null;
        }

        return !SourceKind.IsArticle(path) && Take(article, text, path) is { } file ? $"/files/{file.Key}" : null;
    }

    PlannedFile? Take(PlannedArticle article, PlannedText text, string path)
    {
        var file = pictures.Take(article, path, out var fault);
        if (fault is not null && !text.Notes.Exists(note => note.Sentence.ToString() == fault.ToString()))
        {
            text.Notes.Add(new ImportFault(text.Main.File, null, fault));
        }

        return file;
    }

    string? Find(string from, string address)
    {
        List<string> parts = address.StartsWith('/') ? [.. root.Split('/', StringSplitOptions.RemoveEmptyEntries)] : [.. from.Split('/')[..^1]];
        foreach (var part in address.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count == 0)
            {
                return null;
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        var path = string.Join('/', parts);
        return ((string[])[path, $"{path}.html", $"{path}.md", $"{path}/index.html", $"{path}/index.md"]).Select(files.Find).FirstOrDefault(found => found is not null);
    }

    static bool HasScheme(string address) => address.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && address.AsSpan(0, colon).IndexOf('/') < 0;
}
