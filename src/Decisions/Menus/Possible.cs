using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Waits;

namespace Kanal.Decisions.Menus;

/// <summary>Whether a channel can be had at all, whatever it is worth.</summary>
static class Possible
{
    /// <returns>Null where it can.</returns>
    public static Withheld? Hinders(ChannelState its, StrategyRule rule, FactValues facts) =>
        !its.Wished ? new Withheld(its.Channel, WithheldFor.NotWished)
        : !its.Healthy ? new Withheld(its.Channel, WithheldFor.OutOfOrder)
        : !its.Open && !its.TakesWhenClosed ? new Withheld(its.Channel, WithheldFor.Closed, Back: its.OpensAt)
        : its.Pace == ChannelPace.Live && its.Wait == WaitKind.ClosedForToday ? new Withheld(its.Channel, WithheldFor.ClosedForToday, Back: its.OpensAt)
        : its.Pace == ChannelPace.Live && !its.Staffed ? new Withheld(its.Channel, WithheldFor.NobodyThere)
        : its.Devices is { } devices && facts.TryText(MenuFacts.Device, out var device) && !devices.Contains(device) ? new Withheld(its.Channel, WithheldFor.NotOnThisDevice)
        : its.KnownCustomersOnly && !rule.Definition.WelcomeStrangers && !facts.Is(MenuFacts.KnownCustomer) ? new Withheld(its.Channel, WithheldFor.KnownCustomersOnly)
        : null;
}
