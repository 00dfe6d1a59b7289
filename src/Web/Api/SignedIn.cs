using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Kanal.Web.Access;

namespace Kanal.Web.Api;

/// <summary>Who asks, as a parameter of a handler.</summary>
public sealed class SignedIn(Caller caller)
{
    public Caller Caller => caller;

    /// <summary>The agent, or null for a key that stands for itself.</summary>
    public Id? AgentId => caller.AgentId;

    public string Name => caller.Name;

    public Role Role => caller.Role;

    /// <summary>The agent; a key that stands for itself is refused.</summary>
    public Id Agent => caller.RequireAgent();

    public static ValueTask<SignedIn?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(CallerIdentity.Of(context.User) is { } caller ? new SignedIn(caller) : null);
}
