using Kanal.Centre.Delivery;

namespace Kanal.Channels.Email.Dns;

/// <summary>What to enter in the DNS for a domain from which we send, as far as that can be told from here.</summary>
/// <param name="host">The server that takes our letters; null where there is none.</param>
sealed class SenderAdvice(string domain, string? selector, string? host)
{
    const string Provider = "<provider>";

    // Who sends for many names its own, by the end of its servers' names.
    static readonly (string Host, string Policy, string Selector)[] _providers =
    [
        ("office365.com", "include:spf.protection.outlook.com", "selector1"),
        ("outlook.com", "include:spf.protection.outlook.com", "selector1"),
        ("gmail.com", "include:_spf.google.com", "google"),
        ("googlemail.com", "include:_spf.google.com", "google"),
        ("google.com", "include:_spf.google.com", "google"),
    ];

    /// <summary>Under which the key stands where nobody has said so.</summary>
    public static string? SelectorAt(string? host) => Known(host)?.Selector;

    public SenderRecord? For(SenderFinding finding) => finding switch
    {
        { State: SenderState.Good or SenderState.Unknown } => null,
        { Aspect: SenderAspect.Mx } => new SenderRecord(domain, "MX", $"10 {Provider}", finding.State == SenderState.Wrong),
        { Aspect: SenderAspect.Spf } => new SenderRecord(domain, "TXT", Policy(finding.Record), finding.Record is not null),
        { Aspect: SenderAspect.Dkim } when selector is not null => new SenderRecord($"{selector}._domainkey.{domain}", "TXT", $"v=DKIM1; k=rsa; p={Provider}", finding.Record is not null),
        { Aspect: SenderAspect.Dmarc } => new SenderRecord($"_dmarc.{domain}", "TXT", finding.State == SenderState.Weak ? "v=DMARC1; p=quarantine" : "v=DMARC1; p=none", finding.Record is not null),
        _ => null,
    };

    // What stands there stays but for its end; of several records one is made.
    string Policy(string? record)
    {
        var kept = (record ?? "").Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.StartsWith("v=", StringComparison.OrdinalIgnoreCase) && word.TrimStart('+', '-', '~', '?').ToLowerInvariant() is not "all");
        var ours = Known(host)?.Policy ?? (host is null || host.Contains(':', StringComparison.Ordinal) || char.IsAsciiDigit(host[^1]) ? "mx" : $"mx a:{host}");
        return $"v=spf1 {string.Join(' ', kept.DefaultIfEmpty(ours))} ~all";
    }

    static (string Host, string Policy, string Selector)? Known(string? host)
    {
        foreach (var one in _providers)
        {
            if (host is not null && (host == one.Host || host.EndsWith($".{one.Host}", StringComparison.Ordinal)))
            {
                return one;
            }
        }

        return null;
    }
}
