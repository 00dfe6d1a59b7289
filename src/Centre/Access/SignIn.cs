using System.Net;
using Kanal.Centre.Customers;
using Kanal.Centre.Texts;
using Microsoft.AspNetCore.Identity;

namespace Kanal.Centre.Access;

/// <summary>Lets people in: email address and password, and where the agent set it up a code from the phone.</summary>
public sealed class SignIn(UserManager<Account> accounts, Proof proof, Passwords passwords, SignInLimits limits)
{
    const int Longest = 254;

    /// <exception cref="RefusedException">Something does not fit, a code is needed, or too many attempts have failed.</exception>
    public async Task<Account> EnterAsync(string email, string password, string? code, IPAddress? address)
    {
        if (email.Length > Longest || password.Length > Passwords.Longest)
        {
            throw Failed("The email address or the password is wrong.");
        }

        limits.TakeFrom(address);
        var account = await KnownAsync(email, password);
        (account, var right) = await proof.PasswordAsync(account.Id.ToString(), password);
        if (!right)
        {
            throw Failed("The email address or the password is wrong.");
        }

        if (account.TwoFactor)
        {
            account = await WithCodeAsync(account, code, address);
        }

        limits.GiveBackTo(address);
        if (account.FailedAttempts > 0)
        {
            await accounts.ResetAccessFailedCountAsync(account);
        }

        return account;
    }

    async Task<Account> KnownAsync(string email, string password)
    {
        var known = AddressText.Email(email) is { } kept ? await accounts.FindByEmailAsync(kept) : null;
        if (known is { Active: true, PasswordHash: not null })
        {
            return known;
        }

        limits.TakeUnknown(email);
        passwords.CheckNobodys(password);
        throw Failed("The email address or the password is wrong.");
    }

    async Task<Account> WithCodeAsync(Account account, string? code, IPAddress? address)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            limits.GiveBackTo(address);
            throw new RefusedException(Refusal.Unauthorized, "code-needed", "Enter the code that your authenticator shows.");
        }

        var (proven, right) = await proof.CodeAsync(account.Id.ToString(), code);
        return right ? proven : throw Failed("The code is wrong, or was used already.");
    }

    static RefusedException Failed(Sentence sentence) => new(Refusal.Unauthorized, "sign-in-failed", sentence);
}
