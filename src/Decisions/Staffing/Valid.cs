using System.Runtime.CompilerServices;

namespace Kanal.Decisions.Staffing;

/// <summary>What a formula can be asked about; anything else is refused with a sentence.</summary>
static class Valid
{
    public const int MostAgents = 10_000_000;

    public static void Agents(double agents)
    {
        if (!(agents >= 0 && agents <= MostAgents))
        {
            throw new ArgumentOutOfRangeException(nameof(agents), agents, $"The number of agents must be between 0 and {MostAgents}.");
        }
    }

    /// <summary>Zero or more, and finite.</summary>
    public static void Number(double number, [CallerArgumentExpression(nameof(number))] string name = "")
    {
        if (!(number >= 0) || !double.IsFinite(number))
        {
            throw new ArgumentOutOfRangeException(name, number, "This must be a number of zero or more.");
        }
    }

    /// <summary>Zero or more; without bound is allowed.</summary>
    public static void Patience(double number, [CallerArgumentExpression(nameof(number))] string name = "")
    {
        if (!(number >= 0))
        {
            throw new ArgumentOutOfRangeException(name, number, "This must be a time of zero or more.");
        }
    }

    public static void HandleTime(double seconds, [CallerArgumentExpression(nameof(seconds))] string name = "")
    {
        if (!(seconds > 0) || !double.IsFinite(seconds))
        {
            throw new ArgumentOutOfRangeException(name, seconds, "A conversation takes some time.");
        }
    }

    /// <summary>Of zero up to, but not including, one.</summary>
    public static void ShareBelowOne(double share, [CallerArgumentExpression(nameof(share))] string name = "")
    {
        if (!(share >= 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "This must be a share of 0 or more, and below 1.");
        }
    }
}
