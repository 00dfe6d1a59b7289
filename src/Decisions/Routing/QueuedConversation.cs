using NodaTime;

namespace Kanal.Decisions.Routing;

sealed class QueuedConversation(long id, long queue, Instant waitingSince, long? preferredAgent)
{
    public long Id => id;

    public long Queue => queue;

    public Instant WaitingSince => waitingSince;

    public long? PreferredAgent => preferredAgent;

    public (Instant Since, long Id) Place => (waitingSince, id);

    public HashSet<long> Declined { get; } = [];

    public HashSet<long> Missed { get; } = [];

    /// <summary>The pause that runs, if one does.</summary>
    public long? Pause { get; set; }

    public OfferSnapshot? Ringing { get; set; }

    /// <summary>Kept by <see cref="Line"/>.</summary>
    public Standing Standing { get; set; }
}
