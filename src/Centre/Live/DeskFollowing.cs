using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>Of what happens inside conversations, what a desk is told: of everything else it is told anyway.</summary>
/// <param name="Open">Conversations that it shows, whosever they are.</param>
public sealed record DeskFollowing(Id Agent, Followed What, IReadOnlyCollection<Id> Open)
{
    internal IReadOnlyList<Topic> Topics => What is Followed.All
        ? [Topic.Agent(Agent), Topic.Desk]
        : [Topic.Agent(Agent), Topic.Everyone, Topic.InHand(Agent), .. What is Followed.Queue ? [Topic.Waiting] : Array.Empty<Topic>(), .. Open.Select(Topic.Within)];
}

public enum Followed
{
    /// <summary>Of every conversation.</summary>
    All,

    /// <summary>Of those in the agent's hands.</summary>
    Mine,

    /// <summary>Of those, and of those that are nobody's yet.</summary>
    Queue,
}
