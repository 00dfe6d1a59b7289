namespace Kanal.Channels.Email.Dns;

/// <summary>What the name servers say of one name and type.</summary>
/// <param name="Texts">Of TXT: each record as one text.</param>
/// <param name="Exchanges">Of MX: the best first; a single empty one says that there is no mail there.</param>
/// <param name="HasAddress">Of A and AAAA: there is one.</param>
public sealed record DnsRecords(IReadOnlyList<string> Texts, IReadOnlyList<string> Exchanges, bool HasAddress)
{
    public static readonly DnsRecords None = new([], [], false);
}

/// <summary>The types that are asked for here.</summary>
public enum DnsType
{
    A = 1,
    Alias = 5,
    Mx = 15,
    Text = 16,
    Aaaa = 28,
}
