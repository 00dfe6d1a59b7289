using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>
/// Whom what desks are told concerns, by whose each conversation is: as this node's desks were last told, so that for them nothing falls between two owners.
/// While that is not known, everything concerns everyone. Not for several threads at once.
/// </summary>
sealed class Concerned
{
    readonly Dictionary<Id, Id> _owners = [];

    // What was told since reading began is newer than what is read; null once everything is known.
    HashSet<Id>? _told = [];

    /// <summary>Whose they are must be read anew.</summary>
    public void Forget()
    {
        _owners.Clear();
        _told = [];
    }

    /// <summary>Names this reading; null where everything is known.</summary>
    public object? Reading => _told;

    /// <param name="reading">As it was before it was read; what was forgotten meanwhile is not known by it.</param>
    public void Know(object reading, IEnumerable<ConversationOwner> read)
    {
        if (_told is not { } told || told != reading)
        {
            return;
        }

        foreach (var owner in read.Where(owner => !told.Contains(owner.Id)))
        {
            _owners[owner.Id] = owner.AgentId;
        }

        _told = null;
    }

    /// <summary>Where it is published; one who listens to several of them is told once.</summary>
    public Topic[] By(object body) => body switch
    {
        ConversationSummary summary => By(summary),
        IWithin news when _told is null => [Topic.Desk, _owners.TryGetValue(news.Conversation, out var owner) ? Topic.InHand(owner) : Topic.Waiting, Topic.Within(news.Conversation)],
        _ => [Topic.Desk, Topic.Everyone],
    };

    // Who comes to wait, or waits no more, stands in everybody's list of those who wait. What becomes of one in hand concerns whose it was and is.
    Topic[] By(ConversationSummary summary)
    {
        _told?.Add(summary.Id);
        Id? before = _owners.TryGetValue(summary.Id, out var owner) ? owner : null;
        var closed = summary.State is ConversationState.Closed;
        var now = closed ? null : summary.Agent?.Id;
        if (now is { } its)
        {
            _owners[summary.Id] = its;
        }
        else
        {
            _owners.Remove(summary.Id);
        }

        return _told is null && before is { } was && (closed || now is not null)
            ? [Topic.Desk, Topic.InHand(was), Topic.InHand(now ?? was), Topic.Within(summary.Id)]
            : [Topic.Desk, Topic.Everyone];
    }
}

/// <summary>Who has a conversation in hand.</summary>
public sealed record ConversationOwner
{
    public Id Id { get; init; }
    public Id AgentId { get; init; }
}
