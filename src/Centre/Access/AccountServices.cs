using Kanal.Centre.Customers;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kanal.Centre.Access;

static class AccountServices
{
    // OWASP's figure for PBKDF2 with SHA-512.
    const int HashRounds = 210_000;

    /// <summary>The framework's user manager over our rows, and what signs people in with it.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = Lockouts.FailuresUntilLocked;
                options.Lockout.DefaultLockoutTimeSpan = Lockouts.LockedFor;
            })
            .AddUserStore<AccountStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);

        // What comes in is checked where it comes in, once.
        services.RemoveAll<IUserValidator<Account>>();
        services.RemoveAll<IPasswordValidator<Account>>();
        services.RemoveAll<IPasswordHasher<Account>>();
        services.RemoveAll<ILookupNormalizer>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, EmailForm>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInLimits>();
        services.AddHostedService<KeptAnswersCleaning>();
        services.AddScoped<Proof>();
        services.AddScoped<SignIn>();
        services.AddScoped<OwnAccount>();
    }

    sealed class EmailForm : ILookupNormalizer
    {
        public string? NormalizeEmail(string? email) => AddressText.Email(email) ?? email;

        public string? NormalizeName(string? name) => NormalizeEmail(name);
    }
}
