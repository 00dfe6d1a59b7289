namespace Kanal.Decisions.Staffing;

/// <summary>Figures of a team that is now one thing and now another.</summary>
static class Mixture
{
    /// <param name="share">How much of the time it is the other.</param>
    public static QueueFigures Of(QueueFigures one, QueueFigures other, double share)
    {
        double Between(double a, double b) => a == b ? a : (1 - share) * a + share * b;
        return new QueueFigures
        {
            Agents = Between(one.Agents, other.Agents),
            Load = one.Load,
            Blocking = Between(one.Blocking, other.Blocking),
            WaitShare = Between(one.WaitShare, other.WaitShare),
            Abandonment = Between(one.Abandonment, other.Abandonment),
            ServiceLevel = Between(one.ServiceLevel, other.ServiceLevel),
            SpeedOfAnswer = Answered(one, 1 - share, other, share),
            MeanWait = Between(one.MeanWait, other.MeanWait),
            MeanQueue = Between(one.MeanQueue, other.MeanQueue),
            Occupancy = one.Occupancy * one.Agents * (1 - share) + other.Occupancy * other.Agents * share is var busy && Between(one.Agents, other.Agents) is > 0 and var agents ? busy / agents : 0,
            InService = Between(one.InService, other.InService),
            Concurrency = busy > 0 ? Between(one.InService, other.InService) / busy : 0,
            HandleSeconds = double.IsNaN(one.HandleSeconds) ? other.HandleSeconds : one.HandleSeconds,
        };
    }

    // The answered of one and of the other count by how many they are.
    static double Answered(QueueFigures one, double its, QueueFigures other, double others)
    {
        var (first, second) = (its * (1 - one.Abandonment), others * (1 - other.Abandonment));
        return double.IsNaN(one.SpeedOfAnswer) || first == 0 ? other.SpeedOfAnswer
            : double.IsNaN(other.SpeedOfAnswer) || second == 0 ? one.SpeedOfAnswer
            : (first * one.SpeedOfAnswer + second * other.SpeedOfAnswer) / (first + second);
    }
}
