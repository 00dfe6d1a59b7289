namespace Kanal.Centre.Callbacks;

/// <summary>How a site calls its customers back.</summary>
public sealed record CallbackSettings
{
    public CallbackOffer Offer { get; init; }

    /// <summary>"When busy" means: the predicted wait for a live answer is above this, in seconds, 0 to 3600.</summary>
    public int WaitLimitSeconds { get; init; } = 45;

    /// <summary>Calls that can be booked in a quarter of an hour, 1 to 100; null for a quarter of the agents who serve the queue, at least one.</summary>
    public int? PerSlot { get; init; }

    /// <summary>How long before its time a call is booked at the latest, in minutes, 0 to 1440.</summary>
    public int NoticeMinutes { get; init; } = 15;

    /// <summary>How often we try, 1 to 5.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Time between two attempts, in minutes, 1 to 1440.</summary>
    public int PauseMinutes { get; init; } = 15;

    /// <summary>On how many open days calls can be booked, 1 to 14.</summary>
    public int HorizonDays { get; init; } = 3;

    internal CallbackSettings Check(Faults faults)
    {
        Between(faults, "waitLimitSeconds", WaitLimitSeconds, 0, 3600);
        Between(faults, "perSlot", PerSlot ?? 1, 1, 100);
        Between(faults, "noticeMinutes", NoticeMinutes, 0, 1440);
        Between(faults, "attempts", Attempts, 1, 5);
        Between(faults, "pauseMinutes", PauseMinutes, 1, 1440);
        Between(faults, "horizonDays", HorizonDays, 1, 14);
        return this;
    }

    static void Between(Faults faults, string field, int value, int least, int most) =>
        faults.AddIf(value < least || value > most, $"callback.{field}", $"This should be {least} to {most}.");
}

/// <summary>When visitors are offered to be called.</summary>
public enum CallbackOffer
{
    Never,

    /// <summary>While chat is closed, or its predicted wait above the limit.</summary>
    WhenBusy,

    Always,
}
