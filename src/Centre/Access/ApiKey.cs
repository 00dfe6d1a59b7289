using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>A key for a program; its secret was shown once.</summary>
/// <param name="LastUsedAt">To the minute; null where it never was.</param>
/// <param name="Agent">Whom it acts as; null where it stands for itself.</param>
public sealed record ApiKey(Id Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt = null, ApiKeyAgent? Agent = null);

public sealed record ApiKeyAgent(Id Id, string Name);

/// <summary>A key to be made.</summary>
/// <param name="Scopes">What it may do: <c>conversations:read</c>, <c>conversations:write</c>, ... or <c>*</c> for everything; writing includes reading.</param>
/// <param name="Agent">Email address of the agent it acts as; without one it stands for itself.</param>
public sealed record ApiKeyRequest(string Name, IReadOnlyList<string> Scopes, string? Agent = null);

/// <param name="Secret">Send it as <c>Authorization: Bearer</c>. It is shown this once.</param>
public sealed record NewApiKey(ApiKey Key, string Secret);

sealed record ApiKeyRow
{
    public Id Id { get; init; }

    public string Name { get; init; } = "";

    public string Scopes { get; init; } = "[]";

    public Id? AgentId { get; init; }

    public string? AgentName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public ApiKey Read() => new(Id, Name, Json.To<string[]>(Scopes) ?? [], CreatedAt, LastUsedAt, AgentId is { } agent ? new(agent, AgentName ?? "") : null);
}
