using System.Security.Claims;
using Kanal.Centre.Access;

namespace Kanal.Web.Access;

/// <summary>Carries the caller through the framework's authentication; read anew from the database for each request.</summary>
/// <param name="again">Reads the caller once more, for requests that last; null when the way in was closed meanwhile.</param>
sealed class CallerIdentity(Caller caller, string scheme, Func<CancellationToken, Task<Caller?>> again) : ClaimsIdentity(scheme)
{
    public Caller Caller => caller;

    public override string Name => caller.Name;

    public Task<Caller?> AgainAsync(CancellationToken ct) => again(ct);

    public static CallerIdentity? In(ClaimsPrincipal principal) => principal.Identities.OfType<CallerIdentity>().FirstOrDefault();

    public static Caller? Of(ClaimsPrincipal principal) => In(principal)?.Caller;
}
