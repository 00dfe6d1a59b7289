using Kanal.Centre.Articles;
using Kanal.Centre.Attachments;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Imports;

/// <summary>Says what would become of everything that was given, and changes nothing.</summary>
public sealed class ImportPlanning(Database database, FileShelf shelf)
{
    const int DeepestSection = 3;

    /// <exception cref="UnreadableException">Nothing of it can be taken.</exception>
    internal async Task<ImportPlan> PlanAsync(SourceFiles files, string name, Site site, string language, ImportMode mode, CancellationToken ct)
    {
        var set = new SourceReading(files, site, language).Read(name);
        var there = await database.ReadAsync(async sql => (
            Articles: await KnownArticles.ReadAsync(sql, site.Id),
            Sections: await SectionRow.AllAsync(sql),
            Synonyms: await SynonymBook.AllAsync(sql),
            Files: await sql.QueryAsync<KnownFile>("select f.id, f.article_id, f.key, f.name, f.size from article_files f join articles a on a.id = f.article_id where a.site_id = @site or a.site_id is null", new { site = site.Id })), ct);
        var articles = Gathering.Articles(set.Texts, language, set.Refused);
        new Matching(site, there.Articles).Match(articles);
        var sections = new SectionPlan(site, there.Sections, set, language);
        sections.TakeNamed();
        var links = new LinkTurning(files, new ArticlePictures(files, shelf, there.Files.ToLookup(file => file.ArticleId)), site, set.Root, articles);
        foreach (var article in articles)
        {
            ct.ThrowIfCancellationRequested();
            Place(article, sections);
            links.Turn(article);
            await CompareAsync(article, there.Articles, mode, ct);
        }

        return new ImportPlan(sections.All, articles, [.. set.Synonyms.Select(group => Compare(group, there.Synonyms, site.Id))], set.Refused);
    }

    static void Place(PlannedArticle article, SectionPlan sections)
    {
        var head = article.Head;
        var needsPlace = article.Site is not null && (article.Existing is null || head.IsSectionTold) && article.Texts.Exists(text => text.Outcome != ImportOutcome.Refused);
        if (needsPlace && head.Section is { Count: > 0 } names)
        {
            article.Section = sections.Of(names, head.File);
            if (names.Count > DeepestSection)
            {
                article.Texts[0].Notes.Add(new ImportFault(head.File, null, $"Sections stand at most {DeepestSection} deep within each other, so this stands in \"{names[DeepestSection - 1]}\"."));
            }
        }
    }

    async Task CompareAsync(PlannedArticle article, KnownArticles known, ImportMode mode, CancellationToken ct)
    {
        foreach (var text in article.Texts)
        {
            Comparing.Check(text, article.Kind, mode);
        }

        if (article.Head.Specialists is { } address && !PlaceCheck.IsAddress(address))
        {
            article.Texts[0].Fault("specialists: This should be an address such as \"https://community.example\".");
        }

        if (article.Existing is { } row)
        {
            var now = await database.ReadAsync(sql => ArticleRow.ReadAsync(sql, row.Id), ct);
            foreach (var text in article.Texts.Where(text => text.Outcome != ImportOutcome.Refused))
            {
                if (now.Texts.FirstOrDefault(one => one.Language == text.Language) is { } there)
                {
                    Comparing.Compare(text, there, mode, text.Existing is { } existing && known.IsAsImported(existing));
                }
            }

            CompareSettings(article, row);
        }
        else if (article.Texts[0].Outcome == ImportOutcome.Refused)
        {
            foreach (var text in article.Texts.Skip(1).Where(text => text.Outcome != ImportOutcome.Refused))
            {
                text.Fault($"This translates {article.Texts[0].Main.File}, which can't be taken.");
            }
        }
    }

    // What the files do not say stays.
    static void CompareSettings(PlannedArticle article, ArticleRow row)
    {
        var head = article.Head;
        var isMoved = head.IsSectionTold && article.Site is not null && (article.Section?.Id != row.SectionId || article.Section?.IsNew == true);
        var audience = row.Kind == ArticleKind.ShortAnswer ? Audience.Agents : head.Audience ?? row.Audience;
        var isChanged = isMoved || audience != row.Audience || (head.Position ?? row.Position) != row.Position || (head.Specialists ?? row.Specialists) != row.Specialists;
        if (isChanged && article.Texts[0] is { Outcome: not ImportOutcome.Refused } text)
        {
            article.Settings = new ArticleSettings(audience, isMoved ? article.Section?.Id : row.SectionId, head.Position, head.Specialists ?? row.Specialists);
            text.Outcome = ImportOutcome.Changed;
        }
    }

    static PlannedSynonyms Compare(SourceSynonyms group, List<SynonymGroup> there, Id site)
    {
        var words = group.Words.Select(Folding.Fold).ToHashSet();
        return there.Exists(known => known.Site == (group.IsForAllSites ? null : site) && known.Language == group.Language && words.SetEquals(known.Words.Select(Folding.Fold)))
            ? new PlannedSynonyms(group, ImportOutcome.Same)
            : words.Count < 2 ? new PlannedSynonyms(group, ImportOutcome.Refused, "There should be 2 to 20 different words.")
            : new PlannedSynonyms(group, ImportOutcome.New);
    }
}
