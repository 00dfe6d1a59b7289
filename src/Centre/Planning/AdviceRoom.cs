using Kanal.Centre.Texts;
using Kanal.Decisions.Staffing;

namespace Kanal.Centre.Planning;

/// <summary>Of a channel that nobody has come over yet: how much of it the people there are could carry, and when.</summary>
static class AdviceRoom
{
    /// <returns>Null where nobody is free for it at any hour.</returns>
    public static ChannelAdvice? Of(ChannelRoom room, LineBasis line, bool open)
    {
        var best = room.Slots.Select(slot => slot.PerHour).DefaultIfEmpty(0).Max();
        if (best == 0)
        {
            return null;
        }

        // Hours in which it could carry half as much as in the best ones: what comes in the others is worth no opening.
        var ready = new ChannelReadiness(room.Channel, open, [.. room.Slots.Select(slot => new ReadySlot(slot.Slot, slot.PerHour, 0, slot.Free, slot.PerHour * 2 >= best, 0, double.NaN))], double.NaN, double.NaN, 0);
        var windows = AdviceWeek.Windows(ready, slot => slot.PerHour).ConvertAll(window => window with { ValueShare = 0 });
        List<Sentence> texts = [.. windows.Take(AdviceTexts.Most).Select(window => AdviceTexts.Room(window, Least(room, window), line.Target)), AdviceTexts.Unknown(room.Channel)];
        return new ChannelAdvice(room.Channel, open, line.Target, null, 0, windows, [], texts);
    }

    static int Least(ChannelRoom room, OpenWindow window) => room.Slots.Where(slot => AdviceWeek.IsIn(window, slot.Slot)).Min(slot => slot.PerHour);
}
