using Kanal.Decisions.Hours;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Tests.Routing;

public sealed class StageTests
{
    static readonly SkillSteps Danish = new([
        new SkillStep([new SkillNeed("language", 4)], Duration.FromSeconds(30)),
        new SkillStep([new SkillNeed("language", 3)], Duration.FromSeconds(60)),
        new SkillStep([], null)]);

    static readonly OpeningCalendar Days = new(
        DateTimeZoneProviders.Tzdb["Europe/Copenhagen"],
        Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, day => (IReadOnlyList<OpeningInterval>)[new OpeningInterval(new LocalTime(9, 0), new LocalTime(18, 0))]));

    [Fact]
    public void What_is_needed_relaxes_step_by_step()
    {
        var floor = new Floor(new RoutingRules { Queues = [new QueueRules(1) { Steps = Danish }] });
        floor.Available(Speaker(1, 0));
        floor.Available(Speaker(2, 3));
        floor.Happens(new ConversationQueued(100, 1, "chat", 1, floor.Now) { Language = "da-DK" });
        floor.Pass(29);
        Assert.Null(floor.RingsAt(100));
        floor.Pass(1);
        Assert.Equal(2, floor.RingsAt(100));
        Assert.Contains(new Passed(1, PassedFor.SkillMissing, 0, 3, "language:da"), floor.Said.OfType<MakeOffer>().Single().Why.Explain());
        floor.Declines(100);
        floor.Pass(59);
        Assert.NotEqual(1, floor.RingsAt(100));
        floor.Happens(new AgentPresenceChanged(2, Presence.Offline));
        floor.Pass(1);
        Assert.Equal(1, floor.RingsAt(100));
    }

    [Fact]
    public void Steps_wait_while_the_site_is_closed()
    {
        var floor = At(LocalTime.FromMinutesSinceMidnight((17 * 60) + 59));
        floor.Available(Speaker(1, 3));
        floor.Tick(50);
        floor.Happens(new ConversationQueued(100, 1, "chat", 1, floor.Now) { Language = "da" });
        floor.PassUntil(Instant.FromUtc(2026, 3, 23, 7, 59));
        Assert.Null(floor.RingsAt(100));
        floor.PassUntil(Instant.FromUtc(2026, 3, 23, 8, 0) + Duration.FromSeconds(19));
        Assert.Null(floor.RingsAt(100));
        floor.Pass(1);
        Assert.Equal(1, floor.RingsAt(100));
    }

    [Fact]
    public void A_target_runs_on_when_the_site_opens_again()
    {
        var floor = At(LocalTime.FromMinutesSinceMidnight((17 * 60) + 59));
        floor.Queued(100, channel: "email", queue: 2);
        floor.PassUntil(Instant.FromUtc(2026, 3, 23, 8, 0) + Duration.FromMinutes(119) - Duration.FromSeconds(1));
        Assert.Equal([TargetStanding.Near], floor.Said.OfType<WarnOfTarget>().Select(it => it.Standing));
        floor.Pass(1);
        Assert.Equal([TargetStanding.Near, TargetStanding.Missed], floor.Said.OfType<WarnOfTarget>().Select(it => it.Standing));
    }

    [Fact]
    public void A_target_over_the_night_in_which_the_clock_is_set_keeps_its_open_time()
    {
        // The clock goes forward on Sunday 29 March 2026: Monday opens at 7:00 UTC, not 8:00.
        var floor = At(new LocalTime(17, 0), days: 7);
        floor.Queued(100, channel: "email", queue: 2);
        floor.PassUntil(Instant.FromUtc(2026, 3, 30, 8, 0) - Duration.FromSeconds(1));
        Assert.DoesNotContain(floor.Said.OfType<WarnOfTarget>(), it => it.Standing == TargetStanding.Missed);
        floor.Pass(1);
        Assert.Contains(floor.Said.OfType<WarnOfTarget>(), it => it.Standing == TargetStanding.Missed);
    }

    [Fact]
    public void Another_queues_agents_help_out_after_a_while_and_it_keeps_its_place()
    {
        var floor = new Floor(new RoutingRules { Queues = [new QueueRules(1) { Overflow = [new Overflow(Duration.FromSeconds(10), 2)] }] });
        floor.Available(new AgentProfile(1) { Queues = new HashSet<long> { 2 } });
        floor.Queued(100);
        floor.Pass(9);
        Assert.Null(floor.RingsAt(100));
        floor.Pass(1);
        Assert.Equal((1L, 1), (floor.RingsAt(100), floor.State.WaitingIn(1)));
    }

    [Fact]
    public void Nobody_else_serves_a_queue()
    {
        var floor = new Floor();
        floor.Available(new AgentProfile(1) { Queues = new HashSet<long> { 2 } });
        floor.Available(new AgentProfile(2) { Queues = new HashSet<long> { 1 } });
        floor.Queued(100);
        Assert.Equal([new Passed(1, PassedFor.DoesNotServeQueue)], floor.Said.OfType<MakeOffer>().Single().Why.Explain());
    }

    [Fact]
    public void The_best_is_asked_and_then_the_one_with_fewest_other_skills()
    {
        var floor = new Floor(new RoutingRules { Queues = [new QueueRules(1) { Steps = new([new SkillStep([new SkillNeed("a", 1)], null)]) }] });
        floor.Available(Able(1, ("a", 3)));
        floor.Available(Able(2, ("a", 5), ("b", 1)));
        floor.Available(Able(3, ("a", 5)));
        floor.Queued(100);
        Assert.Equal((3L, ChosenFor.FewestOtherSkills), (floor.RingsAt(100), floor.Said.OfType<MakeOffer>().Single().Why.Chosen));
        Assert.Equal([new Passed(2, PassedFor.MoreOtherSkills, 1, 0), new Passed(1, PassedFor.LowerSkill, 3, 5)], floor.Said.OfType<MakeOffer>().Single().Why.Explain());
    }

    static AgentProfile Speaker(long id, int danish) => Able(id, danish > 0 ? [("language:da", danish)] : []);

    static AgentProfile Able(long id, params (string Skill, int Level)[] skills) => new(id) { Skills = skills.ToDictionary(it => it.Skill, it => it.Level) };

    // Friday 20 March 2026 (UTC+1), or some days later.
    static Floor At(LocalTime local, int days = 0) => new(new RoutingRules
    {
        Queues = [new QueueRules(1) { Steps = Danish }, new QueueRules(2) { Targets = new Dictionary<string, Duration> { ["email"] = Duration.FromHours(2) } }],
        Calendars = new Dictionary<long, OpeningCalendar> { [1] = Days },
    })
    {
        Now = new LocalDate(2026, 3, 20).PlusDays(days).At(local).InZoneStrictly(Days.Zone).ToInstant(),
    };
}
