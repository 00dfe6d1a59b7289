using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>What a conversation needs, asked for less as it waits: "Danish 4 for 30 s, then Danish 3 for 60 s, then anyone". Equal steps are equal.</summary>
public sealed class SkillSteps : IEquatable<SkillSteps>
{
    readonly int _hash;

    /// <param name="steps">In order; the last one holds for good. None at all: anyone.</param>
    public SkillSteps(IReadOnlyList<SkillStep> steps)
    {
        Steps = steps.Count == 0 ? [new SkillStep([], null)] : steps;
        var hash = new HashCode();
        foreach (var step in Steps)
        {
            hash.Add(step);
        }

        _hash = hash.ToHashCode();
    }

    public static SkillSteps Anyone { get; } = new([]);

    public IReadOnlyList<SkillStep> Steps { get; }

    /// <summary>The same for a conversation in a language: what is needed of <c>language</c> is needed of <c>language:da</c>, or of nobody where it is not known.</summary>
    internal SkillSteps For(string? language) => Steps.All(step => step.Needs.All(need => need.Skill != SkillNeed.Language))
        ? this
        : new SkillSteps([.. Steps.Select(step => step with { Needs = [.. step.Needs.Select(need => need.In(language)).OfType<SkillNeed>()] })]);

    public bool Equals(SkillSteps? other) => ReferenceEquals(this, other) || (other is not null && _hash == other._hash && Steps.SequenceEqual(other.Steps));

    public override bool Equals(object? obj) => Equals(obj as SkillSteps);

    public override int GetHashCode() => _hash;
}

/// <param name="Needs">All of them; none: anyone.</param>
/// <param name="For">For how much open time; null: for good.</param>
public sealed record SkillStep(IReadOnlyList<SkillNeed> Needs, Duration? For)
{
    public bool Equals(SkillStep? other) => other is not null && For == other.For && Needs.SequenceEqual(other.Needs);

    public override int GetHashCode() => Needs.Aggregate(For.GetHashCode(), HashCode.Combine);
}

/// <param name="Skill">An id; a language is the skill <c>language:da</c>.</param>
/// <param name="Level">At least, 1 to 5.</param>
public sealed record SkillNeed(string Skill, int Level)
{
    /// <summary>The language of the conversation, whichever it is.</summary>
    public const string Language = "language";

    internal SkillNeed? In(string? language) =>
        Skill != Language ? this
        : language is { Length: > 0 } ? this with { Skill = $"{Language}:{language.Split('-')[0].ToLowerInvariant()}" }
        : null;
}
