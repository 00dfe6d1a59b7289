using Kanal.Centre.Agents;
using Microsoft.AspNetCore.Authorization;

namespace Kanal.Web.Access;

/// <summary>The caller has this role, or one that includes it.</summary>
sealed class AtLeast(Role role) : AuthorizationHandler<AtLeast>, IAuthorizationRequirement
{
    Role Role => role;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AtLeast requirement)
    {
        if (CallerIdentity.Of(context.User) is { } caller)
        {
            if (caller.Role >= requirement.Role)
            {
                context.Succeed(requirement);
            }
            else
            {
                context.Fail(new AuthorizationFailureReason(this, $"This takes the role of {(requirement.Role == Role.Administrator ? "an administrator" : "a supervisor")}."));
            }
        }

        return Task.CompletedTask;
    }
}
