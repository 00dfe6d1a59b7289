using FsCheck.Fluent;
using Kanal.Decisions.Measures;
using Kanal.Decisions.Waits;

namespace Kanal.Decisions.Tests.Measures;

public sealed class InHandTimeTests
{
    static readonly WaitLine _chats = new(1, "chat");

    static readonly FsCheck.Gen<List<HandStretch>> _hands =
        from stretches in Gen.NonEmptyListOf(from agent in Gen.Choose(1, 3) from start in Gen.Choose(0, 5_000) from length in Gen.Choose(0, 3_000) select (agent, start, length))
        select stretches.Index().Select(one => new HandStretch(one.Index, one.Item.agent, _chats, one.Item.start * 1000L, (one.Item.start + one.Item.length) * 1000L, true)).ToList();

    [Fact]
    public void What_is_shared_out_is_the_time_in_which_somebody_had_something_in_hand() => Property.Holds(_hands, stretches =>
    {
        var time = InHandTime.Of(stretches);
        var busy = stretches.GroupBy(stretch => stretch.Agent).Sum(agent => Enumerable.Range(0, 8_000).Count(second => agent.Any(one => one.From <= second * 1000L && second * 1000L < one.To)));
        Assert.Equal(busy, stretches.Sum(stretch => time.SecondsOf(stretch.Conversation)), 6);
    }, count: 50);

    [Fact]
    public void Levels_hold_every_second_and_every_ending() => Property.Holds(_hands, stretches =>
    {
        var levels = InHandTime.Of(stretches).Levels[_chats];
        Assert.Equal(stretches.Sum(stretch => (stretch.To - stretch.From) / 1000.0), levels.Sum(level => level.Seconds), 6);
        Assert.Equal(stretches.Count, levels.Sum(level => level.Completions));
    }, count: 50);

    [Fact]
    public void Two_at_once_take_half_as_much_each()
    {
        var time = InHandTime.Of([new(1, 7, _chats, 0, 100_000, true), new(2, 7, _chats, 0, 100_000, true)]);
        Assert.Equal(50, time.SecondsOf(1));
        Assert.Equal(200, time.Levels[_chats][1].Seconds);
        Assert.Equal(2, time.Levels[_chats].Sum(level => level.Completions));
    }
}
