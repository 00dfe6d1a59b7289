using Kanal.Decisions.Hours;
using Kanal.Decisions.Simulation;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Decisions.Tests.Simulation;

/// <summary>What holds in every house, and what happens when it closes, empties or sets its clocks.</summary>
public sealed class HouseTests
{
    static readonly DateTimeZone _copenhagen = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    [Fact]
    public void What_waits_in_all_is_what_everybody_waited()
    {
        // The last hours bring nobody, so that everybody has left.
        var scenario = Trials.Team(Trials.Phone(240, 100), 6, 120, Duration.FromHours(10), Duration.Zero);
        scenario = scenario with { Visitors = [scenario.Visitors[0] with { Arrivals = new PoissonArrivals([new(scenario.Start, 120), new(scenario.Start + Duration.FromHours(7), 0)]) }] };
        var counts = Simulator.Run(scenario, 7, 0).Channel(0);
        Assert.True(counts.Abandoned > 50);
        Assert.Equal(counts.AnswerWait + counts.AbandonedWait, counts.QueueSeconds, 0.01);
        Assert.Equal(counts.Handling, counts.HeldSeconds, 0.01);
        Assert.Equal(0, counts.Waiting);
        Assert.Equal(counts.Offered, counts.Answered + counts.Abandoned);
    }

    [Fact]
    public void Whoever_comes_is_answered_gives_up_or_waits_still()
    {
        for (var run = 0; run < 20; run++)
        {
            var counts = Simulator.Run(Trials.Team(Trials.Phone(300, 200), 5, 100, Duration.FromHours(2), Duration.Zero), 11, run).Channel(0);
            Assert.Equal(counts.Offered, counts.Answered + counts.Abandoned + counts.Waiting);
        }
    }

    [Fact]
    public void Who_looks_for_an_answer_is_counted_where_it_was_looked_for()
    {
        var phone = Trials.Phone(60, 600);
        var scenario = Trials.Team(phone, 20, 0, Duration.FromHours(8), Duration.Zero) with
        {
            Channels = [phone, new("help", ChannelPace.SelfService) { Handle = Draw.Exponential(90), Solves = 0.5 }],
            Visitors = [new VisitorKind("readers") { Arrivals = PoissonArrivals.Steady(200), Prefers = new Dictionary<string, double> { ["phone"] = 0.01 } }],
        };
        var run = Simulator.Run(scenario, 4, 0);
        var (calls, read) = (run.Channel(0), run.Channel(1));
        Assert.InRange(read.Answered / read.Offered, 0.45, 0.55);
        Assert.Equal(run.House().Deflected, read.Answered);
        Assert.Equal(run.House().Contacts, calls.Offered);
    }

    [Fact]
    public void Without_agents_everybody_gives_up_or_waits()
    {
        var counts = Simulator.Run(Trials.Team(Trials.Phone(60, 120), 0, 500, Duration.FromHours(2), Duration.Zero), 1, 0).Channel(0);
        Assert.True(counts.Abandoned > 900);
        Assert.Equal(0, counts.Answered);
        Assert.Equal(counts.Offered, counts.Abandoned + counts.Waiting);
    }

    [Fact]
    public void When_all_leave_at_noon_they_finish_what_they_have_and_nobody_is_answered_after()
    {
        var phone = Trials.Phone(300, 600);
        var noon = Trials.Monday + Duration.FromHours(12);
        var scenario = Trials.Team(phone, 10, 100, Duration.FromHours(15), Duration.Zero) with { Agents = Trials.People(10, phone, [new Interval(Trials.Monday, noon)]) };
        var run = Simulator.Run(scenario, 2, 0);
        Assert.True(Enumerable.Range(0, 20).All(half => run.Channel(0, half).Answered > 0));
        Assert.True(Enumerable.Range(24, 6).All(half => run.Channel(0, half) is { Answered: 0, Offered: > 20 }));
        Assert.True(run.Channel(0, 24).HeldSeconds > 0);
        var counts = run.Channel(0);
        Assert.Equal(counts.Handled, counts.Answered);
        Assert.Equal(counts.Offered, counts.Answered + counts.Abandoned + counts.Waiting);
    }

    [Fact]
    public void A_house_that_is_open_over_midnight_is_open_over_midnight()
    {
        var calendar = Open(new LocalTime(22, 0), new LocalTime(2, 0));
        var scenario = Trials.Team(Trials.Phone(60, 120), 20, 200, Duration.FromHours(48), Duration.Zero) with { Calendar = calendar };
        var run = Simulator.Run(scenario, 3, 0);
        for (var half = 0; half < 96; half++)
        {
            var open = calendar.IsOpen(scenario.Start + half * scenario.Interval);
            Assert.Equal(open, run.Channel(0, half).Offered > 0);
            Assert.Equal(open, run.Channel(0, half).Closed == 0);
        }

        Assert.Equal(16, Enumerable.Range(0, 96).Count(half => run.Channel(0, half).Offered > 0));
    }

    [Theory]
    [InlineData("2026-03-29", 4)]
    [InlineData("2026-10-25", 8)]
    public void The_night_when_clocks_are_set_is_as_long_as_it_is(string date, int halfHours)
    {
        // From one to four by the clock: two hours in March, four in October.
        var start = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value.AtStartOfDayInZone(_copenhagen).ToInstant();
        var phone = Trials.Phone(60, 120);
        var scenario = Trials.Team(phone, 20, 400, Duration.FromHours(10), Duration.Zero) with { Start = start, Calendar = Open(new LocalTime(1, 0), new LocalTime(4, 0)), Agents = Trials.People(20, phone, [new Interval(start, start + Duration.FromHours(10))]) };
        var run = Simulator.Run(scenario, 4, 0);
        Assert.Equal(halfHours, Enumerable.Range(0, scenario.Intervals).Count(half => run.Channel(0, half).Offered > 0));
    }

    [Fact]
    public void Letters_wait_for_a_quiet_moment_and_are_handed_on_at_the_end_of_a_shift()
    {
        var email = new SimulatedChannel("email", ChannelPace.Later) { Handle = Draw.Constant(600), AtOnce = 5, Weight = 20, Interruptible = true, TakesWhenClosed = true, TargetSeconds = 7_200 };
        var first = Trials.People(1, email, [new Interval(Trials.Monday, Trials.Monday + Duration.FromMinutes(25))])[0];
        var second = first with { Profile = first.Profile with { Agent = 2 }, Present = [new Interval(Trials.Monday + Duration.FromHours(1), Trials.Monday + Duration.FromHours(3))] };
        var scenario = new Scenario
        {
            Start = Trials.Monday,
            Length = Duration.FromHours(3),
            Channels = [email],
            Agents = [first, second],
            Visitors = [new("writers") { Channel = "email", Arrivals = new RecordedArrivals([.. Enumerable.Repeat(new RecordedVisitor(Trials.Monday), 4)]) }],
        };
        var counts = Simulator.Run(scenario, 1, 0).Channel(0);
        // Two by the first, who leaves with a third half done; the second does the other half, and the fourth.
        Assert.Equal(4, counts.Answered);
        Assert.Equal(600 + 1_200 + (3_600 + 300) + (3_600 + 900), counts.AnswerWait, 1);
    }

    [Fact]
    public void The_same_seed_has_the_same_result_to_the_last_digit()
    {
        var scenario = Trials.Team(Trials.Phone(60, 120), 50, 2_880, Duration.FromHours(1), Duration.Zero);
        var (one, again, other) = (Simulator.Run(scenario, 1, 4), Simulator.Run(scenario, 1, 4), Simulator.Run(scenario, 1, 5));
        Assert.Equal(one.Channel(0), again.Channel(0));
        Assert.NotEqual(one.Channel(0), other.Channel(0));
        // Written down once: another machine must come to the same.
        Assert.Equal((Offered, Abandoned), (one.Channel(0).Offered, one.Channel(0).Abandoned));
    }

    const double Offered = 2_901;
    const double Abandoned = 63;

    static OpeningCalendar Open(LocalTime from, LocalTime until) => new(_copenhagen, Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, day => (IReadOnlyList<OpeningInterval>)[new OpeningInterval(from, until)]));
}
