using System.Text.Json;
using Kanal.Centre.Texts;
using Kanal.Decisions.Strategy;

namespace Kanal.Centre.Strategy;

/// <summary>Definitions on their way in, from anywhere.</summary>
public static class DefinitionReading
{
    static readonly JsonSerializerOptions _compact = new(StrategyJson.Options) { WriteIndented = false };

    /// <exception cref="RefusedException">It is no strategy; the place is told.</exception>
    public static StrategyDefinition Read(JsonElement? given) => Read(given, out var problem) ?? throw Refused(problem);

    /// <returns>Null where it is no strategy, and then a problem.</returns>
    public static StrategyDefinition? Read(JsonElement? given, out StrategyProblem? problem)
    {
        if (given is { ValueKind: not JsonValueKind.Undefined } json)
        {
            return StrategyJson.Read(json.GetRawText(), out problem);
        }

        problem = new StrategyProblem(ProblemKind.Unreadable, "", "There is no strategy here.");
        return null;
    }

    /// <summary>As it is kept.</summary>
    /// <exception cref="RefusedException">With all that goes without saying it is too long to be read again.</exception>
    public static string Write(StrategyDefinition definition)
    {
        var text = JsonSerializer.Serialize(definition, _compact);
        return text.Length <= StrategyJson.Longest ? text : throw RefusedException.Invalid("definition", $"This is too long: written out it has {text.Length} letters, and {StrategyJson.Longest} is the most.");
    }

    /// <summary>A place as a request names it that has the strategy within.</summary>
    public static string Within(string place) => place.Length == 0 ? "definition" : place[0] == '[' ? $"definition{place}" : $"definition.{place}";

    /// <summary>Says of a strategy that can't be used what stops it, place by place.</summary>
    public static RefusedException Stopped(IEnumerable<StrategyProblem> problems)
    {
        StrategyProblem[] stopping = [.. problems.Where(problem => problem.Stops)];
        var sentence = stopping.Length == 1 ? Sentence.Of($"{Within(stopping[0].Place)}: {stopping[0].Sentence}") : $"There are {stopping.Length} things wrong with this strategy, so it can't be used.";
        return new RefusedException(Refusal.Unprocessable, "strategy-problems", sentence)
        {
            Errors = stopping.GroupBy(problem => Within(problem.Place)).ToDictionary(same => same.Key, same => same.Select(problem => Sentence.Verbatim(problem.Sentence)).ToArray()),
        };
    }

    static RefusedException Refused(StrategyProblem? problem) =>
        RefusedException.Invalid(Within(problem?.Place ?? ""), problem is null ? "There is no strategy here." : Sentence.Verbatim(problem.Sentence));
}
