using System.Text.RegularExpressions;
using Npgsql;

namespace Kanal.Centre.Storage;

/// <summary>Reads the connection string. What it can't read it tells in words that hold nothing of a password, even of one that broke the string in two.</summary>
public static partial class PostgresAddress
{
    public const string Setting = "KANAL_DATABASE";

    /// <exception cref="SettingException">No connection can ever be made with it.</exception>
    public static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        var address = Parse(connectionString);
        if (string.IsNullOrWhiteSpace(address.Host))
        {
            throw new SettingException(Setting, "it names no Host");
        }

        // As other programs write it: all of it would be the name of the host, with the password in it.
        if (address.Host.Contains('=', StringComparison.Ordinal))
        {
            throw Unreadable();
        }

        if (address.MinPoolSize > address.MaxPoolSize)
        {
            throw new SettingException(Setting, "its Minimum Pool Size is above its Maximum Pool Size");
        }

        return address.GssEncryptionMode == GssEncryptionMode.Require
            ? throw new SettingException(Setting, "it requires encryption by Kerberos (GSS Encryption Mode), which Kanal does not have: leave that out, and take TLS with SSL Mode=VerifyFull")
            : address;
    }

    static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new(connectionString);
        }
        // Npgsql names the keyword that it does not know, or whose value it can't read.
        catch (ArgumentException wrong) when (wrong.ParamName is { } keyword && Keywords().IsMatch(keyword))
        {
            throw new SettingException(Setting, wrong.InnerException is not KeyNotFoundException ? $"what it says of '{keyword}' can't be used"
                : StandsBeforePassword(connectionString, keyword) ? $"PostgreSQL's connection strings have no '{keyword}'"
                : "after the password stands a keyword that there is not. A password with a ; in it stands in double quotes");
        }
        catch (ArgumentException)
        {
            throw Unreadable();
        }
    }

    // What comes later may be the rest of it.
    static bool StandsBeforePassword(string connectionString, string keyword) =>
        Regex.Match(connectionString, $"(^|;)\\s*{keyword}\\s*=", RegexOptions.IgnoreCase) is { Success: true } here && !Passwords().IsMatch(connectionString[..here.Index]);

    static SettingException Unreadable() => new(Setting, "it is not a PostgreSQL connection string like Host=127.0.0.1;Database=kanal;Username=kanal");

    [GeneratedRegex("^[A-Za-z ]+$")]
    private static partial Regex Keywords();

    [GeneratedRegex("(pass|psw|pwd)", RegexOptions.IgnoreCase)]
    private static partial Regex Passwords();
}
