using Kanal.Centre.Texts;

namespace Kanal.Centre;

/// <summary>A broken rule, with a stable slug for programs and a sentence for people. Mapped to a problem document once, at the edge, in the reader's language.</summary>
public sealed class RefusedException(Refusal kind, string slug, Sentence sentence) : Exception(sentence.ToString())
{
    public Refusal Kind => kind;

    public string Slug => slug;

    public Sentence Sentence => sentence;

    /// <summary>What is wrong with which part of a request; empty where it is not about one part.</summary>
    public Dictionary<string, Sentence[]> Errors { get; init; } = [];

    /// <summary>Of the commonest of them, what they are in a word: by the same fields, for the first thing that is wrong with each.</summary>
    public Dictionary<string, FaultReason> Reasons { get; init; } = [];

    /// <summary>When trying again makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <param name="what">In English. Each has a sentence of its own in the files: what there is none of bends the words around it in most languages.</param>
    public static RefusedException NotFound(string what) => new(Refusal.NotFound, "not-found", string.Concat("There is no such ", what, "."));

    public static RefusedException Invalid(string field, Sentence sentence) =>
        new(Refusal.Invalid, "invalid", sentence) { Errors = new() { [field] = [sentence] } };

    public static RefusedException Conflict(string slug, Sentence sentence) => new(Refusal.Conflict, slug, sentence);
}
