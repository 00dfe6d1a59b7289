namespace Kanal.Decisions.Routing;

/// <summary>All agents, and who of them could take what. Agents have small numbers, so that sets of them are bits.</summary>
/// <param name="explains">Decisions are to say what they saw.</param>
sealed class Team(bool explains)
{
    readonly Dictionary<long, RoutedAgent> _byId = [];
    readonly List<RoutedAgent?> _byNumber = [];
    readonly Stack<int> _free = new();
    readonly Dictionary<string, RoutedChannel> _byName = [];
    RoutedChannel[] _channels = [];
    AgentProfile?[] _profiles = [];
    AgentNow[] _now = [];
    long[] _idleSince = [];

    public IEnumerable<RoutedAgent> All => _byId.Values;

    public IReadOnlyList<RoutedChannel> Channels => _channels;

    /// <summary>Agents who may have changed since somebody last looked and cleared it.</summary>
    public BitSet Changed { get; } = new();

    public RoutedAgent? Find(long id) => _byId.GetValueOrDefault(id);

    public RoutedAgent this[int number] => _byNumber[number] ?? throw Missing(number);

    /// <summary>By number, with holes; a new list whenever it changes, so that it can be kept.</summary>
    public AgentProfile?[] Profiles => _profiles;

    /// <summary>By number, as of those who were settled last.</summary>
    public ReadOnlySpan<long> IdleSince => _idleSince;

    public AgentNow[] CopyOfNow() => [.. _now.AsSpan(0, _byNumber.Count)];

    public RoutedAgent FindOrAdd(long id)
    {
        var agent = _byId.GetValueOrDefault(id);
        if (agent is null)
        {
            if (!_free.TryPop(out var number))
            {
                number = _byNumber.Count;
                _byNumber.Add(null);
                Array.Resize(ref _now, Math.Max(_now.Length, _byNumber.Count + 15));
                Array.Resize(ref _idleSince, _now.Length);
                Array.ForEach(_channels, channel => channel.Reserve(_now.Length));
            }

            _byId.Add(id, agent = new RoutedAgent(id, number));
            _byNumber[number] = agent;
            Give(agent, agent.Profile);
        }

        return agent;
    }

    public void Give(RoutedAgent agent, AgentProfile profile)
    {
        agent.Profile = profile;
        agent.Limits = [.. _channels.Select(channel => LimitsOf(agent, channel))];
        Publish(agent.Number, profile);
    }

    /// <summary>For an agent who is gone, of whom nothing is held.</summary>
    public void Remove(RoutedAgent agent)
    {
        _byId.Remove(agent.Id);
        _byNumber[agent.Number] = null;
        _free.Push(agent.Number);
        Publish(agent.Number, null);
    }

    /// <summary>Without the channels, which come back as conversations need them.</summary>
    public void ForgetChannels()
    {
        _channels = [];
        _byName.Clear();
        foreach (var agent in All)
        {
            agent.Limits = [];
        }
    }

    public RoutedChannel ChannelOf(string name, RoutingRules rules)
    {
        if (!_byName.TryGetValue(name, out var channel))
        {
            var own = rules.Channels.FirstOrDefault(it => it.Channel == name) ?? ChannelRules.Defaults.FirstOrDefault(it => it.Channel == name) ?? new ChannelRules(name);
            _byName.Add(name, channel = new RoutedChannel(_channels.Length, own));
            _channels = [.. _channels, channel];
            channel.Reserve(_now.Length);
            foreach (var agent in All)
            {
                agent.Limits = [.. agent.Limits, LimitsOf(agent, channel)];
                Settle(agent);
            }
        }

        return channel;
    }

    /// <summary>Puts a changed agent in the right sets. Tells whether anything may fit that did not, or be reserved for that could not.</summary>
    public (bool Fits, bool Lighter) Settle(RoutedAgent agent)
    {
        var (number, limits) = (agent.Number, agent.Limits);
        var (live, any) = Weigh(agent);
        _idleSince[number] = agent.IdleSince;
        Changed.Add(number);
        if (explains)
        {
            _now[number] = Now(agent, live);
        }

        var (available, capacity, kept) = (agent.Presence == Presence.Available, agent.Profile.Capacity, agent.ReservedFor is not null);
        var (fits, lighter) = (false, false);
        foreach (var channel in _channels)
        {
            var (weight, maximum) = limits[channel.Number];
            var wanted = agent.UnitsWith(channel);
            var room = agent.HasRoomFor(channel, wanted);
            fits |= channel.Fits.Set(number, room && !kept && agent.IsFreeFor(channel));
            lighter |= channel.Lighter.Set(number, !room && available && !kept && maximum > 0 && weight <= capacity && wanted > capacity
                && (channel.Interruptible ? any : live) < weight);
        }

        return (fits, lighter);
    }

    /// <summary>For an agent who stands in all sets as before, and has had something in hand from now on.</summary>
    public void Renew(RoutedAgent agent)
    {
        _idleSince[agent.Number] = agent.IdleSince;
        Changed.Add(agent.Number);
    }

    // Adds up what is in hand; what weighs most of the live and of all.
    (int Live, int Any) Weigh(RoutedAgent agent)
    {
        var (number, limits) = (agent.Number, agent.Limits);
        var (live, interruptible, heaviestLive, heaviest) = (0, 0, 0, 0);
        foreach (var channel in _channels)
        {
            var (count, weight) = (channel.CountOf(number), limits[channel.Number].Weight);
            if (count == 0)
            {
                continue;
            }

            heaviest = Math.Max(heaviest, weight);
            if (channel.Interruptible)
            {
                interruptible += count * weight;
            }
            else
            {
                live += count * weight;
                heaviestLive = Math.Max(heaviestLive, weight);
            }
        }

        (agent.Live, agent.Interruptible) = (live, interruptible);
        return (heaviestLive, heaviest);
    }

    static AgentNow Now(RoutedAgent agent, int heaviestLive) => new(
        agent.Presence,
        (agent.Ringing is null ? 0 : AgentHindrance.Ringing)
            | (agent.ReservedFor is null ? 0 : AgentHindrance.Reserved)
            | (agent.BreatherUntil is null ? 0 : AgentHindrance.Breather)
            | (heaviestLive > 0 && heaviestLive >= agent.Profile.Capacity ? AgentHindrance.OnACall : 0),
        (ushort)Math.Min(agent.Live, ushort.MaxValue),
        (ushort)Math.Min(agent.Interruptible, ushort.MaxValue));

    static (int Weight, int Maximum) LimitsOf(RoutedAgent agent, RoutedChannel channel) => (agent.Profile.WeightOf(channel.Rules), agent.Profile.MaximumOf(channel.Rules));

    static InvalidOperationException Missing(int number) => new($"No agent has the number {number}.");

    void Publish(int number, AgentProfile? profile)
    {
        var profiles = _profiles;
        Array.Resize(ref profiles, _byNumber.Count);
        profiles = ReferenceEquals(profiles, _profiles) ? [.. profiles] : profiles;
        profiles[number] = profile;
        _profiles = profiles;
    }
}
