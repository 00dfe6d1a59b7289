using FsCheck.Fluent;
using Kanal.Decisions.Simulation;

namespace Kanal.Decisions.Tests.Simulation;

public sealed class AgendaTests
{
    [Fact]
    public void What_was_put_in_first_of_the_soonest_comes_first_among_few_and_among_thousands() =>
        // Mostly put in at the beginning and mostly taken out at the end; at few enough times for many equals.
        Property.Holds(Gen.ListOf(Gen.Choose(0, 9).Zip(Gen.Choose(0, 5_000)), 6_000), steps =>
        {
            var agenda = new Agenda();
            var known = new SortedSet<(long At, int Which)>();
            var places = new List<(int Place, long At, int Which)>();
            foreach (var (step, (what, number)) in steps.Index())
            {
                if (known.Count == 0 || what < (step < 4_000 ? 7 : 2))
                {
                    places.Add((agenda.Add(number, step), number, step));
                    known.Add((number, step));
                }
                else if (what == 9)
                {
                    Assert.Equal(known.Min.Which, agenda.First);
                    Assert.Equal(known.Min.Which, agenda.Take());
                    places.RemoveAll(it => it.Which == known.Min.Which);
                    known.Remove(known.Min);
                }
                else
                {
                    var (place, at, which) = places[number % places.Count];
                    known.Remove((at, which));
                    places.RemoveAt(number % places.Count);
                    if (what == 8)
                    {
                        agenda.Remove(place);
                    }
                    else
                    {
                        agenda.Move(place, number);
                        known.Add((number, which));
                        places.Add((place, number, which));
                    }
                }

                Assert.Equal(known.Count, agenda.Count);
                Assert.Equal(known.Count == 0 ? long.MaxValue : known.Min.At, agenda.Next);
            }

            Assert.All(known, it => Assert.Equal((it.At, it.Which), (agenda.Next, agenda.Take())));
            Assert.Equal(long.MaxValue, agenda.Next);
        }, count: 60);
}
