using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>What a conversation on one channel takes of an agent, and how it is offered.</summary>
public sealed record ChannelRules(string Channel)
{
    /// <summary>Units of an agent's capacity that one conversation takes.</summary>
    public int Weight { get; init; } = 33;

    /// <summary>How many an agent may have at once; 0: none.</summary>
    public int Maximum { get; init; } = 3;

    /// <summary>Can be put aside, so it never stands in the way of live work.</summary>
    public bool Interruptible { get; init; }

    /// <summary>How long it waits for the customer before it gives its units back; zero: it never does.</summary>
    public Duration IdleTime { get; init; } = Duration.Zero;

    /// <summary>Within which open time it is to be answered.</summary>
    public Duration Target { get; init; } = Duration.FromSeconds(20);

    /// <summary>How long an offer rings before it is missed.</summary>
    public Duration OfferTimeout { get; init; } = Duration.FromSeconds(20);

    /// <summary>Is assigned without ringing.</summary>
    public bool AutoAccept { get; init; }

    public static IReadOnlyList<ChannelRules> Defaults { get; } =
    [
        new("call") { Weight = 100, Maximum = 1 },
        new("phone") { Weight = 100, Maximum = 1 },
        new("callback") { Weight = 100, Maximum = 1 },
        new("chat") { IdleTime = Duration.FromMinutes(5) },
        new("messaging") { Weight = 25, Maximum = 4, IdleTime = Duration.FromMinutes(10), Target = Duration.FromMinutes(2) },
        new("sms") { Weight = 15, Maximum = 6, IdleTime = Duration.FromMinutes(10), Target = Duration.FromMinutes(5) },
        new("email") { Weight = 20, Maximum = 5, Interruptible = true, Target = Duration.FromHours(4) },
    ];
}
