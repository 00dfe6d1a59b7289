namespace Kanal.Decisions.Simulation;

/// <summary>An agent, with a lane of work for each channel.</summary>
sealed class Desk
{
    public Desk(int number, SimulatedAgent agent, IReadOnlyList<Way> ways)
    {
        (Number, Agent) = (number, agent);
        Lanes = [.. ways.Select(way => new Lane(this, way, number * ways.Count + way.Number))];
    }

    public int Number { get; }

    public SimulatedAgent Agent { get; }

    public long Id => Agent.Profile.Agent;

    public Lane[] Lanes { get; }

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
sealed class Lane(Desk desk, Way way, int number)
{
    Contact[] _contacts = new Contact[2];

    public Desk Desk => desk;

    public Way Way => way;

    /// <summary>Among those of all desks.</summary>
    public int Number => number;

    public ReadOnlySpan<Contact> Contacts => _contacts.AsSpan(0, Count);

    public int Count { get; private set; }

    public Contact First => _contacts[0];

    public double Progress { get; set; }

    public double Speed { get; set; }

    public long At { get; set; }

    /// <summary>When the next one will be done, as planned last; an event of another time does not hold any more.</summary>
    public long DoneAt { get; set; } = long.MaxValue;

    public bool IsPlanned { get; set; }

    /// <summary>Something has left it in this moment, and something else may come.</summary>
    public bool IsLeft { get; set; }

    /// <summary>How many there were when they were counted last.</summary>
    public int Counted { get; set; }

    public void Settle(long now)
    {
        if (Speed > 0 && now > At)
        {
            Progress += Speed * ((now - At) / (double)TimeSpan.TicksPerSecond);
        }

        At = now;
    }

    /// <summary>What is finished by an event; null where the event does not hold any more.</summary>
    public Contact? Finished(long now)
    {
        if (DoneAt != now || Count == 0)
        {
            return null;
        }

        Settle(now);
        return FirstDone();
    }

    /// <summary>What will be done first; letters are worked at in their order.</summary>
    public Contact FirstDone()
    {
        var first = First;
        if (Count > 1 && !Way.Interruptible)
        {
            foreach (var contact in Contacts)
            {
                first = contact.Finish < first.Finish ? contact : first;
            }
        }

        return first;
    }

    public void Add(Contact contact)
    {
        if (Count == _contacts.Length)
        {
            Array.Resize(ref _contacts, 2 * Count);
        }

        _contacts[Count++] = contact;
    }

    public void Remove(Contact contact)
    {
        var place = --Count;
        var later = _contacts[place];
        while (!ReferenceEquals(later, contact))
        {
            place--;
            (later, _contacts[place]) = (_contacts[place], later);
        }
    }
}
