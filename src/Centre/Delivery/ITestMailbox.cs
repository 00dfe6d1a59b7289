using Kanal.Centre.Letters;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Delivery;

/// <summary>A channel that can try a mailbox's settings.</summary>
public interface ITestMailbox
{
    /// <summary>Connects to what is set, as it would to work with it; changes nothing and sends nothing.</summary>
    /// <param name="tell">Told of each step when it begins, and when it is done.</param>
    Task<MailboxTest> TestAsync(MailAccess mailbox, Func<MailboxNews, Task> tell, CancellationToken ct);
}

/// <summary>How a test gets on: what it tries now, or what came of that, or at the end of all of it.</summary>
public sealed record MailboxNews
{
    public MailboxTrying? Trying { get; init; }
    public MailboxStep? Step { get; init; }

    /// <summary>Whether every step went well; only in the last.</summary>
    public bool? Works { get; init; }
}

/// <param name="Subject">Which server, or which folder.</param>
public sealed record MailboxTrying(TestedPart What, string Subject);

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
