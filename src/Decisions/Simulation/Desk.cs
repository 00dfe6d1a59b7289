namespace Kanal.Decisions.Simulation;

/// <summary>An agent, with a lane of work for each channel.</summary>
sealed class Desk(int number, SimulatedAgent agent, int ways)
{
    public int Number => number;

    public SimulatedAgent Agent => agent;

    public long Id => agent.Profile.Agent;

    public Lane[] Lanes { get; } = [.. Enumerable.Range(0, ways).Select(_ => new Lane())];

    /// <summary>Which of the agent's stretches comes next, or holds.</summary>
    public int Shift { get; set; }

    public bool Present { get; set; }

    /// <summary>Live conversations in hand.</summary>
    public int Live { get; set; }

    /// <summary>Letters in hand.</summary>
    public int Letters { get; set; }

    public bool IsBusy => Live > 0 || (Present && Letters > 0);

    public bool IsSignedIn => Present || Live > 0;

    /// <summary>As counted last.</summary>
    public bool WasBusy { get; set; }

    public bool WasSignedIn { get; set; }
}

/// <summary>
/// What an agent has of one channel. It has a clock of its own that shows the work done on each conversation: it goes slower the
/// more there are at once, and stands still for letters while somebody is there in person.
/// </summary>
sealed class Lane
{
    public List<Contact> Contacts { get; } = [];

    public double Progress { get; set; }

    public double Speed { get; set; }

    public long At { get; set; }

    /// <summary>Of the event that holds.</summary>
    public long Mark { get; set; }

    public bool IsPlanned { get; set; }

    public void Settle(long now)
    {
        if (Speed > 0)
        {
            Progress += Speed * ((now - At) / (double)TimeSpan.TicksPerSecond);
        }

        At = now;
    }
}
