using Microsoft.AspNetCore.Identity;

namespace Kanal.Centre.Access;

/// <summary>What a password must be, and how it is kept. Length is what counts; nobody is made to add a digit and a sign.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    public const int Shortest = 10;
    public const int Longest = 200;
    const int FewestLetters = 4;

    static readonly Account _nobody = new();
    readonly Lazy<string> _decoy = new(() => hasher.HashPassword(_nobody, "the password of nobody"));

    public static void Check(Faults faults, string field, string? password, string email)
    {
        if (password is not { Length: >= Shortest })
        {
            faults.Add(field, $"A password has at least {Shortest} letters.");
        }
        else if (password.Length > Longest)
        {
            faults.Add(field, $"A password has at most {Longest} letters.");
        }
        else if (password.Distinct().Count() < FewestLetters || password.Equals(email, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(field, "This password is too easy to guess.");
        }
    }

    public string Hash(string password) => hasher.HashPassword(_nobody, password);

    /// <summary>Takes as long as a real check, so that the answer's time does not tell which addresses are known.</summary>
    public void CheckNobodys(string password) => hasher.VerifyHashedPassword(_nobody, _decoy.Value, password);
}
