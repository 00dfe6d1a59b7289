using Kanal.Centre.Storage;

namespace Kanal.Centre.Queues;

/// <summary>What a queue promises, and who may answer.</summary>
public sealed record QueueTerms
{
    /// <summary>By channel; a channel that is not named keeps its own target.</summary>
    public IReadOnlyList<QueueTarget> Targets { get; init; } = [];

    /// <summary>How much its conversations weigh against others: 1 is ordinary, 10 the most.</summary>
    public int Value { get; init; } = 1;

    /// <summary>From how many percent of its target on a conversation counts as near it.</summary>
    public int NearAt { get; init; } = 80;

    /// <summary>What is added to the value of a conversation that is near its target, 0 to 9.</summary>
    public int RaiseWhenNear { get; init; }

    /// <summary>What a conversation asks of an agent, step by step while it waits; none: anyone may answer.</summary>
    public IReadOnlyList<SkillWish> Steps { get; init; } = [];

    /// <summary>Whose agents may help out, and after how long.</summary>
    public IReadOnlyList<QueueOverflow> Overflow { get; init; } = [];
}

/// <summary>A service-level target: a share of the conversations is answered within a time.</summary>
/// <param name="Seconds">Open time in which the customer is answered.</param>
/// <param name="Share">Of a hundred conversations, how many should be.</param>
public sealed record QueueTarget(string Channel, int Seconds, int Share = 80);

/// <summary>One step of what a conversation asks for.</summary>
/// <param name="Needs">All of them; none means anyone.</param>
/// <param name="Seconds">How long it holds, in open time; the last step has none and holds from then on.</param>
public sealed record SkillWish(IReadOnlyList<SkillNeeded> Needs, int? Seconds = null);

/// <param name="Skill">The id of a skill, <c>language</c> for the conversation's own, or a language such as <c>language:da</c>.</param>
/// <param name="Level">At least this, 1 to 5.</param>
public sealed record SkillNeeded(string Skill, int Level);

/// <summary>After this open time agents of another queue may take the conversation too; it keeps its place and its own queue.</summary>
public sealed record QueueOverflow(int AfterSeconds, Id Queue);
