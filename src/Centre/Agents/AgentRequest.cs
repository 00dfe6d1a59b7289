using Kanal.Centre.Skills;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Agents;

/// <summary>An agent as an administrator writes it. What is left out stays as it is.</summary>
public sealed record AgentRequest
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Left out: as it is; a new one is an agent.</summary>
    public Role? Role { get; init; }

    /// <summary>Language tags such as "da"; empty means any. Left out: as they are.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>How many chats at once, 1 to 20: short for the maximum of the channel chat. Left out, it is the channel's.</summary>
    public int? MaxChats { get; init; }

    /// <summary>How many units, 1 to 1000; left out: as it is, or 100.</summary>
    public int? Capacity { get; init; }

    /// <summary>Where the agent differs from what is set for a channel; left out: as it is.</summary>
    public IReadOnlyList<AgentChannel>? Channels { get; init; }

    /// <summary>Left out: as they are.</summary>
    public IReadOnlyList<AgentSkill>? Skills { get; init; }

    /// <summary>Left out: as they are.</summary>
    public IReadOnlyList<Id>? Teams { get; init; }

    /// <summary>Left out: as it is; a new one is.</summary>
    public bool? Active { get; init; }

    /// <summary>A new password; without one it stays as it is, and a new agent can't sign in yet.</summary>
    public string? Password { get; init; }
}
