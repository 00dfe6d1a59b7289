using Kanal.Centre.Agents;
using Kanal.Centre.Articles;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Fills the agency's knowledge base, as it has grown over the last weeks.</summary>
sealed class Bookshelf(SiteDirectory sites, SectionBook sections, ArticleImport import, AgentDirectory agents, Readers readers, TimeProvider time)
{
    const string Original = "da";

    static readonly Dictionary<string, string> _authors = new() { ["da"] = "Freja Lindholm", ["pl"] = "Piotr Zieliński", ["ro"] = "Ioana Munteanu", ["en"] = "Anders Brandt" };

    public async Task FillAsync(CancellationToken ct)
    {
        var site = await sites.FindAsync(Company.Key, ct) ?? throw new InvalidOperationException("The demo's site was not made.");
        var knowledge = Knowledge.Read();
        var words = DemoTexts.Languages.ToDictionary(language => language, KnowledgeWords.In);
        var staff = (await agents.ListAsync(ct)).ToDictionary(agent => agent.Name, agent => agent.Id);
        List<ImportedArticle> articles = [];
        foreach (var (key, names) in knowledge.Sections)
        {
            var section = await sections.AddAsync(new SectionRequest(site.Id, words.ToDictionary(language => language.Key, language => language.Value.Sections[key])), ct);
            articles.AddRange(names.Select(name => new ImportedArticle(
                knowledge.KindOf(name), site.Id, section.Id, knowledge.Audiences.GetValueOrDefault(name), Original,
                [.. DemoTexts.Languages.Select(language => Text(knowledge, words[language].Articles[name], name, language, staff))],
                knowledge.Specialists.GetValueOrDefault(name))));
        }

        await import.WriteAsync([.. articles, .. ShortAnswers()], ct);
        await readers.ReadAsync(site.Id, ct);
    }

    ImportedText Text(Knowledge knowledge, WrittenArticle written, string name, string language, Dictionary<string, Id> staff)
    {
        var content = written.ToContent(knowledge.Forms.GetValueOrDefault(name, []));
        var days = name.Sum(letter => letter) % 20;
        var first = At(knowledge.Old.Contains(name) ? 430 : knowledge.Unread.Contains(name) ? 120 : 45 - days, days);
        var author = _authors[language];
        ImportedVersion Version(ArticleContent content, DateTimeOffset at, int number, string? remark = null) =>
            new(content, at, author, staff.GetValueOrDefault(author), remark, language == Original ? null : number);
        var later = knowledge.Scheduled.Contains(name);
        if (!later && (!knowledge.Revised.Contains(name) || knowledge.Behind.GetValueOrDefault(name, []).Contains(language)))
        {
            return new ImportedText(language, [Version(content, first, 1)], ExpiresAt: knowledge.Expiring.Contains(name) ? time.GetUtcNow().AddDays(9) : null);
        }

        // What it said before was shorter by its last sentence.
        var before = content with { Body = content.Body[..(content.Body.TrimEnd('.').LastIndexOf('.') + 1)] };
        var second = At(later ? 1 : 3 + (days % 6), days + 2);
        return new ImportedText(language, [Version(before, first, 1), Version(content, second, 2, later ? "For the new season" : "Checked against the new terms")], PublishAt: later ? time.GetUtcNow().AddDays(4) : null);
    }

    // Some working hour that many days ago.
    DateTimeOffset At(int days, int minutes) => new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(-days).AddHours(8).AddMinutes(minutes * 23 % 480);

    IEnumerable<ImportedArticle> ShortAnswers()
    {
        var written = DemoTexts.Languages.ToDictionary(language => language, language => Content.Read<Dictionary<string, ShortAnswer>>($"answers/{language}.json"));
        return written[Original].Keys.Select(name => new ImportedArticle(ArticleKind.ShortAnswer, null, null, Audience.Agents, Original,
            [.. written.Select(language => language.Value[name].ToText(language.Key, At(50, name.Length), _authors[language.Key], Original))]));
    }

    sealed record ShortAnswer(string Shortcut, string Title, string Text)
    {
        public ImportedText ToText(string language, DateTimeOffset at, string author, string original) =>
            new(language, [new ImportedVersion(new ArticleContent { Title = Title, Body = Text }, at, author, TranslatedFrom: language == original ? null : 1)], Shortcut);
    }
}
