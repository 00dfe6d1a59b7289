using Kanal.Decisions.Hours;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

/// <summary>Rules in which everything that can be set is set now and then, with times of seconds so that much happens in a short day.</summary>
static class RandomRules
{
    public static readonly string[] Channels = ["call", "chat", "sms", "email"];

    static readonly string[] Skills = ["a", "b", "language"];

    // Site 1 is always open, site 2 shuts for half of every minute.
    static readonly OpeningCalendar Minutes = new(
        DateTimeZone.Utc,
        Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToDictionary(
            day => day,
            day => (IReadOnlyList<OpeningInterval>)[.. Enumerable.Range(0, 120).Select(i => new LocalTime(9, 0).PlusMinutes(i)).Select(start => new OpeningInterval(start, start.PlusSeconds(30)))]));

    public static RoutingRules Of(int number) => new()
    {
        Channels =
        [
            new("call") { Weight = 100, Maximum = 1, Target = Duration.FromSeconds(8) },
            new("chat") { Weight = 33, IdleTime = Duration.FromSeconds(9), Target = Duration.FromSeconds(6), AutoAccept = number % 3 == 0 },
            new("sms") { Weight = 15, Maximum = 6, IdleTime = Duration.FromSeconds(20), Target = Duration.FromSeconds(30), AutoAccept = number % 5 == 0 },
            new("email") { Weight = 20, Maximum = 5, Interruptible = true, IdleTime = Duration.FromSeconds(12), Target = Duration.FromSeconds(40), OfferTimeout = Duration.FromSeconds(7) },
        ],
        Queues =
        [
            new QueueRules(1) { Value = 1 + (number % 4), Steps = Steps(number), RaiseWhenNear = number % 2 * 3, NearAt = 0.5 },
            new QueueRules(2)
            {
                Targets = new Dictionary<string, Duration> { ["email"] = Duration.FromSeconds(15) },
                Overflow = [new Overflow(Duration.FromSeconds(number % 7), 1), new Overflow(Duration.FromSeconds(number % 11), 3)],
            },
        ],
        Calendars = new Dictionary<long, OpeningCalendar> { [2] = Minutes },
        Urgency = number % 4 == 0 ? UrgencyRule.GeneralisedCMu : UrgencyRule.ShareOfTarget,
        AutoAcceptPause = Duration.FromSeconds(number % 4),
        CallbackReserve = number % 3,
    };

    public static SkillSteps Steps(int number) => new(
        (number % 5) switch
        {
            0 => [],
            1 => [new SkillStep([new SkillNeed(Skills[number % 3], 3)], Duration.FromSeconds(5)), new SkillStep([], null)],
            2 => [new SkillStep([new SkillNeed("a", 4)], Duration.FromSeconds(3)), new SkillStep([new SkillNeed("a", 2), new SkillNeed("b", 1)], Duration.FromSeconds(4)), new SkillStep([], null)],
            3 => [new SkillStep([new SkillNeed("b", 2)], null)],
            _ => [new SkillStep([new SkillNeed("a", 1)], Duration.FromSeconds(6)), new SkillStep([new SkillNeed("language", 2)], null)],
        });

    public static AgentProfile Profile(long agent, int x, int y) => new(agent)
    {
        Capacity = x % 6 == 0 ? 60 : 100,
        Queues = x % 3 == 0 ? null : new HashSet<long> { 1 + (x % 3), 1 + (y % 3) },
        Skills = new[] { ("a", x % 6), ("b", y % 4), ("language:da", (x + y) % 4) }.Where(it => it.Item2 > 0).ToDictionary(it => it.Item1, it => it.Item2),
        Channels = (y % 5) switch
        {
            0 => new Dictionary<string, ChannelAllowance> { ["chat"] = new(null, x % 4) },
            1 => new Dictionary<string, ChannelAllowance> { ["sms"] = new(10 + (x % 40)), ["email"] = new(null, 0) },
            _ => new Dictionary<string, ChannelAllowance>(),
        },
    };
}
