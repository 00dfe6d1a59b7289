namespace Kanal.Decisions.Routing;

/// <summary>Conversations that differ in nothing but how long they have waited, so that the first is the most urgent.</summary>
sealed class WaitingClass(Circle circle, OpenClock clock, long target, int value, Stage stage)
{
    const double Epsilon = 10_000_000;

    public Circle Circle => circle;

    public Stage Stage => stage;

    public RankedSet<Conversation> Waiting { get; } = new();

    public int Tier { get; } = stage.Tier(circle.Channel.Rules.Interruptible);

    /// <summary>Callbacks before their time, which need more than one agent free.</summary>
    public bool NeedsReserve => stage.Phase == CallbackPhase.Open;

    /// <summary>How many of them an agent is kept free for.</summary>
    public int Reserved { get; set; }

    /// <param name="now">In ticks.</param>
    public double UrgencyOf(Conversation conversation, long now, UrgencyRule rule)
    {
        if (Tier == 0)
        {
            // Callbacks stand in the order of their times.
            return 0;
        }

        var waited = Math.Max(0, clock.At(now) - conversation.OpenStart);
        var share = value * (waited + Epsilon) / target;
        return rule == UrgencyRule.ShareOfTarget ? share : share / target;
    }
}
