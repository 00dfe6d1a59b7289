using System.Diagnostics;
using Kanal.Centre.Articles;
using Kanal.Centre.Knowledge;

namespace Kanal.SearchBench;

/// <summary>What the report on overlaps asks of the index: every title and question of 5,000 articles, and which others they fit as well.</summary>
static class Overlapping
{
    public static void Measure(IReadOnlyList<HelpCentre> sets)
    {
        Console.WriteLine();
        Console.WriteLine("| overlaps of 5,000 articles | titles and questions | took | close |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var set in sets)
        {
            var random = new Random(7);
            var articles = Enumerable.Range(0, Speed.Articles).Select(i => Speed.Invent(set, i, random)).ToList();
            var index = new AnswerIndex(articles);
            var asked = articles.SelectMany(article => article.Questions.Prepend(article.Title).Select(question => (article, question))).ToList();
            var started = Stopwatch.GetTimestamp();
            var close = index.Close(set.Language);
            var found = asked.Sum(one => close?.Of(one.question, one.article, Overlaps.TooClose)?.Count ?? 0);
            Console.WriteLine($"| {set.Language} | {asked.Count:N0} | {Stopwatch.GetElapsedTime(started).TotalSeconds:N2} s | {found:N0} |");
        }
    }
}
