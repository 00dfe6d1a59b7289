using Kanal.Centre.Articles;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Finds the articles that are there already, and gives each text its address.</summary>
sealed class Matching(Site site, KnownArticles known)
{
    const int MostTries = 100;

    readonly HashSet<Id> _claimed = [];
    readonly Dictionary<(string Language, string Slug), PlannedArticle> _slugs = [];
    readonly Dictionary<(string Language, string Shortcut), PlannedArticle> _shortcuts = [];

    public void Match(List<PlannedArticle> articles)
    {
        articles.ForEach(MatchById);
        foreach (var article in articles)
        {
            if (article.Existing is null && ByName(article) is { } found && _claimed.Add(found.Id))
            {
                article.Existing = found;
            }

            Settle(article);
        }
    }

    void MatchById(PlannedArticle article)
    {
        if (article.Texts.Select(text => text.Main.Id).OfType<Id>().FirstOrDefault() is var id && known.Article(id) is { } found)
        {
            if (_claimed.Add(id))
            {
                article.Existing = found;
            }
            else
            {
                article.Texts.ForEach(text => text.Fault("Another article here has the same id."));
            }
        }
    }

    ArticleRow? ByName(PlannedArticle article)
    {
        foreach (var text in article.Texts)
        {
            if (known.ByShortcut(text.Language, text.Main.Shortcut) is { } answer)
            {
                return answer;
            }

            foreach (var slug in text.Main.Shortcut is null ? Candidates(text).Take(4) : [])
            {
                if (known.BySlug(text.Language, slug) is not { } found)
                {
                    break;
                }

                if (!_claimed.Contains(found.Id))
                {
                    return found;
                }
            }
        }

        return null;
    }

    void Settle(PlannedArticle article)
    {
        var head = article.Head;
        article.Kind = article.Texts.Select(text => text.Main.Kind).FirstOrDefault(kind => kind is not null) ?? article.Existing?.Kind ?? (head.Shortcut is null ? ArticleKind.Article : ArticleKind.ShortAnswer);
        article.Site = article.Existing is { } there ? there.SiteId : article.Kind == ArticleKind.ShortAnswer && !head.IsForItsSite ? null : site.Id;
        foreach (var text in article.Texts)
        {
            text.Existing = article.Existing is { } row ? known.Text(row.Id, text.Language) : null;
            if (article.Existing is { } other && other.Kind != article.Kind)
            {
                text.Fault($"There is {Article(other.Kind)} of this name already; this is {Article(article.Kind)}.");
            }

            if (article.Site is not null && !site.Languages.Contains(text.Language))
            {
                text.Fault(LanguageTag.IsWellFormed(text.Language) ? Sentence.Of($"The site does not speak \"{text.Language}\"; its settings list the languages that it does.") : "This should be a language tag such as \"da\".");
            }

            if (article.Kind == ArticleKind.ShortAnswer)
            {
                TakeShortcut(article, text);
            }
            else
            {
                TakeSlug(article, text);
            }
        }
    }

    void TakeShortcut(PlannedArticle article, PlannedText text)
    {
        try
        {
            text.Shortcut = DraftWriting.Shortcut(article.Kind, text.Main.Shortcut ?? text.Existing?.Shortcut ?? text.Main.Slug);
            if (text.Shortcut is not null && (!_shortcuts.TryAdd((text.Language, text.Shortcut), article) || (known.ByShortcut(text.Language, text.Shortcut) is { } other && other.Id != article.Existing?.Id)))
            {
                text.Fault($"Another answer has the shortcut \"{text.Shortcut}\" in this language.", text.Main.LineOf("shortcut"));
            }
        }
        catch (RefusedException wrong)
        {
            text.Fault(wrong.Sentence, text.Main.LineOf("shortcut"));
        }
    }

    void TakeSlug(PlannedArticle article, PlannedText text)
    {
        if (text.Main.IsSlugTold && text.Main.Slug is { } told && told != text.Existing?.Slug)
        {
            if (!Slugs.IsWellFormed(told))
            {
                text.Fault("slug: This should be words of a to z and 0 to 9 with hyphens between them.", text.Main.LineOf("slug"));
            }
            else if (!IsFree(article, text.Language, told))
            {
                text.Fault($"Another article has the address \"{told}\".", text.Main.LineOf("slug"));
            }

            text.Slug = told;
        }
        else
        {
            text.Slug = text.Existing?.Slug ?? Candidates(text).FirstOrDefault(slug => IsFree(article, text.Language, slug));
        }

        if (text.Slug is null)
        {
            text.Fault("There are too many articles of this name.");
        }
        else
        {
            _slugs.TryAdd((text.Language, text.Slug), article);
        }
    }

    bool IsFree(PlannedArticle article, string language, string slug) =>
        (!_slugs.TryGetValue((language, slug), out var owner) || owner == article)
        && (!known.IsTaken(language, slug) || (article.Existing is { } there && known.BySlug(language, slug)?.Id == there.Id));

    // The name; where another has it, with the section's before it; then with a number behind it.
    static IEnumerable<string> Candidates(PlannedText text)
    {
        var name = text.Main.Slug is { } told && (text.Main.IsSlugTold || Slugs.IsWellFormed(told)) ? told : Slugs.Of(text.Main.Content.Title);
        string[] within = text.Main.Section is [.., { } section] ? [Slugs.Of($"{section} {name}")] : [];
        return [name, .. within, .. Enumerable.Range(2, MostTries).Select(i => Slugs.Of($"{name} {i}"))];
    }

    static Sentence Article(ArticleKind kind) => kind switch
    {
        ArticleKind.Guide => Sentence.Of("a guide"),
        ArticleKind.Form => "a form",
        ArticleKind.ShortAnswer => "a short answer",
        _ => "an article",
    };
}
