using System.Text.Json;
using Kanal.Centre.Customers;
using Kanal.Decisions.Facts;

namespace Kanal.Centre.Identities;

/// <summary>The claims of an identity whose signature is right. Only who it is must be there; what is odd besides is told and not known.</summary>
sealed class IdentityReading
{
    const int LongestSubject = 200;
    const int LongestName = 100;
    const string Own = "kanal";

    readonly List<FactFault> _faults = [];

    public static IdentityClaims? Of(JsonElement claims, out string fault)
    {
        fault = $"The identity must say who it is of (sub): a text of 1 to {LongestSubject} letters.";
        return claims.TryGetProperty("sub", out var sub) && sub.ValueKind == JsonValueKind.String && sub.GetString() is { Length: > 0 and <= LongestSubject } subject && !subject.Any(char.IsControl)
            ? new IdentityReading().Read(subject, claims)
            : null;
    }

    IdentityClaims Read(string subject, JsonElement claims)
    {
        var own = claims.TryGetProperty(Own, out var given) && given.ValueKind != JsonValueKind.Null ? given : default;
        if (own.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            Fault(Own, "This should be an object.");
            own = default;
        }

        return new IdentityClaims(subject)
        {
            Email = Email(claims),
            EmailVerified = claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True,
            Name = Text(claims, "name", "name", LongestName),
            Group = Fact(own, "group", "customer.group"),
            Expertise = Fact(own, "expertise", "customer.expertise"),
            Value = Number(own, "value", "customer.value"),
            Orders = Number(own, "orders", "customer.orders"),
            Faults = _faults,
        };
    }

    string? Email(JsonElement claims)
    {
        var said = Text(claims, "email", "email", 254);
        var email = AddressText.Email(said);
        if (said is not null && email is null)
        {
            Fault("email", "This is not an email address.");
        }

        return email;
    }

    string? Fact(JsonElement own, string name, string key)
    {
        var fact = Of(key);
        var text = Text(own, name, $"{Own}.{name}", fact.Longest);
        if (text is null || fact.Choices?.Contains(text) != false)
        {
            return text;
        }

        Fault($"{Own}.{name}", $"This should be one of: {string.Join(", ", fact.Choices)}.");
        return null;
    }

    double? Number(JsonElement own, string name, string key)
    {
        if (!Has(own, name, out var value))
        {
            return null;
        }

        var fact = Of(key);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= fact.Least && number <= fact.Most)
        {
            return number;
        }

        Fault($"{Own}.{name}", FormattableString.Invariant($"This should be a number between {fact.Least:N0} and {fact.Most:N0}."));
        return null;
    }

    string? Text(JsonElement from, string name, string place, int longest)
    {
        if (!Has(from, name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length <= longest && !text.Any(char.IsControl))
        {
            return text.Trim() is { Length: > 0 } line ? line : null;
        }

        Fault(place, $"This should be one line of at most {longest} letters.");
        return null;
    }

    void Fault(string place, string sentence) => _faults.Add(new FactFault($"identity.{place}", sentence));

    static bool Has(JsonElement from, string name, out JsonElement value)
    {
        value = default;
        return from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }

    static Fact Of(string key) => FactCatalogue.Standard[FactCatalogue.Standard.Find(key) ?? throw new ArgumentException($"There is no fact \"{key}\".", nameof(key))];
}
