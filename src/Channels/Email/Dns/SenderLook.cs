using System.Text.RegularExpressions;
using Kanal.Centre.Delivery;
using Kanal.Centre.Texts;

namespace Kanal.Channels.Email.Dns;

/// <summary>What others find when they ask whether mail from a domain is genuine, in words for whoever runs the domain.</summary>
public sealed partial class SenderLook(DnsClient dns)
{
    /// <param name="selector">Under which the key of DKIM stands; null where it is not known.</param>
    public async Task<IReadOnlyList<SenderFinding>> AtAsync(string domain, string? selector, CancellationToken ct)
    {
        var findings = await Task.WhenAll(
            ExchangesAsync(domain, ct),
            PolicyAsync(domain, ct),
            selector is null ? Task.FromResult(new SenderFinding(SenderAspect.Dkim, SenderState.Unknown, null, "Without a selector the key of DKIM can't be looked up. Your mail provider names it.")) : KeyAsync(domain, selector, ct),
            DmarcAsync(domain, ct));
        return findings;
    }

    async Task<SenderFinding> ExchangesAsync(string domain, CancellationToken ct)
    {
        if (await dns.AskAsync(domain, DnsType.Mx, ct) is not { } found)
        {
            return Unknown(SenderAspect.Mx, domain);
        }

        if (found.Exchanges is [{ Length: 0 }])
        {
            return new(SenderAspect.Mx, SenderState.Wrong, ".", $"{domain} says that it takes no mail (MX): answers would not arrive.");
        }

        if (found.Exchanges.Count > 0)
        {
            var list = string.Join(", ", found.Exchanges);
            return new(SenderAspect.Mx, SenderState.Good, list, $"Mail for {domain} goes to {list}.");
        }

        var hasAddress = (await dns.AskAsync(domain, DnsType.A, ct))?.HasAddress == true || (await dns.AskAsync(domain, DnsType.Aaaa, ct))?.HasAddress == true;
        return new(SenderAspect.Mx, hasAddress ? SenderState.Weak : SenderState.Missing, null, hasAddress
            ? Sentence.Of($"{domain} names no server for mail (MX). Mail for it goes to its web address.")
            : $"{domain} names no server for mail (MX): answers would not arrive.");
    }

    async Task<SenderFinding> PolicyAsync(string domain, CancellationToken ct)
    {
        if (await dns.AskAsync(domain, DnsType.Text, ct) is not { } found)
        {
            return Unknown(SenderAspect.Spf, domain);
        }

        var policies = found.Texts.Where(text => text.Equals("v=spf1", StringComparison.OrdinalIgnoreCase) || text.StartsWith("v=spf1 ", StringComparison.OrdinalIgnoreCase)).ToList();
        var words = policies.Count == 1 ? policies[0].ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return policies.Count switch
        {
            0 => new(SenderAspect.Spf, SenderState.Missing, null, $"{domain} does not say which servers may send for it (SPF). Much of its mail will be taken for spam."),
            > 1 => new(SenderAspect.Spf, SenderState.Wrong, string.Join(" | ", policies), $"{domain} has {policies.Count} records for SPF, of which there may be only one: none of them counts."),
            _ when words.Contains("+all") || words.Contains("all") => new(SenderAspect.Spf, SenderState.Wrong, policies[0], $"{domain} allows everybody to send in its name (SPF ends in +all)."),
            _ when words.Contains("-all") || words.Contains("~all") || words.Any(word => word.StartsWith("redirect=", StringComparison.Ordinal)) =>
                new(SenderAspect.Spf, SenderState.Good, policies[0], $"{domain} says which servers may send for it (SPF). See that yours is among them."),
            _ => new(SenderAspect.Spf, SenderState.Weak, policies[0], $"{domain} names servers that send for it, but forbids it to no other (SPF without ~all or -all)."),
        };
    }

    async Task<SenderFinding> KeyAsync(string domain, string selector, CancellationToken ct)
    {
        var place = $"{selector}._domainkey.{domain}";
        if (await dns.AskAsync(place, DnsType.Text, ct) is not { } found)
        {
            return Unknown(SenderAspect.Dkim, place);
        }

        var tags = found.Texts.Select(Tags).FirstOrDefault(tags => tags.ContainsKey("p"));
        return tags switch
        {
            null => new(SenderAspect.Dkim, SenderState.Missing, null, $"There is no key for signatures at {place} (DKIM)."),
            _ when tags["p"].Length == 0 => new(SenderAspect.Dkim, SenderState.Wrong, Of(tags), $"The key for signatures at {place} was withdrawn (DKIM)."),
            _ when tags.GetValueOrDefault("v", "DKIM1") != "DKIM1" || !Base64().IsMatch(tags["p"]) => new(SenderAspect.Dkim, SenderState.Wrong, Of(tags), $"The key for signatures at {place} can't be read (DKIM)."),
            _ => new(SenderAspect.Dkim, SenderState.Good, Of(tags), $"There is a key for signatures at {place} (DKIM). That mail is signed with it is up to the server that sends."),
        };
    }

    // A domain without its own follows the one above it.
    async Task<SenderFinding> DmarcAsync(string domain, CancellationToken ct)
    {
        for (var asked = domain; asked.Contains('.', StringComparison.Ordinal); asked = asked[(asked.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (await dns.AskAsync($"_dmarc.{asked}", DnsType.Text, ct) is not { } found)
            {
                return Unknown(SenderAspect.Dmarc, domain);
            }

            var policies = found.Texts.Where(text => text.StartsWith("v=DMARC1", StringComparison.OrdinalIgnoreCase)).ToList();
            if (policies.Count > 1)
            {
                return new(SenderAspect.Dmarc, SenderState.Wrong, string.Join(" | ", policies), $"{asked} has {policies.Count} records for DMARC, of which there may be only one: none of them counts.");
            }

            if (policies is [var policy])
            {
                var tags = Tags(policy);
                return (asked == domain ? tags.GetValueOrDefault("p") : tags.GetValueOrDefault("sp") ?? tags.GetValueOrDefault("p"))?.ToLowerInvariant() switch
                {
                    "reject" or "quarantine" => new(SenderAspect.Dmarc, SenderState.Good, policy, $"{asked} asks others not to take what is sent in its name by strangers (DMARC)."),
                    "none" => new(SenderAspect.Dmarc, SenderState.Weak, policy, $"{asked} asks others to look at what is sent in its name, but to take all of it (DMARC with p=none)."),
                    _ => new(SenderAspect.Dmarc, SenderState.Wrong, policy, $"What {asked} asks of others can't be read (DMARC)."),
                };
            }
        }

        return new(SenderAspect.Dmarc, SenderState.Missing, null, $"{domain} does not say what others should do with forged mail (DMARC). Some large providers want it.");
    }

    static SenderFinding Unknown(SenderAspect aspect, string name) => new(aspect, SenderState.Unknown, null, $"The name servers gave no answer about {name}.");

    static string Of(Dictionary<string, string> tags) => string.Join("; ", tags.Select(tag => $"{tag.Key}={tag.Value}"));

    static Dictionary<string, string> Tags(string text)
    {
        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        foreach (var tag in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = tag.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                tags.TryAdd(tag[..at].Trim(), tag[(at + 1)..].Replace(" ", "", StringComparison.Ordinal));
            }
        }

        return tags;
    }

    [GeneratedRegex("^[A-Za-z0-9+/]{32,}={0,2}$")]
    private static partial Regex Base64();
}
