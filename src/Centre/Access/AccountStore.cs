using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Identity;

namespace Kanal.Centre.Access;

/// <summary>Keeps accounts for the framework's user manager, which asks for a change on the object and then for one write.</summary>
public sealed partial class AccountStore(Database database) : IUserStore<Account>
{
    const string Select = """
        select a.id, a.name, a.email, a.email_folded, a.active, s.password_hash, s.security_stamp, s.failed_attempts, s.locked_until,
            s.authenticator_key, s.two_factor, s.recovery_codes, s.used_codes, s.version
        from agents a join agent_secrets s on s.agent_id = a.id
        """;

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Id.TryParse(userId, null, out var id)
            ? database.ReadAsync(sql => sql.FirstAsync<Account>($"{Select} where a.id = @id", new { id }), cancellationToken)
            : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        database.ReadAsync(sql => sql.FirstAsync<Account>($"{Select} where a.email_folded = @normalizedUserName", new { normalizedUserName }), cancellationToken);

    /// <summary>Fails where somebody wrote the account since it was read.</summary>
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var written = await database.WriteAsync(sql => sql.ChangesOneAsync("""
            update agent_secrets set password_hash = @PasswordHash, security_stamp = @SecurityStamp, failed_attempts = @FailedAttempts,
                locked_until = @LockedUntil, authenticator_key = @AuthenticatorKey, two_factor = @TwoFactor, recovery_codes = @RecoveryCodes,
                used_codes = @UsedCodes, version = version + 1
            where agent_id = @Id and version = @Version
            """, user), cancellationToken);
        if (!written)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }

        user.Version++;
        return IdentityResult.Success;
    }

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Agents are made by AgentAdministration and FirstRun, together with what belongs to them.");

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Agents are kept for the history; they are deactivated.");

    public void Dispose()
    {
        // Nothing is held: the database belongs to the program.
    }
}
