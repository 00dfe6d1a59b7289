namespace Kanal.Centre.Agents;

/// <summary>An agent as an administrator writes it, whole.</summary>
public sealed record AgentRequest
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public Role Role { get; init; }

    /// <summary>Language tags such as "da"; empty means any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>How many chats at once, 1 to 20.</summary>
    public int MaxChats { get; init; } = 3;

    public bool Active { get; init; } = true;

    /// <summary>A new password; without one it stays as it is, and a new agent can't sign in yet.</summary>
    public string? Password { get; init; }
}
