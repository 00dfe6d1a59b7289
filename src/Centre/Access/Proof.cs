using Microsoft.AspNetCore.Identity;

namespace Kanal.Centre.Access;

/// <summary>
/// Checks passwords and codes of a known account. An attempt is counted before it is made, and the count is guarded by the
/// account's version, so that many guesses sent at once are counted like many sent one after the other.
/// </summary>
public sealed class Proof(UserManager<Account> accounts, TimeProvider time)
{
    const int Tries = 10;
    static readonly TimeSpan _codeLife = TimeSpan.FromMinutes(5);

    /// <summary>True where the password is right; the account is then as it was before the attempt.</summary>
    /// <exception cref="RefusedException">Too many attempts have failed.</exception>
    public async Task<(Account Account, bool Right)> PasswordAsync(string id, string password) =>
        await CountedAsync(id, account => accounts.CheckPasswordAsync(account, password));

    /// <summary>True where the code is the authenticator's and new, or a recovery code that was left.</summary>
    /// <exception cref="RefusedException">Too many attempts have failed.</exception>
    public async Task<(Account Account, bool Right)> CodeAsync(string id, string code) =>
        await CountedAsync(id, account => CodeAsync(account, code));

    public async Task<bool> AuthenticatorCodeAsync(Account account, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var now = time.GetUtcNow();
        var used = (Storage.Json.To<List<UsedCode>>(account.UsedCodes) ?? []).FindAll(one => now - one.At < _codeLife);
        if (used.Exists(one => one.Code == digits) || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            return false;
        }

        account.UsedCodes = Storage.Json.From(used.Append(new(digits, now)));
        return true;
    }

    async Task<bool> CodeAsync(Account account, string code) =>
        code.Count(char.IsAsciiDigit) == 6 && !code.Any(char.IsAsciiLetter)
            ? await AuthenticatorCodeAsync(account, code)
            : (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim())).Succeeded;

    async Task<(Account, bool)> CountedAsync(string id, Func<Account, Task<bool>> check)
    {
        var (account, failedBefore) = await CountAsync(id);
        if (!await check(account))
        {
            return (account, false);
        }

        account.FailedAttempts = failedBefore;
        account.LockedUntil = null;
        return (account, (await accounts.UpdateAsync(account)).Succeeded);
    }

    async Task<(Account Account, int FailedBefore)> CountAsync(string id)
    {
        for (var left = Tries; left > 0; left--)
        {
            var account = await accounts.FindByIdAsync(id) ?? throw RefusedException.NotFound("agent");
            if (account.LockedUntil is { } until && until > time.GetUtcNow())
            {
                throw Locked(until - time.GetUtcNow());
            }

            var failedBefore = account.FailedAttempts;
            if ((await accounts.AccessFailedAsync(account)).Succeeded)
            {
                return (account, failedBefore);
            }
        }

        throw Locked(TimeSpan.FromSeconds(1));
    }

    public static RefusedException Locked(TimeSpan wait) =>
        new(Refusal.TooMany, "locked-out", "Too many attempts have failed. Wait a few minutes.") { RetryAfter = wait };

    sealed record UsedCode(string Code, DateTimeOffset At);
}
