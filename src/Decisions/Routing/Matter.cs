using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>What routing must know of a conversation, whoever has it.</summary>
public sealed record Matter(long Queue, string Channel, long Site)
{
    internal static Matter Unknown { get; } = new(0, "chat", 0);

    /// <summary>Null: the queue's.</summary>
    public int? Value { get; init; }

    /// <summary>Within which open time it is to be answered; null: the queue's.</summary>
    public Duration? Target { get; init; }

    /// <summary>Null: the queue's.</summary>
    public SkillSteps? Steps { get; init; }

    /// <summary>What the customer writes or speaks, such as "da": it stands for the skill <c>language</c> where that is needed.</summary>
    public string? Language { get; init; }
}

/// <summary>A callback at a time: asleep before <paramref name="NotBefore"/>, then made when many are free, from <paramref name="DueAt"/> before all else.</summary>
public sealed record CallbackTerms(Instant NotBefore, Instant DueAt);
