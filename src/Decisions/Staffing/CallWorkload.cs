namespace Kanal.Decisions.Staffing;

/// <summary>Conversations of which an agent holds one at a time: Erlang A, which is C for endless patience and B for none.</summary>
/// <param name="PerHour">How many come in an hour.</param>
/// <param name="HandleSeconds">Mean handle time.</param>
/// <param name="PatienceSeconds">How long somebody waits on average before they give up.</param>
public sealed record CallWorkload(double PerHour, double HandleSeconds, double PatienceSeconds = double.PositiveInfinity) : Workload(PerHour)
{
    // A reciprocal beyond this would be no number.
    const double NoTime = 1e-300;

    /// <summary>In erlang.</summary>
    public double Load => PerHour * HandleSeconds / 3600;

    public override double Occupies => Load;

    public override int Fewest => PerHour == 0 ? 0 : double.IsPositiveInfinity(PatienceSeconds) ? (int)Math.Min(Valid.MostAgents, Math.Floor(Load) + 1) : 1;

    // The impatient let a team get along that is far smaller than its load.
    public override int Start => double.IsPositiveInfinity(PatienceSeconds) ? Fewest : (int)Math.Clamp(0.3 * Load, Fewest, Valid.MostAgents);

    public override QueueFigures With(int agents, double withinSeconds)
    {
        Check(agents, withinSeconds);
        if (Load == 0)
        {
            return new QueueFigures { Agents = agents, Load = 0, HandleSeconds = HandleSeconds };
        }

        var waiting = Wait(agents, withinSeconds);
        var busy = Load * waiting.Answered;
        return new QueueFigures
        {
            Agents = agents,
            Load = Load,
            Blocking = PatienceSeconds < NoTime ? waiting.Share : double.NaN,
            WaitShare = waiting.Share,
            Abandonment = waiting.Abandoned,
            ServiceLevel = waiting.Within,
            SpeedOfAnswer = waiting.SpeedOfAnswer,
            MeanWait = waiting.Mean,
            MeanQueue = PerHour / 3600 * waiting.Mean,
            Occupancy = double.IsInfinity(waiting.Mean) ? 1 : agents == 0 ? 0 : Math.Min(1, busy / agents),
            InService = double.IsInfinity(waiting.Mean) ? agents : Math.Min(agents, busy),
            Concurrency = agents == 0 ? 0 : 1,
            HandleSeconds = HandleSeconds,
        };
    }

    internal override double Abandonment(int agents)
    {
        if (Load == 0 || agents == 0 || PatienceSeconds < NoTime || double.IsPositiveInfinity(PatienceSeconds))
        {
            return base.Abandonment(agents);
        }

        Check(agents, 0);
        var (blocked, free) = ErlangB.Of(agents, Load);
        return Waiting.Leaving(blocked, free, PerHour / 3600, agents / HandleSeconds, PatienceSeconds);
    }

    Waiting Wait(int agents, double withinSeconds)
    {
        var (blocked, free) = ErlangB.Of(agents, Load);
        if (PatienceSeconds < NoTime)
        {
            return Waiting.Without(blocked, free);
        }

        if (agents == 0)
        {
            return Waiting.InVain(PatienceSeconds);
        }

        var (arrivals, capacity) = (PerHour / 3600, agents / HandleSeconds);

        // One rounding in all: at 99.9995 % of its capacity a team's queue hangs on the last digits.
        var spare = Math.FusedMultiplyAdd(-PerHour, HandleSeconds, 3600.0 * agents) / (3600 * HandleSeconds);
        return double.IsPositiveInfinity(PatienceSeconds)
            ? Waiting.Patient(blocked, free, spare, capacity, withinSeconds)
            : Waiting.Impatient(blocked, free, arrivals, capacity, PatienceSeconds, withinSeconds);
    }

    void Check(int agents, double withinSeconds)
    {
        Valid.Agents(agents);
        Valid.Number(PerHour);
        Valid.HandleTime(HandleSeconds);
        Valid.Number(Load);
        Valid.Patience(PatienceSeconds);
        Valid.Patience(withinSeconds);
    }
}
