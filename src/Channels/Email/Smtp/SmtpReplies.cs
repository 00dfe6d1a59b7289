using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Smtp;

/// <summary>Reads replies of one or more lines.</summary>
static partial class SmtpReplies
{
    const int LongestLine = 4096;
    const int MostLines = 200;

    public static async Task<SmtpReply> ReadAsync(MailWire wire, TimeSpan wait, CancellationToken ct) => Read(wire, await LinesAsync(wire, await wire.ReadLineAsync(LongestLine, wait, ct), wait, ct));

    public static async Task<SmtpReply> GreetingAsync(MailWire wire, TimeSpan wait, CancellationToken ct) => Read(wire, await LinesAsync(wire, await wire.GreetingAsync(LongestLine, ct), wait, ct));

    static async Task<List<string>> LinesAsync(MailWire wire, string first, TimeSpan wait, CancellationToken ct)
    {
        List<string> lines = [first];
        while (lines[^1].Length > 3 && lines[^1][3] == '-')
        {
            if (lines.Count == MostLines)
            {
                throw wire.Broken(MailFault.Protocol(wire.Host, "a reply has too many lines"));
            }

            lines.Add(await wire.ReadLineAsync(LongestLine, wait, ct));
        }

        return lines;
    }

    static SmtpReply Read(MailWire wire, List<string> lines)
    {
        if (!lines.All(line => Line().IsMatch(line)) || lines.Any(line => !line.AsSpan(0, 3).SequenceEqual(lines[0].AsSpan(0, 3))))
        {
            throw wire.Broken(MailFault.Protocol(wire.Host, Shown(lines.FirstOrDefault(line => !Line().IsMatch(line)) ?? lines[^1])));
        }

        var code = int.Parse(lines[0].AsSpan(0, 3), CultureInfo.InvariantCulture);
        var texts = lines.ConvertAll(line => Utf8(line.Length > 4 ? line[4..] : ""));
        var status = Enhanced().Match(texts[0]);
        return status.Success
            ? new SmtpReply(code, status.Groups[1].Value, texts.ConvertAll(text => text.StartsWith(status.Groups[1].Value, StringComparison.Ordinal) ? text[status.Groups[1].Length..].TrimStart() : text))
            : new SmtpReply(code, null, texts);
    }

    static string Utf8(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));

    static string Shown(string line) => new([.. line.Take(80).Where(letter => !char.IsControl(letter))]);

    [GeneratedRegex("^[2-5][0-9]{2}([ -]|$)")]
    private static partial Regex Line();

    [GeneratedRegex(@"^([245]\.[0-9]{1,3}\.[0-9]{1,3})(?=\s|$)")]
    private static partial Regex Enhanced();
}
