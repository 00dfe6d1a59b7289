namespace Kanal.Centre.Routing;

/// <summary>How conversations of one channel are shared out.</summary>
/// <param name="Weight">Of an agent's 100 units, how many one takes, 1 to 100.</param>
/// <param name="Maximum">How many an agent may hold at once, 1 to 100.</param>
/// <param name="Interruptible">It waits in the agent's hands while live work comes, as an email does.</param>
/// <param name="IdleMinutes">After how long without a word from the customer it gives its units back; 0 means never.</param>
/// <param name="TargetSeconds">Within how much open time a customer is answered, where the queue says nothing else.</param>
/// <param name="OfferSeconds">How long an offer rings, 5 to 300.</param>
/// <param name="AutoAccept">It is the agent's without ringing.</param>
public sealed record ChannelChoice(
    string Channel, int Weight, int Maximum, bool Interruptible, int IdleMinutes, int TargetSeconds, int OfferSeconds = 20, bool AutoAccept = false);

/// <summary>A channel as it is set; what is left out is as usual.</summary>
public sealed record ChannelRequest(
    string Channel, int? Weight = null, int? Maximum = null, bool? Interruptible = null, int? IdleMinutes = null, int? TargetSeconds = null, int? OfferSeconds = null, bool? AutoAccept = null);

/// <summary>The channels there can be, and what is usual for each.</summary>
public static class ChannelChoices
{
    const int LongestTarget = 30 * 24 * 3600;

    public static IReadOnlyList<ChannelChoice> Usual { get; } =
    [
        new("chat", 33, 3, false, 5, 20),
        new("email", 20, 5, true, 5, 4 * 3600),
        new("callback", 100, 1, false, 0, 20),
        new("phone", 100, 1, false, 0, 20),
        new("messaging", 25, 4, false, 10, 300),
        new("sms", 15, 6, false, 10, 600),
    ];

    public static bool IsKnown(string? channel) => Usual.Any(usual => usual.Channel == channel);

    /// <summary>Every channel: as given, else as usual with the offer of all.</summary>
    internal static List<ChannelChoice> Read(Faults faults, RoutingRequest request)
    {
        var given = request.Channels ?? [];
        foreach (var (place, channel) in given.Index())
        {
            faults.AddIf(!IsKnown(channel?.Channel), $"channels[{place}].channel", $"There is no channel \"{channel?.Channel}\".");
        }

        faults.AddIf(given.GroupBy(channel => channel?.Channel).Any(same => same.Count() > 1), "channels", "A channel is named twice.");
        return [.. Usual.Select(usual => Read(faults, usual with { OfferSeconds = request.OfferSeconds, AutoAccept = request.AutoAccept }, given))];
    }

    static ChannelChoice Read(Faults faults, ChannelChoice usual, IReadOnlyList<ChannelRequest> given)
    {
        var (place, wanted) = given.Index().FirstOrDefault(channel => channel.Item?.Channel == usual.Channel);
        if (wanted is null)
        {
            return usual;
        }

        var choice = new ChannelChoice(usual.Channel, wanted.Weight ?? usual.Weight, wanted.Maximum ?? usual.Maximum, wanted.Interruptible ?? usual.Interruptible,
            wanted.IdleMinutes ?? usual.IdleMinutes, wanted.TargetSeconds ?? usual.TargetSeconds, wanted.OfferSeconds ?? usual.OfferSeconds, wanted.AutoAccept ?? usual.AutoAccept);
        var at = $"channels[{place}]";
        faults.AddIf(choice.Weight is < 1 or > 100, $"{at}.weight", "A weight is 1 to 100 of an agent's 100 units.");
        faults.AddIf(choice.Maximum is < 1 or > 100, $"{at}.maximum", "This is 1 to 100.");
        faults.AddIf(choice.IdleMinutes is < 0 or > 1440, $"{at}.idleMinutes", "This is 0 (never) to 1440 minutes.");
        faults.AddIf(choice.TargetSeconds is < 1 or > LongestTarget, $"{at}.targetSeconds", "A target is a time of a second to thirty days.");
        faults.AddIf(choice.OfferSeconds is < 5 or > 300, $"{at}.offerSeconds", "An offer rings for 5 to 300 seconds.");
        return choice;
    }
}
