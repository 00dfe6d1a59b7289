using Kanal.Centre.Access;
using Kanal.Centre.Articles;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Proposals;

/// <summary>Makes drafts of solved conversations. Nobody but an editor publishes one, and none is seen by customers before.</summary>
public sealed class ProposalBook(Database database, ArticleBook articles, Lines lines, IdSource ids, TimeProvider time) : IDisposable
{
    const int LongestReason = 500;
    const int MostMessages = 500;

    // Pressed twice it is made once.
    readonly SemaphoreSlim _making = new(1, 1);

    /// <summary>The one that there is, or a new one.</summary>
    /// <exception cref="RefusedException"><c>not-solved</c>, or nothing was said that an article could be made of.</exception>
    public async Task<(Proposal Proposal, bool Made)> MakeAsync(Id conversation, Caller caller, CancellationToken ct)
    {
        await _making.WaitAsync(ct);
        try
        {
            return (await OfAsync(conversation, ct)).Find(one => one.Article is not null) is { } there ? (there, false) : (await AddAsync(conversation, caller, ct), true);
        }
        finally
        {
            _making.Release();
        }
    }

    /// <summary>What was made of a conversation, the latest first.</summary>
    public Task<List<Proposal>> OfAsync(Id conversation, CancellationToken ct) => database.ReadAsync(async sql =>
        (await sql.QueryAsync<ProposalRow>($"{ProposalRow.Select} where p.conversation_id = @conversation order by p.id desc", new { conversation })).ConvertAll(row => row.ToProposal()), ct);

    /// <summary>Those that wait for an editor, the latest first.</summary>
    /// <param name="site">All where it is null.</param>
    /// <param name="before">Only those that are older than this one.</param>
    public Task<List<Proposal>> WaitingAsync(Id? site, Id? before, int limit, CancellationToken ct) => database.ReadAsync(async sql => (await sql.QueryAsync<ProposalRow>($"""
        {ProposalRow.Select} where p.article_id is not null and not {ProposalRow.IsPublished} and (@any or p.site_id = @one) and p.id < @before order by p.id desc limit @limit
        """, new { any = site is null, one = site ?? default, before = before ?? new Id(long.MaxValue), limit })).ConvertAll(row => row.ToProposal()), ct);

    /// <summary>It is not wanted: the draft is thrown away, the reason stays with the conversation.</summary>
    public async Task<Proposal> DiscardAsync(Id id, string? reason, Caller caller, CancellationToken ct)
    {
        var faults = new Faults();
        var said = faults.Line("reason", reason, LongestReason);
        faults.ThrowIfAny();
        var proposal = await FindAsync(id, ct);
        if (proposal is not { State: ProposalState.Waiting, Article: { } article })
        {
            throw RefusedException.Conflict("not-waiting", "This is decided already.");
        }

        await database.WriteAsync(sql => sql.ExecuteAsync("update article_proposals set discarded_at = @now, discarded_by = @Name, reason = @said, title = @Title where id = @id",
            new { id, said, caller.Name, proposal.Title, now = time.GetUtcNow() }), ct);
        await articles.RemoveAsync(article, caller, ct);
        return await FindAsync(id, ct);
    }

    public void Dispose() => _making.Dispose();

    Task<Proposal> FindAsync(Id id, CancellationToken ct) => database.ReadAsync(async sql =>
        (await sql.FirstAsync<ProposalRow>($"{ProposalRow.Select} where p.id = @id", new { id }) ?? throw RefusedException.NotFound("proposal")).ToProposal(), ct);

    async Task<Proposal> AddAsync(Id conversation, Caller caller, CancellationToken ct)
    {
        var (about, content, section) = await database.ReadAsync(sql => DraftAsync(sql, conversation), ct);
        var article = await articles.AddAsync(new NewArticle { Kind = ArticleKind.Article, Site = about.SiteId, Section = section, Audience = Audience.Everyone, Language = about.Language, Content = content }, caller, ct);
        var now = time.GetUtcNow();
        var id = ids.Next(now);
        var line = await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("""
                insert into article_proposals (id, site_id, conversation_id, article_id, language, title, agent_id, made_by, made_at)
                values (@id, @SiteId, @conversation, @article, @Language, @Title, @AgentId, @Name, @now)
                """, new { id, about.SiteId, conversation, article = article.Id, about.Language, content.Title, caller.AgentId, caller.Name, now });
            return await lines.AddAsync(sql, conversation, Line.Of(new ConversationEvent(EventType.Proposed) { Article = new Person(article.Id, content.Title) }, caller.AgentId, caller.Name));
        }, ct);
        lines.Tell(line);
        return await FindAsync(id, ct);
    }

    static async Task<(About About, ArticleContent Content, Id? Section)> DraftAsync(Sql sql, Id conversation)
    {
        var about = await sql.FirstAsync<About>("""
            select c.site_id, c.language, c.outcome, c.state, t.name as topic, u.name as customer from conversations c
            join customers u on u.id = c.customer_id left join topics t on t.id = c.topic_id where c.id = @conversation
            """, new { conversation }) ?? throw RefusedException.NotFound("conversation");
        if (about is not { State: ConversationState.Closed, Outcome: Outcome.Solved })
        {
            throw RefusedException.Conflict("not-solved", "Only what was solved makes an article: close the conversation with the outcome \"solved\" first.");
        }

        var said = await sql.QueryAsync<Said>("""
            select m.author, m.text, a.name as agent from messages m left join agents a on a.id = m.agent_id
            left join message_cards k on k.conversation_id = m.conversation_id and k.author = m.author and k.client_id = m.client_id
            where m.conversation_id = @conversation and k.card is null order by m.sequence limit @most
            """, new { conversation, most = MostMessages });
        var names = said.Select(one => one.Agent).Append(about.Customer).OfType<string>().Distinct().ToList();
        var content = ConversationDraft.Of(said.ConvertAll(one => new Spoken(one.Author, one.Text)), names, about.Language);
        return (about, content, await SectionAsync(sql, about));
    }

    // A topic leads to the section that is called the same in one of the languages.
    static async Task<Id?> SectionAsync(Sql sql, About about)
    {
        var topic = Folding.Fold(about.Topic ?? "");
        return topic.Length == 0 ? null : (await SectionRow.AllAsync(sql))
            .Where(section => section.Site == about.SiteId && section.Texts.Values.Any(text => Folding.Fold(text.Name) == topic)).Select(section => (Id?)section.Id).FirstOrDefault();
    }

    sealed record About
    {
        public Id SiteId { get; init; }
        public string Language { get; init; } = "";
        public ConversationState State { get; init; }
        public Outcome? Outcome { get; init; }
        public string? Topic { get; init; }
        public string? Customer { get; init; }
    }

    sealed record Said
    {
        public Author Author { get; init; }
        public string Text { get; init; } = "";
        public string? Agent { get; init; }
    }
}
