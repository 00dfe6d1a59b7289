namespace Kanal.Centre;

/// <summary>A broken rule, with a stable slug for programs and a sentence for people. Mapped to a problem document once, at the edge.</summary>
public sealed class RefusedException(Refusal kind, string slug, string sentence) : Exception(sentence)
{
    public Refusal Kind => kind;

    public string Slug => slug;

    /// <summary>What is wrong with which part of a request; empty where it is not about one part.</summary>
    public Dictionary<string, string[]> Errors { get; init; } = [];

    /// <summary>Of the commonest of them, what they are in a word: by the same fields, for the first thing that is wrong with each.</summary>
    public Dictionary<string, FaultReason> Reasons { get; init; } = [];

    /// <summary>When trying again makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static RefusedException NotFound(string what) => new(Refusal.NotFound, "not-found", $"There is no such {what}.");

    public static RefusedException Invalid(string field, string sentence) =>
        new(Refusal.Invalid, "invalid", sentence) { Errors = new() { [field] = [sentence] } };

    public static RefusedException Conflict(string slug, string sentence) => new(Refusal.Conflict, slug, sentence);
}
