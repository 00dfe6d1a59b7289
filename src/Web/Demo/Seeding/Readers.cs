using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;
using Kanal.Web.Demo.World;
using Kanal.Web.Hosting;

namespace Kanal.Web.Demo.Seeding;

/// <summary>What visitors have read in the last weeks, what they sought in vain, and whether it helped.</summary>
sealed class Readers(Database database, KnowledgeBase knowledge, IdSource ids, ServerSettings server, TimeProvider time)
{
    const int Days = 28;

    // What people always look for.
    static readonly Dictionary<string, int> _asked = new() { ["luggage"] = 9, ["checkin"] = 7, ["passport"] = 6, ["cancel"] = 5, ["lights"] = 5, ["refund"] = 4, ["move"] = 4 };

    // What leaves readers with a question.
    static readonly HashSet<string> _wanting = ["refund", "delay"];

    public async Task ReadAsync(Id site, CancellationToken ct)
    {
        var library = await knowledge.NowAsync(ct);
        var chance = new Random(server.Demo?.Seed ?? 0);
        var unread = Knowledge.Read().Unread;
        var (sought, vain, helped) = (new BulkInsert("article_sought", "site_id, article_id, language, rank, views, last_at"),
            new BulkInsert("searches_in_vain", "site_id, language, folded, words, times, first_at, last_at"),
            new BulkInsert("article_helped", "id, site_id, article_id, language, number, yes, comment, at"));
        foreach (var language in DemoTexts.Languages)
        {
            var words = KnowledgeWords.In(language);
            var names = words.Articles.ToDictionary(article => article.Value.Title, article => article.Key);
            foreach (var text in library.In(site, language).Where(text => text.IsPublic && !unread.Contains(names[text.Content.Title])))
            {
                var times = Enumerable.Range(0, 2 + chance.Next(8) + (12 * _asked.GetValueOrDefault(names[text.Content.Title]))).Select(_ => Past(chance)).ToList();
                sought.Add(site, text.Article, language, times.Select(SoughtRank.Once).Aggregate(SoughtRank.Add), times.Count, times.Max());
                var wanting = _wanting.Contains(names[text.Content.Title]);
                var said = new Queue<string>(wanting ? words.Comments : []);
                foreach (var at in times.Where(_ => chance.Next(wanting ? 4 : 10) == 0))
                {
                    var yes = chance.Next(5) > (wanting ? 3 : 0);
                    helped.Add(ids.Next(at), site, text.Article, language, text.Number, yes, yes || !said.TryDequeue(out var comment) ? null : comment, at);
                }
            }

            foreach (var search in words.InVain)
            {
                var last = Past(chance);
                vain.Add(site, language, Folding.Fold(search), search, 2 + chance.Next(15), last.AddDays(-chance.Next(1, 20)), last);
            }
        }

        await database.WriteAsync(async sql =>
        {
            await sought.WriteAsync(sql);
            await vain.WriteAsync(sql);
            await helped.WriteAsync(sql);
        }, ct);
    }

    DateTimeOffset Past(Random chance) => time.GetUtcNow() - (TimeSpan.FromDays(Days) * chance.NextDouble());
}
