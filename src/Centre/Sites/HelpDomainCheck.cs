using System.Globalization;
using System.Text.RegularExpressions;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Sites;

/// <summary>A help centre's host name on its way in.</summary>
static partial class HelpDomainCheck
{
    const int Longest = 253;

    static readonly IdnMapping _ascii = new() { UseStd3AsciiRules = true };

    /// <returns>As browsers send it, in ASCII and lower case; null for none.</returns>
    public static string? Read(Faults faults, string? given, string? before)
    {
        var text = (given ?? before ?? "").Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var name = Ascii(text);
        faults.AddIf(name is null, "helpDomain", "This should be a host name such as \"help.shop.example\": no https:// before it, and no port or path after.");
        return name;
    }

    /// <exception cref="RefusedException">Another site has it.</exception>
    public static async Task RefuseTakenAsync(Sql sql, SiteRow row)
    {
        if (row.HelpDomain is not null && await sql.FirstAsync<long>("select count(*) from sites where help_domain = @HelpDomain and id <> @Id", row) > 0)
        {
            const string Sentence = "Another site has this host name already.";
            throw new RefusedException(Refusal.Conflict, "domain-taken", Sentence) { Errors = new() { ["helpDomain"] = [Sentence] } };
        }
    }

    static string? Ascii(string text)
    {
        try
        {
            var name = _ascii.GetAscii(text).ToLowerInvariant();
            return name.Length <= Longest && HostName().IsMatch(name) ? name : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // At least two labels, of which the last holds a letter: an address in numbers is no name.
    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex HostName();
}
