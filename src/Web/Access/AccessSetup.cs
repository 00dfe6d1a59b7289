using Kanal.Centre.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Kanal.Web.Access;

/// <summary>Who may come in: people by cookie, programs by key.</summary>
static class AccessSetup
{
    const string Either = "either";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("kanal");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = ActivatorUtilities.CreateInstance<ProtectionKeys>(provider)));
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context => KeySignIn.Sent(context.Request) ? KeySignIn.Name : DeskCookie.Name)
            .AddScheme<AuthenticationSchemeOptions, KeySignIn>(KeySignIn.Name, null)
            .AddCookie(DeskCookie.Name, DeskCookie.Configure);
        services.AddHostedService<SetupNotice>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Denials>();
        Policies.Add(services.AddAuthorizationBuilder());
    }

    /// <summary>
    /// Asks who somebody is wherever that matters. Visitors prove themselves by the token of their conversation, so their calls are
    /// spared what a cookie and a key would take: a quarter of the memory of an open stream.
    /// </summary>
    public static void UseAccess(this IApplicationBuilder app)
    {
        app.UseWhen(context => !IsForVisitors(context.Request.Path), known =>
        {
            known.UseAuthentication();
            known.UseMiddleware<CrossSite>();
            known.UseAuthorization();
            known.UseMiddleware<Idempotency>();
        });
        // ASP.NET adds both in front of everything where it does not find these marks, and looks for them only here.
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        app.Properties["__AuthorizationMiddlewareSet"] = true;
    }

    // The yardsticks of the benchmarks have what visitors' calls have, or they would measure something else.
    static bool IsForVisitors(PathString path) => path.StartsWithSegments("/public/v1") || path.StartsWithSegments("/bench");
}
