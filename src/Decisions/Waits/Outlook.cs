using NodaTime;

namespace Kanal.Decisions.Waits;

/// <summary>
/// What everybody who waits can expect, and whoever comes next. Agents are taken to be full, since somebody waits; of those
/// ahead who want another line, the share counts that our own agents will serve. Does not change; safe from any thread.
/// </summary>
public sealed class Outlook
{
    readonly Dictionary<WaitLine, Service> _lines = [];
    readonly Dictionary<long, Place> _places = [];

    /// <param name="floor">Who is there and who waits.</param>
    /// <param name="rates">How quickly things go, for every line that is asked about.</param>
    public Outlook(Floor floor, IReadOnlyDictionary<WaitLine, LineRates> rates)
    {
        foreach (var (line, rate) in rates)
        {
            _lines[line] = Service.Of(line, rate, floor.Agents);
        }

        foreach (var waiting in floor.Waiting)
        {
            Add(waiting);
        }
    }

    /// <summary>Nobody there and nobody waiting.</summary>
    public static Outlook Empty { get; } = new(Floor.Empty, new Dictionary<WaitLine, LineRates>());

    /// <summary>How many are served before this conversation gets its turn; null when it does not wait.</summary>
    public double? AheadOf(long conversation) => _places.TryGetValue(conversation, out var place) ? place.Ahead : null;

    /// <summary>What somebody who waits can expect from now on; null when they do not wait.</summary>
    /// <param name="closing">When nobody is served any more today, where that is in sight.</param>
    public WaitEstimate? Of(long conversation, Instant now, Instant? closing) =>
        !_places.TryGetValue(conversation, out var place) ? null
        : place.Ringing ? WaitEstimate.Now
        : Estimate(place.Line, place.Ahead, now, closing);

    /// <summary>What somebody can expect who joins a line now.</summary>
    public WaitEstimate ForNext(WaitLine line, Instant now, Instant? closing) =>
        !_lines.TryGetValue(line, out var service) ? WaitEstimate.Unknown
        : service.Free > service.Ahead ? WaitEstimate.Now
        : Estimate(line, service.Ahead, now, closing);

    /// <summary>How many somebody finds ahead who joins a line now.</summary>
    public double AheadOfNext(WaitLine line) => _lines.TryGetValue(line, out var service) ? service.Ahead : 0;

    WaitEstimate Estimate(WaitLine line, double ahead, Instant now, Instant? closing) => _lines.TryGetValue(line, out var service)
        ? PredictedWait.After(ahead, [new StaffPeriod(now, service.Rate)], service.Patience, now, closing)
        : WaitEstimate.Unknown;

    void Add(FloorWaiting waiting)
    {
        _places[waiting.Conversation] = new Place(waiting.Line, _lines.TryGetValue(waiting.Line, out var own) ? own.Ahead : 0, waiting.Ringing);
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

    readonly record struct Place(WaitLine Line, double Ahead, bool Ringing);

    /// <summary>One line and those who serve it.</summary>
    sealed class Service
    {
        readonly Dictionary<long, double> _rates = [];
        readonly Dictionary<Service, double> _shares = [];

        public double Rate { get; private set; }

        public double Patience { get; private init; }

        public int Free { get; private set; }

        public double Ahead { get; set; }

        public static Service Of(WaitLine line, LineRates rates, IReadOnlyList<FloorAgent> agents)
        {
            var service = new Service { Patience = rates.Patience };
            foreach (var agent in agents)
            {
                if (agent.Queues?.Contains(line.Queue) is false || agent.Desks.FirstOrDefault(desk => desk.Channel == line.Channel) is not { Slots: > 0 } own)
                {
                    continue;
                }

                var rate = rates.Completions(own.Slots);
                service._rates[agent.Agent] = rate;
                service.Rate += rate;
                service.Free += own.Free;
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
