using System.Globalization;

namespace Kanal.Channels.Email.Smtp;

/// <summary>What a server says it can do, in its answer to EHLO.</summary>
/// <param name="LargestMessage">Bytes; null where it does not say.</param>
/// <param name="SignIns">Names of SASL mechanisms, in capitals.</param>
public sealed record SmtpOffers(bool StartTls, bool Pipelining, bool EightBit, bool Utf8, bool Reports, long? LargestMessage, IReadOnlyList<string> SignIns)
{
    public static readonly SmtpOffers None = new(false, false, false, false, false, null, []);

    internal static SmtpOffers Read(SmtpReply reply)
    {
        var said = reply.Lines.Skip(1).Select(line => line.ToUpperInvariant().Split([' ', '='], StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0).ToLookup(words => words[0], words => words[1..]);
        return new(said.Contains("STARTTLS"), said.Contains("PIPELINING"), said.Contains("8BITMIME"), said.Contains("SMTPUTF8"), said.Contains("DSN"),
            said["SIZE"].Select(words => words.Length > 0 && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : (long?)null).FirstOrDefault(),
            [.. said["AUTH"].SelectMany(words => words).Distinct()]);
    }
}
