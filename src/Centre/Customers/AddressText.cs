using System.Globalization;
using System.Net.Mail;

namespace Kanal.Centre.Customers;

/// <summary>Addresses in the one form in which they are kept and compared; null where the text is none.</summary>
public static class AddressText
{
    const int LongestEmail = 254;

    /// <summary>Lower case, the domain of other scripts in its ASCII form.</summary>
    public static string? Email(string? text)
    {
        var email = text?.Trim();
        if (email is not { Length: > 2 and <= LongestEmail } || email.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || "<>()[],;:\\\"".Contains(letter)))
        {
            return null;
        }

        var at = email.LastIndexOf('@');
        if (at is < 1 or > 64 || email.IndexOf('@', StringComparison.Ordinal) != at || !MailAddress.TryCreate(email, out _))
        {
            return null;
        }

        try
        {
            var domain = new IdnMapping().GetAscii(email[(at + 1)..]);
            return domain.Contains('.') && Uri.CheckHostName(domain) == UriHostNameType.Dns ? $"{email[..at]}@{domain}".ToLowerInvariant() : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>As E.164: a plus sign, then 7 to 15 digits.</summary>
    public static string? Phone(string? text)
    {
        var digits = string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '.' or '(' or ')' or '/')));
        var number = digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..] : digits;
        return number is ['+', >= '1' and <= '9', ..] && number.Length is >= 8 and <= 16 && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? number : null;
    }
}
