using Kanal.Decisions.Simulation;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Reads the channels of a scenario: of a channel with a known name, what is not said is as usual.</summary>
static class ChannelsReader
{
    const int Most = 20;
    const int MostAtOnce = 100;

    public static IReadOnlyList<SimulatedChannel> Read(Part part, DateTimeZone zone)
    {
        var all = new Section(part).Members;
        return all.Count is 0 or > Most ? throw part.Fault($"A scenario has 1 to {Most} channels.") : [.. all.Select(its => Read(its.Key, its.Value, zone))];
    }

    static SimulatedChannel Read(string name, Part part, DateTimeZone zone)
    {
        var section = new Section(part);
        if (name.Length > 40 || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
        {
            throw part.Fault($"\"{name}\" is no name of a channel.");
        }

        var pace = Pace(section["pace"], name);
        var atOnce = section.Whole("atOnce", 1, MostAtOnce, name switch { "chat" => 3, "messaging" => 4, "sms" => 6, "email" => 5, _ => 1 });
        var interruptible = section.Flag("interruptible", name == "email");
        var handle = section["handle"];
        var levels = section["handleByLevel"];
        var byLevel = Value.List(levels).Select(level => Value.Seconds(level, 1e-3, 1e9)).ToArray();
        if (levels.IsThere && (byLevel.Length == 0 || section.Has("slowdown")))
        {
            throw levels.Fault(byLevel.Length == 0 ? "There is no time in this list." : "Either handleByLevel or slowdown says how much longer several take.");
        }

        var alone = byLevel.Length > 0 ? Draw.Exponential(byLevel[0]) : Draw.Exponential(pace == ChannelPace.SelfService ? 90 : 300);
        var channel = new SimulatedChannel(name, pace)
        {
            Handle = Draws.Time(handle, alone),
            Stretch = byLevel.Length > 0 ? [.. byLevel.Select(level => level / byLevel[0])] : SimulatedChannel.Linear(section.Number("slowdown", 0, 100, atOnce > 1 && !interruptible ? 0.3 : 0), atOnce),
            WrapUp = Draws.Time(section["wrapUp"], Draw.Nothing),
            Patience = Draws.Time(section["patience"], Draw.Never),
            Stay = Draws.Time(section["stay"], Draw.Never),
            Ring = Draws.Time(section["ring"], Draw.Nothing),
            Missed = section.Number("missed", 0, 1, 0),
            TargetSeconds = section.Seconds("target", 0, 1e9, pace == ChannelPace.Live ? 20 : name == "callback" ? 300 : 14_400),
            AtOnce = atOnce,
            Weight = section.Whole("weight", 1, 100, interruptible ? 100 / Math.Max(5, atOnce) : 100 / atOnce),
            Interruptible = interruptible,
            TakesWhenClosed = section.Flag("whenClosed", name is "email" or "callback"),
            Calendar = TimesOfDay.Calendar(section["hours"], zone),
            CalledAfter = section.Has("calledAfter") ? Draws.Time(section["calledAfter"], Draw.Nothing) : null,
            Reached = section.Number("reached", 0, 1, 1),
            ContactCost = section.Number("cost", 0, 1e9, 0),
            Solves = section.Number("solves", 0, 1, pace == ChannelPace.SelfService ? 0.5 : 0),
        };
        section.NothingElse();
        if (levels.IsThere && handle.IsThere)
        {
            throw handle.Fault("handleByLevel says it already; its first is how long one alone takes.");
        }

        return channel.TargetSeconds > 0 ? channel : throw section["target"].Fault("A target is more than nothing.");
    }

    static ChannelPace Pace(Part part, string name) => !part.IsThere
        ? name switch { "help" => ChannelPace.SelfService, "email" or "callback" => ChannelPace.Later, _ => ChannelPace.Live }
        : Value.Text(part) switch
        {
            "live" => ChannelPace.Live,
            "later" => ChannelPace.Later,
            "self" => ChannelPace.SelfService,
            _ => throw part.Fault($"\"{part.Text}\" should be live, later or self."),
        };
}
