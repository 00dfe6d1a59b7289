using System.Diagnostics;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.SearchBench;

/// <summary>
/// Five thousand articles: sentences of the real ones, mixed, with made-up words as rare as names and places are, so that neither the
/// vocabulary nor the postings are smaller than in life.
/// </summary>
static class Speed
{
    public const int Articles = 5_000;
    const int InventedWords = 30_000;

    public static void Measure(IReadOnlyList<HelpCentre> sets)
    {
        Console.WriteLine();
        Console.WriteLine("| 5,000 articles | queries | p50 | p99 | longest | different words | memory | built in |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var set in sets)
        {
            One(set);
        }
    }

    static void One(HelpCentre set)
    {
        var random = new Random(7);
        var articles = Enumerable.Range(0, Articles).Select(i => Invent(set, i, random)).ToList();
        _ = new AnswerIndex(articles.Take(200));
        var before = GC.GetTotalMemory(true);
        var started = Stopwatch.GetTimestamp();
        var index = new AnswerIndex(articles);
        var built = Stopwatch.GetElapsedTime(started);
        var memory = GC.GetTotalMemory(true) - before;
        var queries = set.Questions.SelectMany(question => Typed(question.Text, random)).ToList();
        foreach (var query in queries)
        {
            index.Search(new Sought(query, set.Language));
        }

        List<double> times = [];
        foreach (var query in Enumerable.Repeat(queries, 5).SelectMany(all => all))
        {
            started = Stopwatch.GetTimestamp();
            index.Search(new Sought(query, set.Language));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"| {set.Language} | {times.Count:N0} | {times[times.Count / 2]:N2} ms | {times[times.Count * 99 / 100]:N2} ms | {times[^1]:N2} ms | {index.Words:N0} | {memory / 1e6:N0} MB | {built.TotalSeconds:N2} s |");
        GC.KeepAlive(articles);
    }

    // The whole question, the same with two letters swapped, and its beginning as it is being typed.
    static IEnumerable<string> Typed(string question, Random random)
    {
        yield return question;
        var at = random.Next(question.Length - 1);
        yield return string.Concat(question.AsSpan(0, at), question.AsSpan(at + 1, 1), question.AsSpan(at, 1), question.AsSpan(at + 2));
        yield return question[..random.Next(1, question.Length)];
    }

    public static Findable Invent(HelpCentre set, int number, Random random)
    {
        var sentences = Enumerable.Range(0, 6).Select(_ => set.Articles[random.Next(set.Articles.Count)].Body.Split(". ")).Select(body => body[random.Next(body.Length)]);
        var invented = string.Join(' ', Enumerable.Range(0, 12).Select(_ => Word(random.Next(InventedWords))));
        var (one, other) = (set.Articles[random.Next(set.Articles.Count)], set.Articles[random.Next(set.Articles.Count)]);
        return new Findable(new Id(number), set.Language, $"{one.Title} {Word(random.Next(InventedWords))}") { Questions = other.Questions, Body = $"{string.Join(". ", sentences)}. {invented}." };
    }

    static string Word(int number)
    {
        var random = new Random(number);
        return string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{"bdfghjklmnprstv"[random.Next(15)]}{"aeiouy"[random.Next(6)]}")) + (random.Next(2) == 0 ? "" : "nrst"[random.Next(4)]);
    }
}
