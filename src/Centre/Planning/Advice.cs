using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Planning;

/// <summary>Which hours each channel can honestly be open with the people there are, and which channel to open next.</summary>
public sealed record Advice
{
    public required Id Site { get; init; }

    /// <summary>The first day of the week that it is about.</summary>
    public required DateOnly From { get; init; }

    /// <summary>False where too little is known; the notes say why.</summary>
    public required bool Ready { get; init; }

    /// <summary>How many people work in that week.</summary>
    public required int People { get; init; }

    /// <summary>From shifts; otherwise everybody is taken to be there in all opening hours.</summary>
    public required bool FromShifts { get; init; }

    /// <summary>Value is measured in orders; otherwise every contact counts the same.</summary>
    public required bool ByValue { get; init; }

    /// <summary>In the order in which people are given to them.</summary>
    public required IReadOnlyList<ChannelAdvice> Channels { get; init; }

    /// <summary>The channel to open next; null where none can be.</summary>
    public string? Next { get; init; }

    /// <summary>The same in a sentence.</summary>
    public Sentence? NextText { get; init; }

    public required IReadOnlyList<Sentence> Notes { get; init; }
}

/// <param name="Open">Customers come over it today.</param>
/// <param name="ServiceLevel">Of those who come in the hours in which it can be open; null where nobody does.</param>
/// <param name="ValueShare">Of all value that comes over it in the week, what falls inside.</param>
/// <param name="Windows">When it can honestly be open.</param>
/// <param name="TooFew">When it is open but has too few people.</param>
/// <param name="Texts">All of it in sentences.</param>
public sealed record ChannelAdvice(
    string Channel, bool Open, PlanTarget Target, double? ServiceLevel, double ValueShare, IReadOnlyList<OpenWindow> Windows, IReadOnlyList<ShortWindow> TooFew, IReadOnlyList<Sentence> Texts);

/// <param name="Days">Such as <c>monday</c>.</param>
/// <param name="From">Such as <c>10:00</c>.</param>
public sealed record OpenWindow(IReadOnlyList<string> Days, string From, string To, double? ServiceLevel, double ValueShare);

/// <param name="Missing">How many people more it takes.</param>
public sealed record ShortWindow(IReadOnlyList<string> Days, string From, string To, int Missing);
