namespace Kanal.Decisions.Staffing;

/// <summary>Somebody who could work.</summary>
/// <param name="Id">Whoever it is.</param>
/// <param name="Channels">What they can do.</param>
/// <param name="Slots">When they could.</param>
public sealed record ReadinessPerson(string Id, IReadOnlySet<string> Channels, IReadOnlySet<int> Slots);

/// <summary>What would come over a channel.</summary>
/// <param name="Channel">Its name.</param>
/// <param name="IsOpen">Whether it is open already; then it has people before any that is closed.</param>
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
public sealed record ReadinessQuestion(IReadOnlyList<ReadinessPerson> People, IReadOnlyList<ChannelDemand> Channels, double Shrinkage = 0, double TeamFactor = 1, int SlotsPerHour = 2)
{
    /// <summary>Channels of which nobody knows what would come.</summary>
    public IReadOnlyList<UnknownDemand> Unknown { get; init; } = [];
}

/// <summary>A channel over which nothing has come yet.</summary>
/// <param name="Channel">Its name.</param>
/// <param name="Like">How long one takes, and how long somebody waits; how many come says nothing.</param>
/// <param name="Targets">What has to be kept for it to be honest.</param>
/// <param name="Slots">Those that are asked about.</param>
public sealed record UnknownDemand(string Channel, Workload Like, StaffingTargets Targets, IReadOnlyList<int> Slots);

/// <param name="Channels">Those that are open, then the others, in the order of the question.</param>
/// <param name="Next">The channel that is closed and would win the most; null where none would win anything.</param>
/// <param name="Room">Of each channel of which nothing is known, what it could carry.</param>
public sealed record ReadinessAnswer(IReadOnlyList<ChannelReadiness> Channels, string? Next, IReadOnlyList<ChannelRoom> Room);

/// <param name="Slots">In the order of the question.</param>
public sealed record ChannelRoom(string Channel, IReadOnlyList<RoomSlot> Slots);

/// <param name="Free">People whom the open channels don't need.</param>
/// <param name="PerHour">How many could come in an hour for these to keep the targets, in whole numbers.</param>
public sealed record RoomSlot(int Slot, int Free, int PerHour);

/// <param name="Channel">Its name.</param>
/// <param name="IsOpen">Whether it is open already.</param>
/// <param name="Slots">Every slot that was asked about, in order.</param>
/// <param name="ServiceLevel">Of all that comes in slots that can be open; NaN where there is none.</param>
/// <param name="ValueShare">The share of the value that falls into those slots; of the conversations where none is worth anything.</param>
/// <param name="ValueInside">The value that falls into them, over all slots asked about.</param>
public sealed record ChannelReadiness(string Channel, bool IsOpen, IReadOnlyList<ReadySlot> Slots, double ServiceLevel, double ValueShare, double ValueInside);

/// <param name="Slot">Its number in the question's grid.</param>
/// <param name="PerHour">What comes.</param>
/// <param name="Required">People who must be planned, for an open channel with what the other open ones bring them; 0 where no number of people would do, with <paramref name="CanOpen"/> false.</param>
/// <param name="Free">People who could: for a closed channel, whom the open ones leave.</param>
/// <param name="CanOpen">Whether the targets are kept.</param>
/// <param name="Missing">How many more people it takes.</param>
/// <param name="ServiceLevel">What these people would make of it: those required where there are enough, else all who are free.</param>
public sealed record ReadySlot(int Slot, double PerHour, int Required, int Free, bool CanOpen, int Missing, double ServiceLevel);

/// <summary>
/// Which hours each channel can honestly be open, and which channel could come next. Who serves several open channels is there
/// for all of them, with the load of all. Channels that are closed are looked at one by one, each with all people whom the open
/// ones don't need; whoever can do least is needed first, so that those who can do more are left.
/// </summary>
public static class Readiness
{
    public static ReadinessAnswer Of(ReadinessQuestion question)
    {
        var staffing = new ReadyStaffing(question);
        var open = question.Channels.Where(channel => channel.IsOpen).Select(channel => Channel(question, channel, staffing.Open)).ToList();
        var closed = question.Channels.Where(channel => !channel.IsOpen).Select(channel => Channel(question, channel, staffing.Closed)).ToList();
        var next = closed.Where(channel => channel.Slots.Any(slot => slot.CanOpen))
            .OrderByDescending(channel => channel.ValueInside).ThenByDescending(channel => channel.ValueShare).FirstOrDefault();
        var room = question.Unknown.Select(channel => new ChannelRoom(channel.Channel, [.. channel.Slots.Select(slot => staffing.Room(channel, slot))])).ToList();
        return new ReadinessAnswer([.. open, .. closed], next?.Channel, room);
    }

    static ChannelReadiness Channel(ReadinessQuestion question, ChannelDemand demand, Func<ChannelDemand, int, Workload, ReadySlot> look)
    {
        ReadySlot[] slots = [.. demand.BySlot.OrderBy(its => its.Key).Select(its => look(demand, its.Key, its.Value))];
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
