using Kanal.Centre.Agents;
using Microsoft.AspNetCore.Authorization;

namespace Kanal.Web.Access;

/// <summary>Names for <c>RequireAuthorization</c>; each asks for at least this role.</summary>
static class Policies
{
    public const string Agent = "agent";
    public const string Supervisor = "supervisor";
    public const string Administrator = "administrator";

    public static void Add(AuthorizationBuilder authorization)
    {
        authorization
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().AddRequirements(new AtLeast(Role.Agent), new WithinScopes()).Build())
            .AddPolicy(Agent, policy => policy.AddRequirements(new AtLeast(Role.Agent), new WithinScopes()))
            .AddPolicy(Supervisor, policy => policy.AddRequirements(new AtLeast(Role.Supervisor), new WithinScopes()))
            .AddPolicy(Administrator, policy => policy.AddRequirements(new AtLeast(Role.Administrator), new WithinScopes()));
    }
}
