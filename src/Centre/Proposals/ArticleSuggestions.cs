using System.Collections.Concurrent;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Proposals;

/// <summary>What customers asked again and again lately, was solved by people, and stands in no article.</summary>
public sealed class ArticleSuggestions(Database database, KnowledgeBase knowledge, TimeProvider time)
{
    const int MostQuestions = 1_000;
    const int Most = 20;

    static readonly TimeSpan _lately = TimeSpan.FromDays(30);
    static readonly TimeSpan _fresh = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<(Id Site, string Language), Found> _found = new();

    /// <summary>What was asked most first; worked out anew after five minutes, or when an article has changed.</summary>
    public async Task<SuggestionReport> FindAsync(Id site, string language, CancellationToken ct)
    {
        var library = await knowledge.NowAsync(ct);
        var now = time.GetUtcNow();
        if (!_found.TryGetValue((site, language), out var found) || found.Library != library || now - found.At > _fresh)
        {
            var questions = await database.ReadAsync(sql => QuestionsAsync(sql, site, language, now - _lately), ct);
            found = _found[(site, language)] = new Found(library, now, questions.Count, await Task.Run(() => QuestionGroups.Find(questions, Articles(library, site, language), language), ct));
        }

        var made = (await database.ReadAsync(sql => sql.QueryAsync<Id>("select conversation_id from article_proposals where site_id = @site", new { site }), ct)).ToHashSet();
        return new SuggestionReport(found.Questions, [.. found.Groups.Where(group => !group.Members.Any(made.Contains)).Take(Most).Select(group => new Suggestion(group.Question, language, group.Members.Count,
            group.Members, group.Nearest is { } near && library.Find(near, language) is { } text ? new NearArticle(near, text.Content.Title, group.Closeness) : null))]);
    }

    static List<Findable> Articles(Library library, Id site, string language) =>
        [.. library.In(site, language).Where(text => text.IsPublic).Select(text => library.Findable(text.Article, language)).OfType<Findable>()];

    // The first thing that was said; what only greets is no question.
    static async Task<List<Findable>> QuestionsAsync(Sql sql, Id site, string language, DateTimeOffset since) => [.. (await sql.QueryAsync<Row>("""
        select c.id, m.text, u.name as customer from conversations c join customers u on u.id = c.customer_id
        join messages m on m.conversation_id = c.id and m.sequence = 1
        where c.state = 'closed' and c.closed_last_at >= @since and c.outcome = 'solved' and c.site_id = @site and c.language = @language and m.author = 'visitor'
        order by c.closed_last_at desc limit @most
        """, new { site, language, since, most = MostQuestions })).Select(row => new Findable(row.Id, language, ConversationDraft.Question(row.Text, row.Customer is null ? [] : [row.Customer], language)))
        .Where(question => question.Title.Length > 0)];

    sealed record Found(Library Library, DateTimeOffset At, int Questions, List<QuestionGroup> Groups);

    sealed record Row
    {
        public Id Id { get; init; }
        public string Text { get; init; } = "";
        public string? Customer { get; init; }
    }
}

/// <param name="Questions">Solved conversations of the last 30 days that began with words: what the suggestions are drawn from.</param>
public sealed record SuggestionReport(int Questions, IReadOnlyList<Suggestion> Suggestions);

/// <param name="Question">In a customer's words, without what is their own.</param>
/// <param name="Conversations">The latest first.</param>
/// <param name="Nearest">The article that comes closest and does not answer well; null where none shares a word.</param>
public sealed record Suggestion(string Question, string Language, int Count, IReadOnlyList<Id> Conversations, NearArticle? Nearest);

/// <param name="Closeness">From 0 to 1: the share that it reaches of the question's own score.</param>
public sealed record NearArticle(Id Id, string Title, double Closeness);
