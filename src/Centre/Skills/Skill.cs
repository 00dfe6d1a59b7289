using Kanal.Centre.Storage;

namespace Kanal.Centre.Skills;

/// <summary>What a conversation can need of an agent, besides a language.</summary>
public sealed record Skill
{
    public required Id Id { get; init; }

    public required string Name { get; init; }

    /// <summary>When it is needed, in the words of those who set it up.</summary>
    public required string Description { get; init; }
}

/// <param name="Description">Left out: as it is, or empty.</param>
public sealed record SkillRequest(string Name, string? Description = null);

/// <summary>How well an agent has a skill.</summary>
/// <param name="Skill">The id of a skill, or a language such as <c>language:da</c>.</param>
/// <param name="Level">1 to 5.</param>
public sealed record AgentSkill(string Skill, int Level);
