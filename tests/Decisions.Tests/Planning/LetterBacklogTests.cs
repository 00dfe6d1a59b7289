using FsCheck.Fluent;
using Kanal.Decisions.Planning;

namespace Kanal.Decisions.Tests.Planning;

public sealed class LetterBacklogTests
{
    const double Handle = 300;
    const double Target = 4 * 3600;

    static readonly FsCheck.Gen<List<LetterSlot>> _days =
        from slots in Gen.NonEmptyListOf(from letters in Gen.Choose(0, 20) from people in Gen.Choose(0, 40) from open in Gen.Elements(0.0, 900.0, 1800.0) select new LetterSlot(open, letters, people / 10.0))
        select slots.ToList();

    [Fact]
    public void Nothing_is_lost_and_nothing_is_answered_before_it_came() => Property.Holds(_days, slots =>
    {
        var (before, come) = (0.0, 0.0);
        foreach (var (slot, fate) in slots.Zip(LetterBacklog.Of(slots, Handle, Target, 0)))
        {
            come += slot.Letters;
            Assert.InRange(fate.Backlog, 0, come + 1e-9);
            Assert.InRange(before + slot.Letters - fate.Backlog, -1e-9, slot.People * slot.OpenSeconds / Handle + 1e-9);
            Assert.InRange(fate.Occupancy, 0, 1 + 1e-9);
            Assert.True(double.IsNaN(fate.ServiceLevel) || fate.ServiceLevel is >= 0 and <= 1);
            Assert.True(double.IsFinite(fate.Needed) && fate.Needed >= 0);
            before = fate.Backlog;
        }
    });

    [Fact]
    public void As_many_people_as_are_needed_answer_all_in_time() => Property.Holds(_days, slots =>
    {
        // With room at the end for the last ones.
        var whole = slots.Select(slot => slot with { OpenSeconds = 1800 }).Concat(Enumerable.Repeat(new LetterSlot(1800, 0, 0), 12)).ToList();
        var needed = LetterBacklog.Of(whole, Handle, Target, 0);
        var fates = LetterBacklog.Of([.. whole.Zip(needed, (slot, fate) => slot with { People = fate.Needed })], Handle, Target, 0);
        Assert.All(whole.Zip(fates).Where(slot => slot.First.Letters > 0), slot => Assert.Equal(1, slot.Second.ServiceLevel, 6));
        Assert.Equal(0, fates[^1].Backlog, 6);
    });

    [Fact]
    public void With_nobody_there_what_comes_is_late_and_stays()
    {
        var fates = LetterBacklog.Of([.. Enumerable.Repeat(new LetterSlot(1800, 2, 0), 20)], Handle, Target, 3);
        Assert.Equal(0, fates[0].ServiceLevel);
        Assert.Equal(43, fates[^1].Backlog, 9);
        // Of the last ones it is not known yet.
        Assert.True(double.IsNaN(fates[^1].ServiceLevel));
    }
}
