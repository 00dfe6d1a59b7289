using System.Globalization;
using System.Text.Json.Nodes;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Strategy.Starters;

namespace Kanal.Centre.Simulations.Files;

/// <summary>The strategy of a scenario: the name of a starter, a file beside it, or the whole of it.</summary>
sealed class StrategyPart(string folder)
{
    public ChannelStrategy? Read(Part part)
    {
        if (!part.IsThere)
        {
            return null;
        }

        var json = part.Kind == PartKind.Map ? Json(part)?.ToJsonString() ?? ""
            : Starter.All.FirstOrDefault(starter => starter.Key == part.Text)?.Json
            ?? (Value.Text(part).EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? FileOf(part)
            : throw part.Fault($"\"{part.Text}\" is neither a file of JSON nor one of {string.Join(", ", Starter.All.Select(starter => starter.Key))}."));
        var definition = StrategyJson.Read(json, out var problem);
        if (definition is null)
        {
            throw At(part, problem?.Place ?? "").Fault(problem is { Sentence: var sentence, Place: var place } ? $"{(place.Length > 0 ? $"{place}: " : "")}{sentence}" : "There is no strategy here.");
        }

        return ChannelStrategy.From(definition, FactCatalogue.Standard, out var problems)
            ?? throw At(part, problems[0].Place).Fault($"{problems[0].Place}: {problems[0].Sentence}");
    }

    string FileOf(Part part)
    {
        try
        {
            return ScenarioFile.TextOf(Path.Combine(folder, part.Text));
        }
        catch (ScenarioException fault)
        {
            throw part.Fault(fault.Message);
        }
    }

    // The nearest part that is written there.
    static Part At(Part part, string place)
    {
        var at = part;
        foreach (var step in place.Split('.', '[', ']').Where(step => step.Length > 0))
        {
            var next = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? at.Items.ElementAtOrDefault(number)
                : at.Members.FirstOrDefault(member => member.Key == step).Value;
            if (next is null)
            {
                break;
            }

            at = next;
        }

        return at with { Path = part.Path };
    }

    static JsonNode? Json(Part part) => part.Kind switch
    {
        PartKind.Map => new JsonObject(part.Members.Select(member => KeyValuePair.Create(member.Key, Json(member.Value)))),
        PartKind.List => new JsonArray([.. part.Items.Select(Json)]),
        PartKind.Nothing => null,
        _ => part.IsQuoted ? JsonValue.Create(part.Text)
            : part.Text is "true" or "false" ? JsonValue.Create(part.Text == "true")
            : double.TryParse(part.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Number(number)
            : JsonValue.Create(part.Text),
    };

    static JsonValue Number(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
}
