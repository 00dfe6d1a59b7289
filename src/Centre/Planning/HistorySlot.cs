namespace Kanal.Centre.Planning;

/// <summary>What came on a line in one half hour, and how it went.</summary>
public sealed record HistorySlot
{
    /// <summary>The half hour's beginning; who comes in it counts here, whenever they were answered.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Customers whose fate is known: answered, left, or still waiting when their time was over.</summary>
    public int Offered { get; init; }

    /// <summary>Answered, in time or not.</summary>
    public int Answered { get; init; }

    /// <summary>Answered within the target that held then.</summary>
    public int Within { get; init; }

    /// <summary>Left without an answer.</summary>
    public int Abandoned { get; init; }

    /// <summary>Open time that all of them waited together, in seconds.</summary>
    public double WaitedSeconds { get; init; }

    /// <summary>Of that, what the answered waited.</summary>
    public double AnswerWaitSeconds { get; init; }

    /// <summary>Of the answered, those with whom agents were done, and so is measured how long they took.</summary>
    public int Handled { get; init; }

    /// <summary>What those took together, in seconds, shared fairly where an agent held several at once.</summary>
    public double HandleSeconds { get; init; }

    /// <summary>From before the product was in use.</summary>
    public bool Imported { get; init; }
}

/// <summary>A half hour as the table has it.</summary>
sealed record HistoryRow
{
    public const string Columns = "starts_at, imported, offered, answered, in_time, abandoned, waited, answer_wait, handled, handle";

    public DateTimeOffset StartsAt { get; init; }
    public bool Imported { get; init; }
    public int Offered { get; init; }
    public int Answered { get; init; }
    public int InTime { get; init; }
    public int Abandoned { get; init; }
    public double Waited { get; init; }
    public double AnswerWait { get; init; }
    public int Handled { get; init; }
    public double Handle { get; init; }

    public HistorySlot ToSlot() => new()
    {
        Start = StartsAt,
        Offered = Offered,
        Answered = Answered,
        Within = InTime,
        Abandoned = Abandoned,
        WaitedSeconds = Waited,
        AnswerWaitSeconds = AnswerWait,
        Handled = Handled,
        HandleSeconds = Handle,
        Imported = Imported,
    };
}
