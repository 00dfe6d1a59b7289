using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>
/// What everybody who waits can expect, and whoever comes next. Agents are taken to be full, since somebody waits; of those
/// ahead who want another line, the share counts that our own agents will serve. Does not change; safe from any thread.
/// </summary>
public sealed class Outlook
{
    readonly Dictionary<(WaitLine Line, int Circle), Service> _lines = [];
    readonly Dictionary<long, Place> _places = [];
    readonly Dictionary<long, int> _inQueue = [];

    /// <param name="floor">Who is there and who waits.</param>
    /// <param name="rates">How quickly things go, for every line that is asked about.</param>
    public Outlook(Floor floor, IReadOnlyDictionary<WaitLine, LineRates> rates)
    {
        foreach (var (line, rate) in rates)
        {
            _lines[(line, FloorWaiting.Anyone)] = Service.Of(line, rate, floor.Agents, null);
        }

        // Those who need special skills have fewer agents than their queue.
        foreach (var (line, circle) in floor.Waiting.Select(it => (it.Line, it.Circle)).Distinct())
        {
            if (rates.TryGetValue(line, out var rate) && floor.Circles.TryGetValue(circle, out var members))
            {
                _lines[(line, circle)] = Service.Of(line, rate, floor.Agents, members);
            }
        }

        foreach (var waiting in floor.Waiting)
        {
            Add(waiting);
        }
    }

    /// <summary>Nobody there and nobody waiting.</summary>
    public static Outlook Empty { get; } = new(Floor.Empty, new Dictionary<WaitLine, LineRates>());

    /// <summary>Whether anything can be said of a line.</summary>
    public bool Knows(WaitLine line) => _lines.ContainsKey((line, FloorWaiting.Anyone));

    /// <summary>How many are served before this conversation gets its turn; null when it does not wait.</summary>
    public double? AheadOf(long conversation) => _places.TryGetValue(conversation, out var place) ? place.Ahead : null;

    /// <summary>Place in its queue, from 1, whatever the channel and those for whom it rings included; null when it does not wait.</summary>
    public int? PositionOf(long conversation) => _places.TryGetValue(conversation, out var place) ? place.Position : null;

    /// <summary>What somebody who waits can expect from now on; null when they do not wait.</summary>
    /// <param name="closing">When nobody is served any more today, where that is in sight.</param>
    public WaitEstimate? Of(long conversation, Instant now, Instant? closing) =>
        !_places.TryGetValue(conversation, out var place) ? null
        : place.Ringing ? WaitEstimate.Now
        : Estimate(place.Service, place.Ahead, now, closing);

    /// <summary>What somebody can expect who joins a line now.</summary>
    public WaitEstimate ForNext(WaitLine line, Instant now, Instant? closing) =>
        Next(line) is not { } service ? WaitEstimate.Unknown
        : service.Free > service.Ahead ? WaitEstimate.Now
        : Estimate(service, service.Ahead, now, closing);

    /// <summary>How many somebody finds ahead who joins a line now.</summary>
    public double AheadOfNext(WaitLine line) => Next(line)?.Ahead ?? 0;

    /// <summary>How many more could be taken on a line now.</summary>
    public int FreeFor(WaitLine line) => Next(line)?.Free ?? 0;

    /// <summary>Who serves a line; null where nobody is there who does.</summary>
    public LineTeam? TeamOf(WaitLine line) => Next(line) is { Agents: > 0 } service ? new LineTeam(service.Agents, service.Slots, service.Free, service.Handle) : null;

    /// <summary>Whether anybody is there who takes what comes on a line.</summary>
    public bool IsStaffed(WaitLine line) => Next(line) is { Rate: > 0 };

    Service? Next(WaitLine line) => _lines.GetValueOrDefault((line, FloorWaiting.Anyone));

    static WaitEstimate Estimate(Service? service, double ahead, Instant now, Instant? closing) => service is null
        ? WaitEstimate.Unknown
        : PredictedWait.After(ahead, [new StaffPeriod(now, service.Rate)], service.Patience, now, closing);

    void Add(FloorWaiting waiting)
    {
        var own = _lines.GetValueOrDefault((waiting.Line, waiting.Circle)) ?? Next(waiting.Line);
        var position = _inQueue[waiting.Line.Queue] = _inQueue.GetValueOrDefault(waiting.Line.Queue) + 1;
        _places[waiting.Conversation] = new Place(own, position, own?.Ahead ?? 0, waiting.Ringing);
        if (waiting.Ringing || own is null)
        {
            // What rings has a hand held out to it: it stands in nobody's way.
            return;
        }

        foreach (var other in _lines.Values)
        {
            other.Ahead += own.ShareWith(other);
        }
    }

    readonly record struct Place(Service? Service, int Position, double Ahead, bool Ringing);

    /// <summary>One line and those who serve it.</summary>
    sealed class Service
    {
        readonly Dictionary<long, double> _rates = [];
        readonly Dictionary<Service, double> _shares = [];

        public double Rate { get; private set; }

        public double Patience { get; private init; }

        public int Free { get; private set; }

        public int Slots { get; private set; }

        public int Agents => _rates.Count;

        public required IReadOnlyList<double> Handle { get; init; }

        public double Ahead { get; set; }

        public static Service Of(WaitLine line, LineRates rates, IReadOnlyList<FloorAgent> agents, IReadOnlySet<long>? members)
        {
            var service = new Service { Patience = rates.Patience, Handle = rates.Handle };
            foreach (var agent in agents)
            {
                if (!(members?.Contains(agent.Agent) ?? agent.Queues?.Contains(line.Queue) ?? true) || agent.Desks.FirstOrDefault(desk => desk.Channel == line.Channel) is not { Slots: > 0 } own)
                {
                    continue;
                }

                var rate = rates.Completions(own.Slots);
                service._rates[agent.Agent] = rate;
                service.Rate += rate;
                service.Free += own.Free;
                service.Slots += own.Slots;
            }

            return service;
        }

        /// <summary>The share of those who wait here that <paramref name="other"/>'s agents will serve.</summary>
        public double ShareWith(Service other)
        {
            if (other == this || Rate <= 0)
            {
                return other == this ? 1 : 0;
            }

            if (!_shares.TryGetValue(other, out var share))
            {
                _shares[other] = share = Math.Min(1, _rates.Where(mine => other._rates.ContainsKey(mine.Key)).Sum(mine => mine.Value) / Rate);
            }

            return share;
        }
    }
}
