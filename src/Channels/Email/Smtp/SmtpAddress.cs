using System.Globalization;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Smtp;

/// <summary>An address as it stands in a command. What could end the command, or begin another, is refused.</summary>
static class SmtpAddress
{
    const int Longest = 320;

    static readonly IdnMapping _idn = new() { UseStd3AsciiRules = true };

    /// <summary>With the domain in its ASCII form, so that only the part before the @ may need SMTPUTF8. Empty for the sender of reports.</summary>
    public static string Of(string address, bool mayBeEmpty = false)
    {
        if (address.Length == 0 && mayBeEmpty)
        {
            return address;
        }

        var at = address.LastIndexOf('@');
        if (at < 1 || at == address.Length - 1 || address.Length > Longest || !IsLocal(address.AsSpan(0, at)))
        {
            throw MailFault.BadAddress(Shown(address));
        }

        return $"{address[..at]}@{Domain(address, address[(at + 1)..])}";
    }

    static string Domain(string address, string domain)
    {
        if (domain.StartsWith('[') && domain.EndsWith(']'))
        {
            return domain.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '[' or ']' or '.' or ':') ? domain : throw MailFault.BadAddress(Shown(address));
        }

        try
        {
            return _idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            throw MailFault.BadAddress(Shown(address));
        }
    }

    // In quotes more is allowed, but neither line ends nor what can't be typed.
    static bool IsLocal(ReadOnlySpan<char> local)
    {
        var quoted = local.Length > 2 && local[0] == '"' && local[^1] == '"';
        foreach (var letter in quoted ? local[1..^1] : local)
        {
            if (char.IsControl(letter) || letter is '"' or '\\' or '\u2028' or '\u2029' || (!quoted && (char.IsWhiteSpace(letter) || letter is '<' or '>' or '(' or ')' or ',' or ';' or ':' or '[' or ']' or '@')))
            {
                return false;
            }
        }

        return true;
    }

    static string Shown(string address) => new([.. address.Take(80).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
