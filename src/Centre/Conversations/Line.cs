using Kanal.Centre.Letters;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>A note or an event as its row has it.</summary>
public sealed record Line
{
    public Id Id { get; init; }
    public Id ConversationId { get; init; }
    public long Sequence { get; init; }
    public EntryKind Kind { get; init; }
    public string? ClientId { get; init; }
    public Id? AgentId { get; init; }
    public string? AgentName { get; init; }
    public string Text { get; init; } = "";
    public string? Event { get; init; }
    public DateTimeOffset HappenedAt { get; init; }
    public Id? LetterId { get; init; }

    public static Line Note(Id agent, string? name, string clientId, string text) =>
        new() { Kind = EntryKind.Note, AgentId = agent, AgentName = name, ClientId = clientId, Text = text };

    public static Line Of(ConversationEvent happened, Id? agent = null, string? name = null) =>
        new() { Kind = EntryKind.Event, AgentId = agent, AgentName = name, Event = Json.From(happened) };

    public Entry ToEntry(Letter? letter = null) => new()
    {
        Id = Id.ToString(),
        Kind = Kind,
        Sequence = Sequence,
        ClientId = OwnName.AsGiven(ClientId),
        Author = AgentId is { } agent ? new Person(agent, AgentName) : null,
        Text = Text,
        Files = [],
        At = HappenedAt,
        Event = Json.To<ConversationEvent>(Event),
        Letter = letter,
    };
}
