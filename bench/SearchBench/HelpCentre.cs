using System.Text.Json;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;

namespace Kanal.SearchBench;

/// <summary>The demo's articles in one language, and how people ask for them.</summary>
sealed record HelpCentre(string Language, IReadOnlyList<Findable> Articles, IReadOnlyList<(int Article, string Text)> Questions)
{
    static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static string[] Languages { get; } = ["da", "en", "pl", "ro"];

    public static HelpCentre Read(string root, string language)
    {
        var written = Load<Article>(Path.Combine(root, $"src/Web/Demo/articles/{language}.json"));
        var asked = Load<string[]>(Path.Combine(root, $"tests/Product.Tests/Knowledge/paraphrases/{language}.json"));
        return new HelpCentre(
            language,
            [.. written.Values.Select((article, i) => new Findable(new Id(i), language, article.Title) { Questions = article.Questions, Body = article.Text })],
            [.. written.Keys.SelectMany((key, i) => asked[key].Select(text => (i, text)))]);
    }

    public void Measure(bool misses)
    {
        var index = new AnswerIndex(Articles);
        var (first, three) = (0, 0);
        foreach (var (article, text) in Questions)
        {
            var place = index.Search(new Sought(text, Language, Typing: false) { Limit = 3 }).Select(hit => hit.Found.Id.Value).ToList().IndexOf(article);
            first += place == 0 ? 1 : 0;
            three += place >= 0 ? 1 : 0;
            if (misses && place < 0)
            {
                Console.WriteLine($"    {Articles[article].Title}: {text}");
            }
        }

        Console.WriteLine($"| help centre, {Language} | {Questions.Count} | {100.0 * first / Questions.Count:N1} % | {100.0 * three / Questions.Count:N1} % |");
    }

    static Dictionary<string, T> Load<T>(string path) => JsonSerializer.Deserialize<Dictionary<string, T>>(File.ReadAllText(path), _json) ?? [];

    sealed record Article(string Title, string[] Questions, string Text);
}
