namespace Kanal.Channels.Email.Reading;

/// <summary>Addresses in a letter: where a link may lead, and where a picture comes from.</summary>
static class SafeAddress
{
    const int LongestLink = 2_000;

    /// <summary>An address of a page, of mail or of a telephone; null for everything else.</summary>
    public static string? Link(string? address)
    {
        var plain = Plain(address, LongestLink);
        return Has(plain, "http://") || Has(plain, "https://") || Has(plain, "mailto:") || Has(plain, "tel:") ? plain
            : plain.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"http://{plain}"
            : plain.StartsWith("//", StringComparison.Ordinal) && plain.Length > 2 ? $"https:{plain}"
            : null;
    }

    /// <summary>A picture that came with the letter: a file of it, or written into its HTML.</summary>
    public static string? OwnPicture(string? address)
    {
        var plain = Plain(address, int.MaxValue);
        return Has(plain, "cid:") || Has(plain, "data:image/png;base64,") || Has(plain, "data:image/gif;base64,") || Has(plain, "data:image/jpeg;base64,") || Has(plain, "data:image/jpg;base64,") || Has(plain, "data:image/webp;base64,") ? plain : null;
    }

    public static string? RemotePicture(string? address)
    {
        var plain = Plain(address, LongestLink);
        return Has(plain, "http://") || Has(plain, "https://") ? plain : plain.StartsWith("//", StringComparison.Ordinal) && plain.Length > 2 ? $"https:{plain}" : null;
    }

    static bool Has(string address, string scheme) => address.Length > scheme.Length && address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);

    // Browsers pass over control letters and blanks in front, and over line ends and tabs anywhere.
    static string Plain(string? address, int longest)
    {
        if (address is null || address.Length > longest)
        {
            return "";
        }

        var plain = address.AsSpan().ContainsAnyInRange('\0', '\u001f') ? string.Concat(address.Where(letter => letter > '\u001f')) : address;
        return plain.Trim();
    }
}
