using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Decisions.Tests.Waits;

public sealed class HandleRatesTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    static readonly WaitLine Chat = new(1, "chat");

    [Fact]
    public void With_nothing_measured_each_further_conversation_slows_the_others_by_three_tenths()
    {
        var rates = HandleRates.Of([], 480, 3);
        Assert.Equal([480, 624, 768], rates.Select(rate => Math.Round(1 / rate, 6)));
    }

    [Fact]
    public void Measured_levels_speak_for_themselves_and_for_the_next()
    {
        // Together 95 + 5 in 28,500 + 5 x 480 s: one in 309 s; then (95 + 5) / (28,500 + 5 x 309) alone, and 1.3 times as long in pairs.
        var rates = HandleRates.Of([new LevelCount(95, 28_500)], 480, 2);
        Assert.Equal(300.45, 1 / rates[0], 0.001);
        Assert.Equal(390.585, 1 / rates[1], 0.001);
    }

    [Fact]
    public void Conversations_that_go_on_raise_the_time_they_take()
    {
        var clock = new HandleClock();
        clock.Take(1, agent: 7, Chat, Now);
        clock.Release(1, finished: true, Now + Duration.FromSeconds(300));
        clock.Take(2, agent: 7, Chat, Now + Duration.FromSeconds(300));
        var soon = HandleRates.Of(clock.Measured(Chat, Now + Duration.FromSeconds(310)), 480, 1)[0];
        var late = HandleRates.Of(clock.Measured(Chat, Now + Duration.FromSeconds(3000)), 480, 1)[0];
        Assert.True(late < soon);
    }

    [Fact]
    public void Seconds_count_at_the_level_at_which_they_were_spent()
    {
        var clock = new HandleClock();
        clock.Take(1, agent: 7, Chat, Now);
        clock.Take(2, agent: 7, new WaitLine(2, "chat"), Now + Duration.FromSeconds(100));
        clock.Take(3, agent: 7, new WaitLine(1, "call"), Now + Duration.FromSeconds(150));
        clock.Release(1, finished: true, Now + Duration.FromSeconds(160));
        var measured = clock.Measured(Chat, Now + Duration.FromSeconds(500));
        Assert.Equal(2, measured.Count);
        Assert.Equal((0, 100), (Math.Round(measured[0].Completions), Math.Round(measured[0].Seconds)));
        Assert.Equal((1, 60), (Math.Round(measured[1].Completions), Math.Round(measured[1].Seconds)));
    }

    [Fact]
    public void What_was_measured_a_fortnight_ago_counts_half()
    {
        var clock = new HandleClock();
        clock.Take(1, agent: 7, Chat, Now);
        clock.Release(1, finished: true, Now + Duration.FromSeconds(400));
        var later = clock.Measured(Chat, Now + Duration.FromSeconds(400) + Duration.FromDays(14))[0];
        Assert.Equal(0.5, later.Completions, 1e-9);
        Assert.Equal(200, later.Seconds, 1e-6);
    }

    [Fact]
    public void Handed_on_is_time_spent_and_nothing_finished()
    {
        var clock = new HandleClock();
        clock.Take(1, agent: 7, Chat, Now);
        clock.Take(1, agent: 8, Chat, Now + Duration.FromSeconds(60));
        var measured = clock.Measured(Chat, Now + Duration.FromSeconds(60))[0];
        Assert.Equal((0, 60), (measured.Completions, Math.Round(measured.Seconds)));
    }

    [Fact]
    public void Patience_is_those_who_left_over_all_the_seconds_anybody_waited()
    {
        var clock = new PatienceClock();
        Assert.Equal(1 / 300.0, clock.PerSecond(Chat, Now), 1e-12);
        clock.Start(1, Chat, Now);
        clock.Start(2, Chat, Now);
        clock.Start(3, Chat, Now);
        clock.End(1, left: true, Now + Duration.FromSeconds(100));
        clock.End(2, left: false, Now + Duration.FromSeconds(200));
        // One left; 100 + 200 s over and 300 s still going on, beside the five in 1,500 s that we began with.
        Assert.Equal(6 / 2100.0, clock.PerSecond(Chat, Now + Duration.FromSeconds(300)), 1e-6);
    }

    [Fact]
    public void Slow_answers_are_judged_by_those_under_the_same_load()
    {
        var times = new AnswerTimes();
        Assert.Null(times.Quantile80(0));
        for (var i = 1; i <= 20; i++)
        {
            times.Add(i * 60, ahead: 0);
            times.Add(i * 600, ahead: 20);
        }

        Assert.Equal(16 * 60, times.Quantile80(0));
        Assert.Equal(16 * 600, times.Quantile80(30));
    }
}
