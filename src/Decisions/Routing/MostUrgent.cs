namespace Kanal.Decisions.Routing;

/// <summary>Keeps the most urgent of what it is shown; of equals the one that has waited longer, then the lower id.</summary>
struct MostUrgent(long now, UrgencyRule rule)
{
    double _urgency;

    public Conversation? Found { get; private set; }

    public void Look(Conversation? conversation)
    {
        if (conversation?.Class is not { } its)
        {
            return;
        }

        var urgency = its.UrgencyOf(conversation, now, rule);
        if (Found is null || urgency > _urgency || (urgency == _urgency && conversation.CompareTo(Found) < 0))
        {
            (Found, _urgency) = (conversation, urgency);
        }
    }
}
