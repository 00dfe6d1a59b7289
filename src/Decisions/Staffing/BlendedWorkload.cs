namespace Kanal.Decisions.Staffing;

/// <summary>Figures of both kinds of work in one team; occupancy counts whoever has a call or a chat.</summary>
public sealed record BlendedFigures(QueueFigures Calls, QueueFigures Chats);

/// <param name="Agents">Who must be there.</param>
/// <param name="Scheduled">Who must be planned for that.</param>
/// <param name="Figures">What can be expected of them.</param>
public sealed record RequiredBlended(int Agents, int Scheduled, BlendedFigures Figures);

/// <summary>
/// Calls and chats in one team. A call takes a whole agent and comes first; whoever has none holds chats. Calls come and go
/// more quickly than the number of chats changes much, so chats are figured out for each number of calls, weighted by how
/// likely it is.
/// </summary>
public sealed record BlendedWorkload(CallWorkload Calls, ChatWorkload Chats)
{
    // What is less likely than this is left out.
    const double Unlikely = 1e-14;

    public BlendedFigures With(int agents, double callsWithin, double chatsWithin)
    {
        var calls = Calls.With(agents, callsWithin);
        QueueFigures? chats = null;
        var seen = 0.0;
        foreach (var (onCalls, likelihood) in OnCalls(agents, calls.WaitShare))
        {
            var with = Chats.With(agents - onCalls, chatsWithin);
            seen += likelihood;
            chats = chats is null ? with : Mixture.Of(chats, with, likelihood / seen);
        }

        chats ??= Chats.With(0, chatsWithin);
        var busy = agents == 0 ? 0 : Math.Min(1, (calls.Occupancy * agents + chats.Occupancy * chats.Agents) / agents);
        return new BlendedFigures(calls with { Occupancy = busy }, chats with { Agents = agents, Occupancy = busy });
    }

    IEnumerable<(int OnCalls, double Likelihood)> OnCalls(int agents, double allBusy)
    {
        // From the most likely number outwards, so that nothing overflows.
        var (weights, mode) = (new double[agents], (int)Math.Min(Calls.Load, Math.Max(0, agents - 1)));
        if (agents > 0)
        {
            weights[mode] = 1;
        }

        for (var i = mode + 1; i < agents; i++)
        {
            weights[i] = weights[i - 1] * Calls.Load / i;
        }

        for (var i = mode - 1; i >= 0; i--)
        {
            weights[i] = weights[i + 1] * (i + 1) / Calls.Load;
        }

        var sum = weights.Sum();
        for (var i = 0; i < agents; i++)
        {
            if ((1 - allBusy) * weights[i] / sum is var likelihood && likelihood > Unlikely)
            {
                yield return (i, likelihood);
            }
        }

        if (allBusy > Unlikely)
        {
            yield return (agents, allBusy);
        }
    }
}
