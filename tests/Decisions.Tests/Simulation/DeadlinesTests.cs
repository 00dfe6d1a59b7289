using FsCheck.Fluent;
using Kanal.Decisions.Simulation;

namespace Kanal.Decisions.Tests.Simulation;

public sealed class DeadlinesTests
{
    [Fact]
    public void The_first_of_all_deadlines_comes_first_whatever_is_set_moved_and_taken_out() =>
        Property.Holds(Gen.ListOf(Gen.Choose(0, 40).Zip(Gen.Choose(0, 30)), 300), steps =>
        {
            var deadlines = new Deadlines();
            var known = new Dictionary<int, (int At, int Order)>();
            foreach (var (order, (slot, at)) in steps.Index())
            {
                if (at == 0)
                {
                    known.Remove(slot);
                    deadlines.Remove(slot);
                }
                else
                {
                    known[slot] = (at, known.TryGetValue(slot, out var before) ? before.Order : order);
                    deadlines.Set(slot, at);
                }

                var first = known.OrderBy(it => it.Value).FirstOrDefault();
                Assert.Equal(known.Count, deadlines.Count);
                Assert.Equal(known.Count == 0 ? long.MaxValue : first.Value.At, deadlines.Next);
                Assert.True(known.Count == 0 || deadlines.First == first.Key);
            }
        });
}
