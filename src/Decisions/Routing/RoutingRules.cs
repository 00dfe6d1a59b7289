using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>What can be set about routing.</summary>
public sealed record RoutingRules
{
    /// <summary>How long an offer rings before it is missed.</summary>
    public Duration OfferTimeout { get; init; } = Duration.FromSeconds(20);

    /// <summary>How long a conversation rests that everyone with room has declined, before they are asked again.</summary>
    public Duration RetryPause { get; init; } = Duration.FromSeconds(10);

    /// <summary>How many offers in a row an agent may miss; the last of them sets the agent to away.</summary>
    public int MissesUntilAway { get; init; } = 2;

    /// <summary>Conversations are assigned without ringing.</summary>
    public bool AutoAccept { get; init; }
}
