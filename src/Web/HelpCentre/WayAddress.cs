using System.Net.Mail;

namespace Kanal.Web.HelpCentre;

/// <summary>Where a way of contact leads that has no form of its own here.</summary>
static class WayAddress
{
    static readonly string[] _schemes = ["https", "http", "tel", "sms", "mailto"];

    /// <returns>Null for what can't be followed safely.</returns>
    public static string? Link(string channel, string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && _schemes.Contains(uri.Scheme))
        {
            return uri.AbsoluteUri;
        }

        if (address.All(letter => char.IsAsciiDigit(letter) || " +-().".Contains(letter)) && address.Count(char.IsAsciiDigit) is >= 4 and <= 15)
        {
            return $"{(channel == "sms" ? "sms" : "tel")}:{string.Concat(address.Where(letter => char.IsAsciiDigit(letter) || letter == '+'))}";
        }

        return MailAddress.TryCreate(address, out _) ? $"mailto:{address}" : null;
    }
}
