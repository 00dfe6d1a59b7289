using Kanal.Centre.Letters;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;
using Kanal.Centre.Telemetry;

namespace Kanal.Centre.Conversations;

/// <summary>The door in: what customers write, on whatever channel, in one common form.</summary>
public sealed class Intake(Journal journal, Openings openings, SameWords same, ConversationNews news)
{
    // Each is a transaction of its own, so the line must be short.
    const int MostOpening = 500;

    int _opening;

    /// <summary>Opens a conversation with its first message. The same start again gives the same conversation.</summary>
    /// <exception cref="JournalFullException">More waits than can be written in reasonable time.</exception>
    public async Task<Opened> StartAsync(Opening opening, CancellationToken ct)
    {
        try
        {
            if (Interlocked.Increment(ref _opening) > MostOpening || !journal.HasRoom)
            {
                Tally.Refused();
                throw new JournalFullException();
            }

            var opened = await openings.OpenAsync(opening, ct);
            await TellAsync(opened);
            return opened;
        }
        finally
        {
            Interlocked.Decrement(ref _opening);
        }
    }

    /// <summary>After the commit of a conversation that somebody else opened.</summary>
    internal async Task TellAsync(Opened opened)
    {
        if (opened.First is { } first)
        {
            news.Announce(first.Message, first.Added);
            if (first.Added.After.State == ConversationState.Queued)
            {
                await news.QueuedAsync(first.Added.After, null, CancellationToken.None);
            }
            else
            {
                await news.SummaryAsync(opened.Conversation, CancellationToken.None);
            }
        }
    }

    /// <summary>Takes a customer's message into a conversation; returns when it is on disk.</summary>
    /// <exception cref="RefusedException">There is no such conversation; or <c>client-id-reused</c>.</exception>
    public async Task<Appended> ReceiveAsync(InboundMessage message, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var step = Traces.Begin("intake", message.Conversation);
        var added = await journal.AppendAsync(new Append(message.Conversation, Author.Visitor, null, null, message.ClientId, message.Text, message.Files, message.At) { Card = message.Card, Letter = message.Letter, Channel = message.Channel })
            ?? throw RefusedException.NotFound("conversation");
        if (added.Repeat)
        {
            await same.CheckAsync(message.Conversation, added.Sequence, message.Text, message.Files, ct);
        }
        else if (added.Before.State != added.After.State)
        {
            await ReopenedAsync(added.After);
        }

        return added;
    }

    // The message is accepted by now, so what follows no longer depends on whether the sender still listens.
    async Task ReopenedAsync(ConversationHead head)
    {
        news.Visitor(head.Id, "reopened", new { });
        if (head.State == ConversationState.Queued)
        {
            await news.QueuedAsync(head, null, CancellationToken.None);
        }
        else
        {
            await news.TakenUpAgainAsync(head, CancellationToken.None);
        }
    }
}

/// <summary>A customer's message, already checked.</summary>
public sealed record InboundMessage(Id Conversation, string ClientId, string Text, IReadOnlyList<FileReference> Files, DateTimeOffset At)
{
    /// <summary>What it carries; on disk already.</summary>
    public MessageCard? Card { get; init; }

    /// <summary>The letter that it is; on disk already.</summary>
    public Letter? Letter { get; init; }

    /// <summary>By which channel it came, where that is not the conversation's own.</summary>
    public string? Channel { get; init; }
}
