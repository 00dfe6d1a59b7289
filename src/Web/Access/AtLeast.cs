using Kanal.Centre.Agents;
using Kanal.Centre.Texts;
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
                context.Fail(new Denial(this, requirement.Role == Role.Administrator ? Sentence.Of("This takes the role of an administrator.") : "This takes the role of a supervisor."));
            }
        }

        return Task.CompletedTask;
    }
}
