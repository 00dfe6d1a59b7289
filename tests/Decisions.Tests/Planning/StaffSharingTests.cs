using FsCheck.Fluent;
using Kanal.Decisions.Planning;

namespace Kanal.Decisions.Tests.Planning;

public sealed class StaffSharingTests
{
    static readonly FsCheck.Gen<(List<SharedPerson> People, List<double> Needs)> _teams =
        from lines in Gen.Choose(1, 4)
        from needs in Gen.ListOf(Gen.Choose(0, 60), lines)
        from people in Gen.NonEmptyListOf(from mask in Gen.Choose(1, (1 << lines) - 1) from present in Gen.Choose(0, 10) select (mask, present))
        select (people.Select(one => new SharedPerson(one.present / 10.0, Enumerable.Range(0, lines).Where(line => (one.mask >> line & 1) == 1).ToList())).ToList(), needs.Select(need => need / 10.0).ToList());

    [Fact]
    public void Everybody_is_counted_once() => Property.Holds(_teams, team =>
        Assert.Equal(team.People.Sum(person => person.Present), StaffSharing.Of(team.People, team.Needs).Sum(), 9));

    [Fact]
    public void No_line_has_more_than_those_who_serve_it_nor_less_than_its_own() => Property.Holds(_teams, team =>
    {
        var shares = StaffSharing.Of(team.People, team.Needs);
        for (var line = 0; line < shares.Length; line++)
        {
            Assert.InRange(shares[line], team.People.Where(person => person.Lines.SequenceEqual([line])).Sum(person => person.Present) - 1e-9, team.People.Where(person => person.Lines.Contains(line)).Sum(person => person.Present) + 1e-9);
        }
    });

    [Fact]
    public void Those_who_serve_both_go_where_the_need_is_not_covered()
    {
        // Two serve the first line alone, two serve both: as much as is needed here as there.
        var shares = StaffSharing.Of([new(1, [0]), new(1, [0]), new(1, [0, 1]), new(1, [0, 1])], [2, 2]);
        Assert.Equal(2, shares[0], 1);
        Assert.Equal(2, shares[1], 1);
    }
}
