using Kanal.Centre.Articles;
using Kanal.Centre.Conversations;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Shown;

/// <summary>Puts things before a visitor's eyes. The card is on disk before the message that carries it.</summary>
public sealed class ShowBook(Database database, IdSource ids, KnowledgeBase knowledge, Reply reply, ConversationNews news, TimeProvider time)
{
    const int LongestTitle = 200;

    /// <param name="clientId">The agent's own name for it; the same again shows it once.</param>
    /// <param name="article">Null for a page.</param>
    /// <param name="language">Null for the conversation's own.</param>
    /// <param name="origin">Of this server, put before the address of an article's page.</param>
    public async Task<Appended> ArticleAsync(Site site, Id conversation, Person agent, string clientId, Id article, string? language, string origin, CancellationToken ct)
    {
        var library = await knowledge.NowAsync(ct);
        var spoken = site.LanguageFor(language ?? await LanguageAsync(conversation, ct));
        var texts = library.Languages(article).Where(text => text.IsPublic && text.Site == site.Id).ToList();
        var found = texts.Find(text => text.Language == spoken) ?? texts.Find(text => text.Language == site.Languages[0]) ?? texts.FirstOrDefault()
            ?? throw RefusedException.Conflict("not-for-visitors", "Visitors can't see this one: it is for agents, not published, or for another site.");
        var kind = found.Kind switch
        {
            ArticleKind.Guide => ShownKind.Guide,
            ArticleKind.Form => ShownKind.Form,
            _ => ShownKind.Article,
        };
        var card = new ShownCard(ids.Next(), kind, article, found.Language, found.Content.Title, Whole(origin, HelpAddress.Of(site, found.Language, found.Slug ?? "")),
            found.Content.Steps.Count, found.Content.Fields.Count, Here: false);
        return await ShowAsync(conversation, agent, clientId, card, found.Number, ct);
    }

    /// <param name="url">Of a page on the web.</param>
    public async Task<Appended> PageAsync(Site site, Id conversation, Person agent, string clientId, string url, string? title, CancellationToken ct)
    {
        if (url.Length > Words.LongestPage || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var page) || page is not { Scheme: "https" or "http", UserInfo: "" })
        {
            throw RefusedException.Invalid("url", "This should be the address of a page, such as \"https://shop.example/terms\".");
        }

        // Where any page may hold the widget, none is known to be the site's own.
        var here = site.GuidesPages && site.AllowedOrigins is not ["*"] && site.Allows(page.GetLeftPart(UriPartial.Authority));
        var name = Words.Brief("title", title, LongestTitle) ?? page.Host + (page.AbsolutePath == "/" ? "" : page.AbsolutePath);
        return await ShowAsync(conversation, agent, clientId, new ShownCard(ids.Next(), ShownKind.Page, null, null, name, page.AbsoluteUri, 0, 0, here), null, ct);
    }

    // A help centre with a host name of its own has whole addresses already.
    static string Whole(string origin, string address) => address is ['/', ..] ? origin + address : address;

    async Task<Appended> ShowAsync(Id conversation, Person agent, string clientId, ShownCard wanted, int? number, CancellationToken ct)
    {
        var name = OwnName.Of(agent.Id, clientId);
        var card = await database.WriteAsync(async sql =>
        {
            if (await MessageCards.FindAsync(sql, conversation, Author.Agent, name) is { Shown: { } before })
            {
                return before;
            }

            await sql.ExecuteAsync("""
                insert into shown (id, conversation_id, agent_id, article_id, language, number, steps, fields, shown_at)
                values (@Id, @conversation, @agent, @Article, @Language, @number, @Steps, @Fields, @now)
                """, new { wanted.Id, conversation, agent = agent.Id, wanted.Article, wanted.Language, number, wanted.Steps, wanted.Fields, now = time.GetUtcNow() });
            await MessageCards.AddAsync(sql, conversation, Author.Agent, name, new MessageCard { Shown = wanted });
            return wanted;
        }, ct);
        var added = await reply.SendAsync(conversation, agent, clientId, $"{card.Title}\n{card.Url}", new MessageCard { Shown = card }, ct);
        if (!added.Repeat)
        {
            news.Visitor(conversation, "show", card);
        }

        return added;
    }

    Task<string?> LanguageAsync(Id conversation, CancellationToken ct) =>
        database.ReadAsync(sql => sql.FirstAsync<string>("select language from conversations where id = @conversation", new { conversation }), ct);
}
