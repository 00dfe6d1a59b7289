namespace Kanal.Decisions.Simulation;

/// <summary>A figure that is read from counts.</summary>
/// <param name="Key">As it is called in JSON and CSV.</param>
/// <param name="Over">What is counted.</param>
/// <param name="Under">What it is a share or a mean of; null: it is told as a sum for each run.</param>
/// <param name="Least">No figure can be below this, however wide its interval is.</param>
/// <param name="Most">Or above this.</param>
public sealed record Measure<T>(string Key, Func<T, double> Over, Func<T, double>? Under = null, double Least = 0, double Most = double.PositiveInfinity);

/// <summary>Every figure that simulations tell.</summary>
public static class Measures
{
    /// <summary>Of one channel. The service level is of all that were offered; the mean wait is of all who waited to their end, the speed of answer of the served alone.</summary>
    public static IReadOnlyList<Measure<ChannelCounts>> OfChannel { get; } =
    [
        new("offered", its => its.Offered),
        new("answered", its => its.Answered),
        new("abandoned", its => its.Abandoned),
        new("waiting", its => its.Waiting),
        new("closed", its => its.Closed),
        new("service_level", its => its.Within, its => its.Offered, Most: 1),
        new("p_abandon", its => its.Abandoned, its => its.Offered, Most: 1),
        new("mean_wait_s", its => its.AnswerWait + its.AbandonedWait, its => its.Answered + its.Abandoned),
        new("asa_s", its => its.AnswerWait, its => its.Answered),
        new("aht_s", its => its.Handling, its => its.Handled),
        new("left_in_service", its => its.Left, its => its.Handled, Most: 1),
        new("mean_queue", its => its.QueueSeconds, its => its.Seconds),
        new("concurrency", its => its.HeldSeconds, its => its.DeskSeconds),
    ];

    /// <summary>Of the whole house.</summary>
    public static IReadOnlyList<Measure<HouseCounts>> OfHouse { get; } =
    [
        new("visitors", its => its.Visitors),
        new("asked", its => its.Asked),
        new("menus", its => its.Menus),
        new("contacts", its => its.Contacts),
        new("contact_rate", its => its.Contacts, its => its.Visitors),
        new("deflected", its => its.Deflected),
        new("deflection", its => its.Deflected, its => its.Asked, Most: 1),
        new("unhelped", its => its.Unhelped),
        new("invited", its => its.Invited),
        new("invitations_followed", its => its.InvitationsFollowed),
        new("occupancy", its => its.BusySeconds, its => its.SignedInSeconds, Most: 1),
        new("agent_hours", its => its.SignedInSeconds / 3_600),
        new("orders", its => its.Orders),
        new("order_value", its => its.OrderValue),
        new("solved_value", its => its.SolvedValue),
        new("cost", its => its.Cost),
        new("cost_per_contact", its => its.Cost, its => its.Contacts),
        new("net_value", its => its.OrderValue + its.SolvedValue - its.Cost, Least: double.NegativeInfinity),
    ];
}
