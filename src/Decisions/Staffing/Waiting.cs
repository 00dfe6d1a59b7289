namespace Kanal.Decisions.Staffing;

/// <summary>What becomes of those who find everybody busy, and of all: the part that calls and chats have in common.</summary>
/// <param name="Share">Of all, those who wait.</param>
/// <param name="Answered">Of all, those who are answered.</param>
/// <param name="Abandoned">Of all, those who leave.</param>
/// <param name="Within">Of all, those who are answered within the threshold.</param>
/// <param name="SpeedOfAnswer">Mean wait of the answered, in seconds.</param>
/// <param name="Mean">Mean wait of all, in seconds.</param>
readonly record struct Waiting(double Share, double Answered, double Abandoned, double Within, double SpeedOfAnswer, double Mean)
{
    // A queue that would be this near to growing for ever is not told from one that does.
    const double Balance = 1e-14;

    // Below this the integral over those who stay would have to be taken from one that is hardly larger.
    const double ManyLeave = 0.1;

    /// <summary>Nobody ever answers.</summary>
    public static Waiting InVain(double patience) =>
        double.IsInfinity(patience) ? new(1, 0, 0, 0, double.PositiveInfinity, double.PositiveInfinity) : new(1, 0, 1, 0, double.NaN, patience);

    /// <summary>Nobody waits at all, for want of patience.</summary>
    public static Waiting Without(double blocked, double free) => new(blocked, free, blocked, free, free > 0 ? 0 : double.NaN, 0);

    /// <summary>Erlang C: everybody waits as long as it takes.</summary>
    /// <param name="blocked">The likelihood of every place taken if nobody waited.</param>
    /// <param name="free">The likelihood of the opposite.</param>
    /// <param name="spare">Completions per second with everybody busy, less the arrivals.</param>
    /// <param name="capacity">Completions per second with everybody busy.</param>
    /// <param name="within">The threshold, in seconds.</param>
    public static Waiting Patient(double blocked, double free, double spare, double capacity, double within)
    {
        if (spare <= Balance * capacity)
        {
            return InVain(double.PositiveInfinity);
        }

        // C = b / (1 - rho (1 - b)), from what is left over, since 1 - rho would lose its digits.
        var (left, whole) = (spare / capacity * free, spare / capacity * free + blocked);
        var (at, later) = (left / whole, blocked / whole);
        return new Waiting(later, 1, 0, Math.Min(1, at - later * Precise.ExpM1(-spare * within)), later / spare, later / spare);
    }

    /// <summary>Erlang A: whoever waits gives up at some time.</summary>
    public static Waiting Impatient(double blocked, double free, double arrivals, double capacity, double patience, double within)
    {
        var wait = new VirtualWait(arrivals, capacity, 1 / patience);
        var everybody = wait.Everybody();
        var (at, later) = Either(blocked, free, capacity, wait, everybody);
        var staying = wait.Staying(double.PositiveInfinity) / everybody;
        var lost = 1 - staying > ManyLeave ? 1 - staying : wait.Leaving() / everybody;
        var answered = Math.Min(1, at + later * staying);
        return new Waiting(
            later,
            answered,
            later * lost,
            Math.Min(1, at + later * wait.Staying(within) / everybody),
            later * wait.StayingTimesWait() / everybody / answered,
            later * lost * patience);
    }

    /// <summary>The share of all that gives up, alone.</summary>
    public static double Leaving(double blocked, double free, double arrivals, double capacity, double patience)
    {
        var wait = new VirtualWait(arrivals, capacity, 1 / patience);
        var everybody = wait.Everybody();
        return Either(blocked, free, capacity, wait, everybody).Later * wait.Leaving() / everybody;
    }

    // An agent at once, or a wait.
    static (double At, double Later) Either(double blocked, double free, double capacity, VirtualWait wait, double everybody)
    {
        var (early, late) = (free * Math.Exp(-wait.Top), blocked * capacity * everybody);
        return (early / (early + late), late / (early + late));
    }
}
