using Kanal.Centre.Live;

namespace Kanal.Centre.Conversations;

/// <summary>
/// Tells the visitor and the desks of a message, on every node, and in the order of the conversation: of two that were written by two nodes the later one
/// may be heard first, and waits. What does not come is read.
/// </summary>
public sealed class MessageNews
{
    readonly Feed _feed;
    readonly DeskFeed _desk;
    readonly NodeBell _bell;
    readonly MessageOrder _order;

    public MessageNews(Feed feed, DeskFeed desk, NodeBell bell, MissingMessages missing, TimeProvider time)
    {
        (_feed, _desk, _bell) = (feed, desk, bell);
        _order = new MessageOrder(Tell, missing, time);
        bell.Hear<ToldMessage>("message", _order.Take);
        bell.WhenMissed(_order.Miss);
    }

    internal void Announce(ToldMessage message)
    {
        if (_bell.IsAlone)
        {
            // What is told now the order does not hear of; it would take it for missing when another node comes, and tell it again.
            _order.Forget();
            Tell(message);
            return;
        }

        _order.Take(message);
        _bell.Ring("message", message);
    }

    void Tell(ToldMessage told)
    {
        _feed.Publish(Topic.Visitor(told.Entry.Conversation), new Change("message", told.Message, told.Message.Sequence));
        _desk.TellHere("message", told.Entry);
    }
}

/// <param name="Message">As the visitor sees it.</param>
/// <param name="Entry">As desks see it.</param>
public sealed record ToldMessage(Message Message, EntryAdded Entry)
{
    /// <summary>It was written so soon after the one before that the word of that one, from another node, may come later.</summary>
    public bool Soon { get; init; }
}
