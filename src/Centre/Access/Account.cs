using Kanal.Centre.Storage;

namespace Kanal.Centre.Access;

/// <summary>What an agent signs in with. The framework's user manager changes it and has the store write it.</summary>
public sealed class Account
{
    public Id Id { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; set; } = "";

    public string EmailFolded { get; set; } = "";

    public bool Active { get; init; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes with everything that must end the sessions there are.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Attempts since the last success, the one under way included.</summary>
    public int FailedAttempts { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>The secret that the agent's phone has, in base 32; in use only where <see cref="TwoFactor"/> says so.</summary>
    public string? AuthenticatorKey { get; set; }

    public bool TwoFactor { get; set; }

    /// <summary>Hashes of the recovery codes that are left, as JSON.</summary>
    public string RecoveryCodes { get; set; } = "[]";

    /// <summary>The codes of the last minutes, which are not taken twice, as JSON.</summary>
    public string UsedCodes { get; set; } = "[]";

    /// <summary>Grows with every write, so that of two at once one is told.</summary>
    public long Version { get; set; }
}
