namespace Kanal.Decisions.Routing;

/// <summary>Keeps the most urgent of what it is shown; of equals the one that has waited longer, then the lower id.</summary>
struct MostUrgent(long now, UrgencyRule rule)
{
    double? _urgency;

    public QueuedConversation? Found { get; private set; }

    public void Look(QueuedConversation? conversation)
    {
        if (conversation?.Class is not { } its)
        {
            return;
        }

        if (Found is not { Class: { } best })
        {
            Found = conversation;
            return;
        }

        // Nothing is worked out where there is nothing to compare.
        var (urgency, most) = (its.UrgencyOf(conversation, now, rule), _urgency ?? best.UrgencyOf(Found, now, rule));
        var isBefore = urgency > most || (urgency == most && conversation.CompareTo(Found) < 0);
        _urgency = isBefore ? urgency : most;
        Found = isBefore ? conversation : Found;
    }
}
