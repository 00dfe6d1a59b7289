using System.Security.Claims;
using Kanal.Centre.Access;

namespace Kanal.Web.Access;

/// <summary>Carries the caller through the framework's authentication; read anew from the database for each request.</summary>
sealed class CallerIdentity(Caller caller, string scheme) : ClaimsIdentity(scheme)
{
    public Caller Caller => caller;

    public override string Name => caller.Name;

    public static Caller? Of(ClaimsPrincipal principal) => principal.Identities.OfType<CallerIdentity>().FirstOrDefault()?.Caller;
}
