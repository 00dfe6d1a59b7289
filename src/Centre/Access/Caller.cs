using Kanal.Centre.Agents;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>Who asks: an agent at the desk, or a program with a key.</summary>
/// <param name="AgentId">The agent who asks, or whom the key acts as; null for a key that stands for itself.</param>
/// <param name="Name">As it stands in the audit.</param>
/// <param name="Role">The agent's; a key that stands for itself is bounded by its scopes alone.</param>
/// <param name="Scopes">What a key may do; null for a person, who may do what the role may.</param>
public sealed record Caller(Id? AgentId, string Name, Role Role, IReadOnlySet<string>? Scopes)
{
    /// <summary>The key that was used; null for a person at the desk.</summary>
    public Id? KeyId { get; init; }

    /// <summary>True where nothing but the role bounds the caller.</summary>
    public bool Unscoped => Scopes is null || Scopes.Contains(Access.Scopes.Everything);

    /// <summary>Whether the caller's scopes include this one; writing includes reading.</summary>
    public bool Has(string scope) =>
        Unscoped || (Scopes is { } given && (given.Contains(scope) || (scope.EndsWith(":read", StringComparison.Ordinal) && given.Contains($"{scope[..^5]}:write"))));

    /// <exception cref="RefusedException">The caller is a key that stands for no agent.</exception>
    public Id RequireAgent() => AgentId ?? throw new RefusedException(Refusal.Forbidden, "agent-needed", "This is done as an agent; the key that was used is bound to none.");

    /// <exception cref="RefusedException">A key was used for what only people do themselves.</exception>
    public Id RequirePerson() => KeyId is null ? RequireAgent() : throw new RefusedException(Refusal.Forbidden, "person-needed", "This is done by a person at the desk, not with a key.");

    /// <summary>Whoever has a shell on the server.</summary>
    public static Caller CommandLine { get; } = new(null, "command line", Role.Administrator, null);
}
