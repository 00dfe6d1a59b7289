using Kanal.Centre.Letters;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Delivery;

/// <summary>A channel that can try a mailbox's settings.</summary>
public interface ITestMailbox
{
    /// <summary>Connects to what is set, as it would to work with it; changes nothing and sends nothing.</summary>
    Task<MailboxTest> TestAsync(MailAccess mailbox, CancellationToken ct);
}

/// <param name="Works">Whether every step went well.</param>
public sealed record MailboxTest(bool Works, IReadOnlyList<MailboxStep> Steps);

/// <param name="Subject">Which server, or which folder.</param>
/// <param name="Sentence">What was found, or what is wrong and what to do.</param>
public sealed record MailboxStep(TestedPart What, string Subject, bool Ok, Sentence Sentence)
{
    /// <summary>Of a certificate that is not trusted: what to enter so that it is.</summary>
    public string? Fingerprint { get; init; }
}

public enum TestedPart
{
    Incoming,
    Folder,
    Outgoing,
}
