using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Identity;

namespace Kanal.Centre.Access;

/// <summary>What agents change about their own way in. Each returns the account, whose new stamp ends every other session.</summary>
public sealed class OwnAccount(UserManager<Account> accounts, Proof proof, Passwords passwords, Database database, Audit audit)
{
    const int RecoveryCodes = 10;

    /// <exception cref="RefusedException">The current password is wrong, or the new one is none.</exception>
    public async Task<Account> ChangePasswordAsync(Caller caller, string current, string next, CancellationToken ct)
    {
        var account = await ProvenAsync(caller, current, "current");
        var faults = new Faults();
        Passwords.Check(faults, "new", next, account.Email);
        faults.AddIf(next == current, "new", "This is the password you have.");
        faults.ThrowIfAny();
        account.PasswordHash = passwords.Hash(next);
        await StampAsync(account);
        await NoteAsync(caller, "password.changed", ct);
        return account;
    }

    /// <summary>Makes a new secret for the phone; it counts once a code has proven that the phone has it.</summary>
    public async Task<Account> StartAuthenticatorAsync(Caller caller)
    {
        var account = await AccountAsync(caller);
        RefuseIfOn(account);
        account.AuthenticatorKey = accounts.GenerateNewAuthenticatorKey();
        MustSucceed(await accounts.UpdateAsync(account));
        return account;
    }

    /// <returns>The account, and the codes that get its owner in without the phone, each once.</returns>
    public async Task<(Account Account, IReadOnlyList<string> RecoveryCodes)> ConfirmAuthenticatorAsync(Caller caller, string code, CancellationToken ct)
    {
        var account = await AccountAsync(caller);
        RefuseIfOn(account);
        if (account.AuthenticatorKey is null || !await proof.AuthenticatorCodeAsync(account, code))
        {
            throw RefusedException.Invalid("code", "This is not the code that the authenticator shows now.");
        }

        account.TwoFactor = true;
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await StampAsync(account);
        await NoteAsync(caller, "authenticator.added", ct);
        return (account, [.. codes ?? []]);
    }

    public async Task<Account> RemoveAuthenticatorAsync(Caller caller, string password, CancellationToken ct)
    {
        var account = await ProvenAsync(caller, password, "password");
        account.TwoFactor = false;
        account.AuthenticatorKey = null;
        account.RecoveryCodes = "[]";
        await StampAsync(account);
        await NoteAsync(caller, "authenticator.removed", ct);
        return account;
    }

    public Task PreferAsync(Caller caller, Preferences preferences, CancellationToken ct) => database.WriteAsync(
        sql => sql.ExecuteAsync("update agents set preferences = @preferences where id = @id", new { id = caller.RequireAgent(), preferences = Json.From(preferences) }), ct);

    async Task<Account> ProvenAsync(Caller caller, string password, string field)
    {
        var (account, right) = await proof.PasswordAsync(caller.RequirePerson().ToString(), password);
        return right ? account : throw RefusedException.Invalid(field, "This is not your password.");
    }

    async Task<Account> AccountAsync(Caller caller) =>
        await accounts.FindByIdAsync(caller.RequirePerson().ToString()) ?? throw RefusedException.NotFound("agent");

    async Task StampAsync(Account account) => MustSucceed(await accounts.UpdateSecurityStampAsync(account));

    Task NoteAsync(Caller caller, string what, CancellationToken ct) => database.WriteAsync(sql => audit.NoteAsync(sql, caller, what, caller.AgentId.ToString()), ct);

    static void RefuseIfOn(Account account)
    {
        if (account.TwoFactor)
        {
            throw RefusedException.Conflict("authenticator-on", "There is an authenticator already. Remove it first.");
        }
    }

    static void MustSucceed(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw RefusedException.Conflict("changed-meanwhile", "This was changed somewhere else at the same moment. Try again.");
        }
    }
}
