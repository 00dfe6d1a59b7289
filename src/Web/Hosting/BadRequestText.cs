using System.Text.Json;
using System.Text.RegularExpressions;
using Kanal.Centre.Texts;

namespace Kanal.Web.Hosting;

/// <summary>What is wrong with a request, in words that name its parts and none of ours: the framework's own sentences are for its programmers.</summary>
static partial class BadRequestText
{
    public static Sentence Of(BadHttpRequestException bad) => bad.InnerException is not JsonException json ? Reason(bad.Message)
        : json.Path is { Length: > 1 } path ? Sentence.Of($"The request's JSON can't be read at {path}: {Reason(json.Message)}")
        : $"The request's JSON can't be read: {Reason(json.Message)}";

    /// <summary>True where the address names something by an id that is none: there is nothing there.</summary>
    public static bool NamesNothing(BadHttpRequestException bad) => bad.Message.StartsWith("Failed to bind parameter \"Id ", StringComparison.Ordinal);

    static Sentence Reason(string message) =>
        Unmapped().Match(message) is { Success: true } unmapped ? Sentence.Of($"there is no member '{unmapped.Groups[1].Value}'.")
        : Missing().Match(message) is { Success: true } missing ? Sentence.Of($"it lacks {missing.Groups[1].Value}.")
        : message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) ? Sentence.Of("a value is of the wrong kind.")
        : message.Contains("null values", StringComparison.Ordinal) ? Sentence.Of("a value that is needed is null.")
        : Unbound().Match(message) is { Success: true } unbound ? Sentence.Of($"\"{unbound.Groups[2].Value}\" can't be taken as {unbound.Groups[1].Value}.")
        : Unsaid().Match(message) is { Success: true } unsaid ? Sentence.Of($"{unsaid.Groups[1].Value} is needed.")
        : message.Contains("no body was provided", StringComparison.Ordinal) ? Sentence.Of("A body of JSON is needed.")
        : Sentence.Verbatim(message.Split(" Path:")[0]);

    [GeneratedRegex("^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex(@"missing required properties including: ([^.]+)\.")]
    private static partial Regex Missing();

    [GeneratedRegex("^Failed to bind parameter \"[^\" ]+ ([^\"]+)\" from \"(.*)\"")]
    private static partial Regex Unbound();

    [GeneratedRegex("^Required parameter \"[^\" ]+ ([^\"]+)\" was not provided")]
    private static partial Regex Unsaid();
}
