using Kanal.Decisions.Facts;
using Kanal.Decisions.Simulation;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Reads what is known of visitors: the same of all, or drawn.</summary>
sealed class FactsReader(FactCatalogue catalogue)
{
    public IReadOnlyList<FactDraw> Read(Part part) => [.. new Section(part).Members.Select(member => Read(member.Key, member.Value))];

    FactDraw Read(string key, Part part)
    {
        if (catalogue.Find(key) is not { } number)
        {
            throw part.Fault($"There is no fact \"{key}\"; docs/strategy.md lists them.");
        }

        var fact = catalogue[number];
        if (fact.Source == FactSource.Centre)
        {
            throw part.Fault("The simulator sees this for itself.");
        }

        var known = 1.0;
        var of = part;
        if (part.Kind == PartKind.Map && part.Members.Any(member => member.Key == "known"))
        {
            var section = new Section(part);
            known = section.Number("known", 0, 1, 1);
            of = section.Has("value") ? section["value"] : part with { Members = [.. part.Members.Where(member => member.Key != "known")] };
            if (section.Has("value"))
            {
                section.NothingElse();
            }
        }

        FactDraw draw = fact.Kind switch
        {
            FactKind.Number => new NumberFact(key, Draws.Amount(of)),
            FactKind.Flag => new FlagFact(key, Share(of)),
            FactKind.Texts => new TextsFact(key, [.. new Section(of).Members.Select(member => (Fitting(fact, member.Key, member.Value), Value.Number(member.Value, 0, 1)))]),
            _ => Text(fact, of),
        };
        return draw with { Known = known };
    }

    static double Share(Part part)
    {
        if (part is { Kind: PartKind.Value, IsQuoted: false, Text: "true" or "false" })
        {
            return part.Text == "true" ? 1 : 0;
        }

        return Value.Number(part, 0, 1);
    }

    static TextFact Text(Fact fact, Part part)
    {
        if (part.Kind == PartKind.Value)
        {
            return new TextFact(fact.Key, [(Fitting(fact, Value.Text(part), part), 1)]);
        }

        List<(string, double)> texts = [.. new Section(part).Members.Select(member => (Fitting(fact, member.Key, member.Value), Value.Number(member.Value, 0, 1e9)))];
        return texts.Sum(text => text.Item2) > 0 ? new TextFact(fact.Key, texts) : throw part.Fault("One of these texts needs a weight.");
    }

    static string Fitting(Fact fact, string text, Part place) =>
        text.Length > fact.Longest ? throw place.Fault($"A text of {fact.Key} has at most {fact.Longest} letters.")
        : fact.Choices is { } choices && !choices.Contains(text) ? throw place.Fault($"\"{text}\" should be one of {string.Join(", ", choices)}.")
        : text;
}
