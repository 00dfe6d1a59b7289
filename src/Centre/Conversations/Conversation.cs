using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Kanal.Centre.Letters;
using Kanal.Centre.Orders;

namespace Kanal.Centre.Conversations;

/// <summary>A conversation as an open tab shows it.</summary>
public sealed record Conversation : ConversationSummary
{
    [JsonConstructor]
    public Conversation()
    {
    }

    [SetsRequiredMembers]
    internal Conversation(ConversationSummary summary) : base(summary)
    {
        Facts = new VisitorFacts();
        Journey = [];
        Legs = [];
        Orders = [];
        Participants = [];
        Draft = "";
    }

    public required VisitorFacts Facts { get; init; }
    public required IReadOnlyList<PageView> Journey { get; init; }
    public required IReadOnlyList<Leg> Legs { get; init; }

    /// <summary>What the customer ordered within seven days after a word in this conversation.</summary>
    public required IReadOnlyList<OrderBrief> Orders { get; init; }

    /// <summary>Who takes part in it by letter.</summary>
    public required IReadOnlyList<Participant> Participants { get; init; }

    /// <summary>What the one who asks has written and not sent.</summary>
    public required string Draft { get; init; }

    public required long ReadByVisitor { get; init; }
    public required long ReadByAgent { get; init; }
    public string? RatingComment { get; init; }
}

public sealed record PageView
{
    public required string Page { get; init; }
    public string? Title { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The part of a conversation that runs over one channel.</summary>
public sealed record Leg
{
    public required string Channel { get; init; }
    public string? Address { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
}
