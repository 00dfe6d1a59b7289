using Kanal.Decisions.Hours;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Simulation;
using NodaTime;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Reads who serves: groups of agents who are alike.</summary>
sealed class AgentsReader(IReadOnlyList<SimulatedChannel> channels, Span span)
{
    const int Most = 5_000;

    public IReadOnlyList<SimulatedAgent> Read(Part part)
    {
        List<SimulatedAgent> all = [];
        foreach (var group in Value.List(part))
        {
            Read(group, all);
        }

        return all;
    }

    void Read(Part part, List<SimulatedAgent> all)
    {
        var section = new Section(part);
        _ = section["name"];
        var count = section.Whole("count", 0, Most, 1);
        if (all.Count + count > Most)
        {
            throw part.Fault($"These are more than {Most:N0} agents.");
        }

        var allowances = Allowances(section["channels"]);
        var skills = Skills(section["skills"]);
        var present = Present(section["shifts"], section["breaks"]);
        section.NothingElse();
        for (var i = 0; i < count; i++)
        {
            all.Add(new SimulatedAgent(new AgentProfile(all.Count + 1) { Channels = allowances, Skills = skills }, present));
        }
    }

    // A list of channels, as many at once as the channel says; or a map of how many.
    Dictionary<string, ChannelAllowance> Allowances(Part part)
    {
        var allowances = channels.ToDictionary(channel => channel.Channel, channel => new ChannelAllowance(channel.Weight, part.IsThere ? 0 : channel.AtOnce));
        var given = part.Kind == PartKind.Map ? part.Members : [.. Value.List(part).Select(item => (Value.Text(item), item))];
        foreach (var (name, place) in given)
        {
            var channel = channels.FirstOrDefault(its => its.Channel == name) ?? throw place.Fault($"There is no channel \"{name}\" in this scenario.");
            var most = part.Kind == PartKind.Map ? Value.Whole(place, 0, 100) : channel.AtOnce;
            allowances[name] = new ChannelAllowance(most == channel.AtOnce || channel.Interruptible ? Math.Min(channel.Weight, 100 / Math.Max(1, most)) : Math.Max(1, 100 / Math.Max(1, most)), most);
        }

        return allowances;
    }

    static Dictionary<string, int> Skills(Part part)
    {
        var section = new Section(part);
        return section.Members.ToDictionary(member => member.Key, member => Value.Whole(member.Value, 1, 5));
    }

    Interval[] Present(Part shifts, Part breaks)
    {
        if (!shifts.IsThere && !breaks.IsThere)
        {
            return [new Interval(span.Start, span.End)];
        }

        // Whoever is not told when to come is there all day.
        Interval[] there = shifts.IsThere
            ? [.. Calendar(shifts).OpenStretches(span.Start, span.End)]
            : [new Interval(span.Start, span.End)];
        return breaks.IsThere ? [.. there.SelectMany(stretch => Without(stretch, Calendar(breaks)))] : there;
    }

    OpeningCalendar Calendar(Part part) => new(span.Zone, TimesOfDay.Week(part, []));

    static IEnumerable<Interval> Without(Interval stretch, OpeningCalendar breaks)
    {
        var from = stretch.Start;
        foreach (var pause in breaks.OpenStretches(stretch.Start, stretch.End))
        {
            if (pause.Start > from)
            {
                yield return new Interval(from, pause.Start);
            }

            from = pause.End;
        }

        if (from < stretch.End)
        {
            yield return new Interval(from, stretch.End);
        }
    }
}
