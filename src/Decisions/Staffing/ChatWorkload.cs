namespace Kanal.Decisions.Staffing;

/// <summary>
/// Conversations of which an agent holds several at once, shared out evenly: a birth-death chain over the number in hand, with
/// a queue where everybody has as many as they may.
/// </summary>
/// <param name="PerHour">How many come in an hour.</param>
/// <param name="HandleSecondsByLevel">How long one lasts among 1, 2 ... that its agent holds; as many as an agent may hold.</param>
/// <param name="PatienceSeconds">How long somebody waits on average before they give up.</param>
/// <param name="LeavingPerSecond">Of those being served, the share that leaves in a second (gamma).</param>
public sealed record ChatWorkload(double PerHour, IReadOnlyList<double> HandleSecondsByLevel, double PatienceSeconds = double.PositiveInfinity, double LeavingPerSecond = 0) : Workload(PerHour)
{
    const double NoTime = 1e-300;

    // Conversations that a team holds, at most.
    const int MostPlaces = 2_000_000;

    int Cap => HandleSecondsByLevel.Count;

    /// <summary>In erlang, each conversation taken alone.</summary>
    public double Load => PerHour * HandleSecondsByLevel[0] / 3600;

    public override double Occupies => PerHour / 3600 * HandleSecondsByLevel[^1] / Cap;

    public override int Fewest
    {
        get
        {
            if (PerHour == 0)
            {
                return 0;
            }

            var each = Cap / HandleSecondsByLevel[^1] + Cap * LeavingPerSecond;
            return double.IsPositiveInfinity(PatienceSeconds) ? (int)Math.Clamp(Math.Floor(PerHour / 3600 / each), 1, MostPlaces / Cap) : 1;
        }
    }

    public override int Most => MostPlaces / Cap;

    public override QueueFigures With(int agents, double withinSeconds)
    {
        Check(agents, withinSeconds);
        if (Load == 0)
        {
            return new QueueFigures { Agents = agents, Load = 0, HandleSeconds = HandleSecondsByLevel[0] };
        }

        var completions = SimultaneousChats.CompletionRates(agents, [.. HandleSecondsByLevel.Select(seconds => 1 / seconds)]);
        for (var held = 1; held < completions.Length; held++)
        {
            completions[held] += held * LeavingPerSecond;
        }

        var arrivals = PerHour / 3600;
        var loss = LossSystem.Of(arrivals, completions, agents);
        var waiting = Wait(loss, arrivals, completions[^1], withinSeconds);
        var (inHand, busy) = (Full(loss.InService, completions.Length - 1), Full(loss.BusyAgents, agents));
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
            MeanQueue = arrivals * waiting.Mean,
            Occupancy = double.IsInfinity(waiting.Mean) ? 1 : agents == 0 ? 0 : Math.Min(1, busy / agents),
            InService = inHand,
            Concurrency = busy > 0 ? inHand / busy : 0,
            HandleSeconds = agents == 0 ? double.NaN : double.IsInfinity(waiting.Mean) ? HandleSecondsByLevel[^1] : inHand / (arrivals * waiting.Answered),
        };

        double Full(double whileFree, double whileFull) => waiting.Share == 1 ? whileFull : (1 - waiting.Share) * whileFree + waiting.Share * whileFull;
    }

    Waiting Wait(LossSystem loss, double arrivals, double capacity, double withinSeconds) =>
        PatienceSeconds < NoTime ? Waiting.Without(loss.Blocked, loss.Free)
        : capacity == 0 ? Waiting.InVain(PatienceSeconds)
        : double.IsPositiveInfinity(PatienceSeconds) ? Waiting.Patient(loss.Blocked, loss.Free, capacity - arrivals, capacity, withinSeconds)
        : Waiting.Impatient(loss.Blocked, loss.Free, arrivals, capacity, PatienceSeconds, withinSeconds);

    void Check(int agents, double withinSeconds)
    {
        Valid.Agents(agents);
        Valid.Number(PerHour);
        Valid.Patience(PatienceSeconds);
        Valid.Patience(withinSeconds);
        Valid.Number(LeavingPerSecond);
        if (Cap == 0 || (long)Cap * agents > MostPlaces)
        {
            throw new ArgumentOutOfRangeException(nameof(agents), agents, $"An agent holds at least one conversation, and all together at most {MostPlaces}.");
        }

        foreach (var seconds in HandleSecondsByLevel)
        {
            Valid.HandleTime(seconds);
        }

        Valid.Number(Load);
    }
}
