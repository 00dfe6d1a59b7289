namespace Kanal.Decisions.Simulation;

/// <summary>What was counted of one channel; of conversations by the time at which they came, of seconds by the time itself.</summary>
public record struct ChannelCounts
{
    /// <summary>Conversations that came.</summary>
    public double Offered { get; internal set; }

    /// <summary>An agent took them; letters: they were answered.</summary>
    public double Answered { get; internal set; }

    /// <summary>Answered within their target.</summary>
    public double Within { get; internal set; }

    /// <summary>Given up before an answer.</summary>
    public double Abandoned { get; internal set; }

    /// <summary>Neither answered nor given up at the end.</summary>
    public double Waiting { get; internal set; }

    /// <summary>Left by the customer while an agent had them.</summary>
    public double Left { get; internal set; }

    /// <summary>Finished by an agent.</summary>
    public double Handled { get; internal set; }

    /// <summary>Came while it was closed, and were told so: not offered.</summary>
    public double Closed { get; internal set; }

    /// <summary>Seconds waited by those who were answered.</summary>
    public double AnswerWait { get; internal set; }

    /// <summary>Seconds waited by those who gave up.</summary>
    public double AbandonedWait { get; internal set; }

    /// <summary>Seconds in an agent's hands; of letters the work alone.</summary>
    public double Handling { get; internal set; }

    /// <summary>Seconds, each counted as often as there were people waiting.</summary>
    public double QueueSeconds { get; internal set; }

    /// <summary>Seconds, each counted as often as there were conversations in agents' hands.</summary>
    public double HeldSeconds { get; internal set; }

    /// <summary>Seconds, each counted as often as there were agents who had at least one.</summary>
    public double DeskSeconds { get; internal set; }

    /// <summary>Seconds that were looked at.</summary>
    public double Seconds { get; internal set; }

    internal void Add(in ChannelCounts other)
    {
        Offered += other.Offered;
        Answered += other.Answered;
        Within += other.Within;
        Abandoned += other.Abandoned;
        Waiting += other.Waiting;
        Left += other.Left;
        Handled += other.Handled;
        Closed += other.Closed;
        AnswerWait += other.AnswerWait;
        AbandonedWait += other.AbandonedWait;
        Handling += other.Handling;
        QueueSeconds += other.QueueSeconds;
        HeldSeconds += other.HeldSeconds;
        DeskSeconds += other.DeskSeconds;
        Seconds += other.Seconds;
    }
}

/// <summary>What was counted of the whole house.</summary>
public record struct HouseCounts
{
    public double Visitors { get; internal set; }

    /// <summary>Who wanted help, at their first coming.</summary>
    public double Asked { get; internal set; }

    /// <summary>Menus that were decided on.</summary>
    public double Menus { get; internal set; }

    /// <summary>Conversations on all channels.</summary>
    public double Contacts { get; internal set; }

    /// <summary>Left with an answer from self-service, and without a conversation.</summary>
    public double Deflected { get; internal set; }

    /// <summary>Wanted help and left without any.</summary>
    public double Unhelped { get; internal set; }

    public double Invited { get; internal set; }

    public double InvitationsFollowed { get; internal set; }

    public double Orders { get; internal set; }

    /// <summary>What the orders are worth.</summary>
    public double OrderValue { get; internal set; }

    /// <summary>What the answered questions are worth in themselves.</summary>
    public double SolvedValue { get; internal set; }

    public double Cost { get; internal set; }

    /// <summary>Seconds, each counted as often as there were agents with something to do.</summary>
    public double BusySeconds { get; internal set; }

    /// <summary>Seconds, each counted as often as there were agents signed in.</summary>
    public double SignedInSeconds { get; internal set; }

    internal void Add(in HouseCounts other)
    {
        Visitors += other.Visitors;
        Asked += other.Asked;
        Menus += other.Menus;
        Contacts += other.Contacts;
        Deflected += other.Deflected;
        Unhelped += other.Unhelped;
        Invited += other.Invited;
        InvitationsFollowed += other.InvitationsFollowed;
        Orders += other.Orders;
        OrderValue += other.OrderValue;
        SolvedValue += other.SolvedValue;
        Cost += other.Cost;
        BusySeconds += other.BusySeconds;
        SignedInSeconds += other.SignedInSeconds;
    }
}

/// <summary>What was counted in one run. Does not change.</summary>
public sealed class RunResult
{
    readonly ChannelCounts[] _channels;
    readonly HouseCounts[] _house;
    readonly int _count;

    internal RunResult(int channels, int intervals)
    {
        _count = channels;
        _channels = new ChannelCounts[channels * intervals];
        _house = new HouseCounts[intervals];
    }

    public int Intervals => _house.Length;

    /// <summary>The whole house in an interval.</summary>
    public HouseCounts House(int interval) => _house[interval];

    /// <summary>A channel, by its place in the scenario, in an interval.</summary>
    public ChannelCounts Channel(int channel, int interval) => _channels[interval * _count + channel];

    public HouseCounts House()
    {
        var sum = default(HouseCounts);
        foreach (var its in _house)
        {
            sum.Add(its);
        }

        return sum;
    }

    public ChannelCounts Channel(int channel)
    {
        var sum = default(ChannelCounts);
        for (var interval = 0; interval < _house.Length; interval++)
        {
            sum.Add(_channels[interval * _count + channel]);
        }

        return sum;
    }

    internal ref ChannelCounts At(int channel, int interval) => ref _channels[interval * _count + channel];

    internal ref HouseCounts At(int interval) => ref _house[interval];
}
