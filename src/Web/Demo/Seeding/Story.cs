using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Seeding;

/// <summary>A conversation of the past, ready to be written down.</summary>
sealed record Story
{
    public required string Customer { get; init; }
    public string? CustomerName { get; init; }
    public string? Email { get; init; }
    public required string Language { get; init; }
    public required string Channel { get; init; }
    public required ConversationState State { get; init; }
    public Id? Agent { get; init; }
    public Id? Topic { get; init; }

    /// <summary>Where its topic leads; null for where its way in does.</summary>
    public Id? Queue { get; init; }

    public Outcome? Outcome { get; init; }
    public int? Rating { get; init; }
    public string? RatingComment { get; init; }
    public required VisitorFacts Facts { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public required IReadOnlyList<Said> Messages { get; init; }
    public required IReadOnlyList<Happened> Lines { get; init; }
    public required IReadOnlyList<Seen> Pages { get; init; }
}

sealed record Said(Author Author, string Text, DateTimeOffset At);

/// <param name="After">The sequence of the message before it.</param>
sealed record Happened(EntryKind Kind, long After, bool ByAgent, string Text, ConversationEvent? Event, DateTimeOffset At);
