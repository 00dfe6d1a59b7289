namespace Kanal.Decisions.Staffing;

/// <summary>
/// A team that turns away whoever finds every place taken: how likely that is, and how many are in hand. The recursion
/// <c>b_k = lambda b / (D_k + lambda b)</c> adds and divides only, so that neither side of 1 loses its digits.
/// </summary>
/// <param name="Blocked">The likelihood of every place taken.</param>
/// <param name="Free">The likelihood of a free place: 1 - Blocked, to full precision.</param>
/// <param name="InService">Conversations in hand, on average, while a place is free.</param>
/// <param name="BusyAgents">Agents with something in hand, on average, while a place is free.</param>
readonly record struct LossSystem(double Blocked, double Free, double InService, double BusyAgents)
{
    /// <param name="arrivals">lambda, per second.</param>
    /// <param name="completions">D_0, D_1 ...: completions per second with so many in hand.</param>
    /// <param name="agents">Among whom they are shared out evenly.</param>
    public static LossSystem Of(double arrivals, ReadOnlySpan<double> completions, int agents)
    {
        var (blocked, free, held, busy, heldBefore, busyBefore) = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var places = 1; places < completions.Length; places++)
        {
            (heldBefore, busyBefore) = (held, busy);
            var flow = arrivals * blocked;
            (blocked, free) = (flow / (completions[places] + flow), completions[places] / (completions[places] + flow));
            held = free * held + blocked * places;
            busy = free * busy + blocked * Math.Min(places, agents);
        }

        return new LossSystem(blocked, free, heldBefore, busyBefore);
    }
}
