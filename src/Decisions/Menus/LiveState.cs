using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>How a site's channels stand at one moment.</summary>
/// <param name="Channels">All that the site has, in the order of its plain menu.</param>
public sealed record LiveState(IReadOnlyList<ChannelState> Channels)
{
    internal static LiveState Nothing { get; } = new([]);

    internal ChannelState? Of(string channel)
    {
        for (var i = 0; i < Channels.Count; i++)
        {
            if (Channels[i].Channel == channel)
            {
                return Channels[i];
            }
        }

        return null;
    }
}

/// <summary>How one channel stands.</summary>
public sealed record ChannelState(string Channel, ChannelPace Pace)
{
    public bool Open { get; init; } = true;

    /// <summary>Can be used while closed all the same: a letter, a callback at a time.</summary>
    public bool TakesWhenClosed { get; init; }

    /// <summary>Somebody is there who takes it.</summary>
    public bool Staffed { get; init; } = true;

    /// <summary>The site wishes it to be offered now, by its own setting.</summary>
    public bool Wished { get; init; } = true;

    /// <summary>What it needs works.</summary>
    public bool Healthy { get; init; } = true;

    /// <summary>Devices it is possible on, as of the fact <c>device</c>; null for all.</summary>
    public IReadOnlyList<string>? Devices { get; init; }

    /// <summary>For people who already know us, unless a rule welcomes strangers: messaging apps.</summary>
    public bool KnownCustomersOnly { get; init; }

    /// <summary>Of a live channel: what can be said of the wait.</summary>
    public WaitKind Wait { get; init; } = WaitKind.Now;

    /// <summary>What four of five wait at most, as predicted: what a rule's limit is held against; what is said where it is not known.</summary>
    public double? PredictedWaitSeconds { get; init; }

    /// <summary>The expected wait, which is what waiting costs by.</summary>
    public double MeanWaitSeconds { get; init; }

    /// <summary>The wait that is said: the longest of a range; null where there is none to say.</summary>
    public int? WaitSeconds { get; init; }

    /// <summary>The lower end, where a range is said.</summary>
    public int? WaitLowSeconds { get; init; }

    /// <summary>What one more conversation costs now: <see cref="Prices.SlotPrices.At"/> of its team.</summary>
    public double Price { get; init; }

    /// <summary>When a letter would be answered, or the first callback made.</summary>
    public Instant? DueBy { get; init; }

    /// <summary>When it closes.</summary>
    public Instant? Until { get; init; }

    /// <summary>When it opens next, where it is closed.</summary>
    public Instant? OpensAt { get; init; }
}
