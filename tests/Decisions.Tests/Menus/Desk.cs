using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Tests.Strategy;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Tests.Menus;

/// <summary>A site with five channels, all of which can be had, and short ways to ask it.</summary>
static class Desk
{
    public static Instant Now { get; } = Instant.FromUtc(2026, 6, 1, 10, 0);

    public static ChannelState Chat { get; } = new("chat", ChannelPace.Live);

    public static ChannelState Phone { get; } = new("phone", ChannelPace.Live);

    public static ChannelState Callback { get; } = new("callback", ChannelPace.Later) { TakesWhenClosed = true, DueBy = Now + Duration.FromHours(1) };

    public static ChannelState Email { get; } = new("email", ChannelPace.Later) { TakesWhenClosed = true, DueBy = Now + Duration.FromHours(4) };

    public static ChannelState Help { get; } = new("help", ChannelPace.SelfService) { TakesWhenClosed = true };

    /// <summary>All five, with some of them as given instead.</summary>
    public static LiveState Live(params ChannelState[] instead) =>
        new([.. new[] { Chat, Phone, Callback, Email, Help }.Select(its => instead.FirstOrDefault(other => other.Channel == its.Channel) ?? its)]);

    public static ChannelState Waiting(this ChannelState its, int seconds) =>
        its with { Wait = WaitKind.Expected, WaitSeconds = seconds, PredictedWaitSeconds = seconds, MeanWaitSeconds = seconds };

    public static FactValues Visitor() => Strategies.Facts();

    public static MenuDecision Ask(ChannelStrategy strategy, LiveState live, FactValues? facts = null, MenuMemory? before = null, string view = "1", double chance = 0.5, Instant? now = null, string visitor = "v1") =>
        strategy.Decide(new MenuQuestion(visitor, view, facts ?? Visitor()) { Before = before }, live, chance, now ?? Now);

    public static string[] Channels(this MenuDecision menu) => [.. menu.Entries.Select(entry => entry.Channel)];

    public static string Recommended(this MenuDecision menu) => menu.Entries.Single(entry => entry.Recommended).Channel;

    public static Withheld Out(this MenuDecision menu, string channel) => menu.Withheld.Single(withheld => withheld.Channel == channel);

    /// <summary>One rule, for everybody.</summary>
    public static ChannelStrategy Offering(string rule, string more = "") => Strategies.Read(
        StrategyJson.Read($$"""{"name":"Test","rules":[{"id":"it","name":"It",{{rule}}}]{{more}}}""", out var problem) ?? throw new ArgumentException($"{problem}"));
}
