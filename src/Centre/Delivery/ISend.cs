using Kanal.Centre.Letters;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Delivery;

/// <summary>A channel that sends letters.</summary>
public interface ISend
{
    /// <summary>Hands a letter to the mailbox's server.</summary>
    /// <param name="recipients">Those who don't have it yet.</param>
    /// <param name="handing">Awaited at the last moment before the server could take it: whoever dies after it may have sent it.</param>
    /// <returns>What became of it for each of them; trouble is a value, not an exception.</returns>
    Task<SendOutcome> SendAsync(MailAccess mailbox, OutboundLetter letter, IReadOnlyList<string> recipients, Func<Task> handing, CancellationToken ct);
}

/// <param name="Trouble">What keeps this mailbox from sending at all; null where it sends.</param>
public sealed record SendOutcome(IReadOnlyList<RecipientOutcome> Recipients, Sentence? Trouble = null)
{
    /// <summary>The same for all.</summary>
    public static SendOutcome Of(IEnumerable<string> recipients, SendResult result, Sentence why) => new([.. recipients.Select(one => new RecipientOutcome(one, result, why.ToString()))], why);
}

/// <param name="Detail">What the server said, or why it was not reached.</param>
public sealed record RecipientOutcome(string Address, SendResult Result, string? Detail);

public enum SendResult
{
    /// <summary>The server has it, and answers for it.</summary>
    Accepted,

    /// <summary>Not now.</summary>
    Temporary,

    /// <summary>Never.</summary>
    Permanent,

    /// <summary>The connection broke when the server may have taken it.</summary>
    Unknown,
}
