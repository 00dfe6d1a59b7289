using Kanal.Centre.Live;
using Kanal.Centre.Skills;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Agents;

/// <summary>Somebody who answers customers.</summary>
public sealed record Agent : IStanding
{
    public required Id Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required Role Role { get; init; }

    /// <summary>What the agent writes in, such as "da"; empty means any.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>How many chats at once: the agent's own number, else the channel's.</summary>
    public required int MaxChats { get; init; }

    /// <summary>How many units the agent has; 100 is usual, and each channel says how many a conversation takes.</summary>
    public required int Capacity { get; init; }

    /// <summary>Where the agent differs from what is set for a channel.</summary>
    public required IReadOnlyList<AgentChannel> Channels { get; init; }

    /// <summary>A language of the profile that is not named here counts as level 3.</summary>
    public required IReadOnlyList<AgentSkill> Skills { get; init; }

    public required IReadOnlyList<Id> Teams { get; init; }

    /// <summary>False for one who has left: kept for the history, and can't sign in.</summary>
    public required bool Active { get; init; }

    public required Presence Presence { get; init; }

    public required DateTimeOffset PresenceSince { get; init; }

    /// <summary>How many conversations the agent has in hand.</summary>
    public required int InHand { get; init; }

    /// <summary>True when signing in takes a code from the agent's phone too.</summary>
    public required bool TwoFactor { get; init; }

    /// <summary>What routing goes by.</summary>
    internal AgentProfile Profile { get; init; } = new(0);

    /// <summary>Only in one's own session.</summary>
    public Preferences? Preferences { get; init; }
}
