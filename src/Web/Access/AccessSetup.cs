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

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<CrossSite>();
        app.UseAuthorization();
        app.UseMiddleware<Idempotency>();
    }
}
