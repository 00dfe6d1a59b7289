using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Brings together what belongs to one article: its languages, and of each what is published, drafted and past.</summary>
static class Gathering
{
    /// <param name="refused">Takes what there is twice.</param>
    public static List<PlannedArticle> Articles(IEnumerable<SourceText> texts, string language, List<ImportFault> refused)
    {
        List<PlannedArticle> articles = [];
        foreach (var group in texts.GroupBy(text => text.Group))
        {
            var article = new PlannedArticle(group.Key);
            foreach (var spoken in group.GroupBy(text => text.Language))
            {
                article.Texts.Add(Text([.. spoken], refused));
            }

            article.Original = Original(article, language);
            article.Texts = [.. article.Texts.OrderBy(text => text.Language != article.Original)];
            articles.Add(article);
        }

        return articles;
    }

    static PlannedText Text(List<SourceText> parts, List<ImportFault> refused)
    {
        var text = new PlannedText(parts.Find(part => part.Part == TextPart.Main) ?? parts.OrderBy(part => part.Part).ThenByDescending(part => part.Number).First());
        foreach (var part in parts.Where(part => part != text.Main))
        {
            switch (part.Part)
            {
                case TextPart.Draft when text.Draft is null:
                    text.Draft = part;
                    break;
                case TextPart.Scheduled when text.Scheduled is null:
                    text.Scheduled = part;
                    break;
                case TextPart.Version:
                    text.Versions.Add(part);
                    break;
                default:
                    refused.Add(new ImportFault(part.File, part.Line, text.Main.Line > 1
                        ? Sentence.Of($"This article is here twice in this language; the other is in {text.Main.File}, line {text.Main.Line}.")
                        : $"This article is here twice in this language; the other is in {text.Main.File}."));
                    break;
            }

            text.Faults.AddRange(part.Faults);
        }

        text.Outcome = text.Faults.Count > 0 ? ImportOutcome.Refused : ImportOutcome.New;
        return text;
    }

    // As a translation says, or in the language that was named.
    static string Original(PlannedArticle article, string language) =>
        article.Texts.Select(text => text.Main.Original).OfType<string>().FirstOrDefault(told => article.Texts.Exists(text => text.Language == told))
        ?? (article.Texts.Find(text => text.Language == language) ?? article.Texts[0]).Language;
}
