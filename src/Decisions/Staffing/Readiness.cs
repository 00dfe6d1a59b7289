namespace Kanal.Decisions.Staffing;

/// <summary>Somebody who could work.</summary>
/// <param name="Id">Whoever it is.</param>
/// <param name="Channels">What they can do.</param>
/// <param name="Slots">When they could.</param>
public sealed record ReadinessPerson(string Id, IReadOnlySet<string> Channels, IReadOnlySet<int> Slots);

/// <summary>What would come over a channel.</summary>
/// <param name="Channel">Its name.</param>
/// <param name="IsOpen">Whether it is open already; then its people are its own before any other gets them.</param>
/// <param name="BySlot">What comes in each slot; slots that are missing are not asked about.</param>
/// <param name="Targets">What has to be kept for it to be honest.</param>
/// <param name="ValuePerConversation">What one of them is worth.</param>
public sealed record ChannelDemand(string Channel, bool IsOpen, IReadOnlyDictionary<int, Workload> BySlot, StaffingTargets Targets, double ValuePerConversation);

/// <summary>Which hours can be kept with these people? The slots are those of any grid, such as the half hours of a week.</summary>
/// <param name="People">Who could work.</param>
/// <param name="Channels">In the order in which they are given people.</param>
/// <param name="Shrinkage">The share of paid time in which somebody is not there.</param>
/// <param name="TeamFactor">How much of an agent of the formula one of this team is.</param>
/// <param name="SlotsPerHour">Two where a slot is half an hour.</param>
public sealed record ReadinessQuestion(IReadOnlyList<ReadinessPerson> People, IReadOnlyList<ChannelDemand> Channels, double Shrinkage = 0, double TeamFactor = 1, int SlotsPerHour = 2);

/// <param name="Channels">Those that are open, then the others, in the order of the question.</param>
/// <param name="Next">The channel that is closed and would win the most; null where none would win anything.</param>
public sealed record ReadinessAnswer(IReadOnlyList<ChannelReadiness> Channels, string? Next);

/// <param name="Channel">Its name.</param>
/// <param name="IsOpen">Whether it is open already.</param>
/// <param name="Slots">Every slot that was asked about, in order.</param>
/// <param name="ServiceLevel">Of all that comes in slots that can be open; NaN where there is none.</param>
/// <param name="ValueShare">The share of the value that falls into those slots; of the conversations where none is worth anything.</param>
/// <param name="ValueInside">The value that falls into them, over all slots asked about.</param>
public sealed record ChannelReadiness(string Channel, bool IsOpen, IReadOnlyList<ReadySlot> Slots, double ServiceLevel, double ValueShare, double ValueInside);

/// <param name="Slot">Its number in the question's grid.</param>
/// <param name="PerHour">What comes.</param>
/// <param name="Required">People who must be planned; 0 where no number of people would do, with <paramref name="CanOpen"/> false.</param>
/// <param name="Free">People who could, after the channels before took theirs.</param>
/// <param name="CanOpen">Whether the targets are kept.</param>
/// <param name="Missing">How many more people it takes.</param>
/// <param name="ServiceLevel">What these people would make of it: those required where there are enough, else all who are free.</param>
public sealed record ReadySlot(int Slot, double PerHour, int Required, int Free, bool CanOpen, int Missing, double ServiceLevel);

/// <summary>
/// Which hours each channel can honestly be open, and which channel could come next. Whoever can do least is given away first,
/// so that those who can do more are left for what comes after; channels that are closed are looked at one by one, each with
/// all people that the open ones leave.
/// </summary>
public static class Readiness
{
    public static ReadinessAnswer Of(ReadinessQuestion question)
    {
        var staffing = new ReadyStaffing(question);
        var open = question.Channels.Where(channel => channel.IsOpen).Select(channel => Channel(question, channel, staffing, takes: true)).ToList();
        var closed = question.Channels.Where(channel => !channel.IsOpen).Select(channel => Channel(question, channel, staffing, takes: false)).ToList();
        var next = closed.Where(channel => channel.Slots.Any(slot => slot.CanOpen))
            .OrderByDescending(channel => channel.ValueInside).ThenByDescending(channel => channel.ValueShare).FirstOrDefault();
        return new ReadinessAnswer([.. open, .. closed], next?.Channel);
    }

    static ChannelReadiness Channel(ReadinessQuestion question, ChannelDemand demand, ReadyStaffing staffing, bool takes)
    {
        ReadySlot[] slots = [.. demand.BySlot.OrderBy(its => its.Key).Select(its => staffing.Look(demand, its.Key, its.Value, takes))];
        ReadySlot[] inside = [.. slots.Where(slot => slot.CanOpen)];
        var (comesInside, comes) = (inside.Sum(slot => slot.PerHour), slots.Sum(slot => slot.PerHour));
        return new ChannelReadiness(
            demand.Channel,
            demand.IsOpen,
            slots,
            comesInside > 0 ? inside.Sum(slot => slot.PerHour * slot.ServiceLevel) / comesInside : double.NaN,
            comes > 0 ? comesInside / comes : double.NaN,
            comesInside * demand.ValuePerConversation / question.SlotsPerHour);
    }
}
