using Kanal.Centre.Letters;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Delivery;

/// <summary>A channel that can say what others find when they ask whether letters of a mailbox are genuine.</summary>
public interface ILookAtSenders
{
    /// <param name="selector">Under which its signatures' key stands; null for the one that its provider uses, where that is known.</param>
    Task<SenderReport> LookAsync(MailAccess mailbox, string? selector, CancellationToken ct);
}

/// <param name="Selector">Under which the key of signatures was looked for; null where nobody knows it.</param>
public sealed record SenderReport(string Domain, string? Selector, IReadOnlyList<SenderFinding> Findings);

/// <param name="Record">What stands in the DNS; null where nothing does.</param>
public sealed record SenderFinding(SenderAspect Aspect, SenderState State, string? Record, Sentence Sentence)
{
    /// <summary>What to enter in the DNS so that it is well; null where it is, or where that can't be told from here.</summary>
    public SenderRecord? Enter { get; init; }
}

/// <summary>A record of the DNS.</summary>
/// <param name="Value">In angle brackets, what only the mail provider can say.</param>
/// <param name="Replaces">Whether it takes the place of what stands there.</param>
public sealed record SenderRecord(string Name, string Type, string Value, bool Replaces);

public enum SenderAspect
{
    Mx,
    Spf,
    Dkim,
    Dmarc,
}

public enum SenderState
{
    Good,
    Weak,
    Missing,
    Wrong,

    /// <summary>It could not be looked up.</summary>
    Unknown,
}
