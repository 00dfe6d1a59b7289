using Kanal.Decisions.Hours;
using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.RoutingBench;

/// <summary>
/// A contact centre with more to do than it can: as soon as somebody is served another comes, so that as many wait at the end as
/// at the beginning. What happens is recorded, so that it can be played to the router again and nothing else is measured.
/// </summary>
sealed class BusyDay
{
    const int Agents = 500;
    const int Queues = 50;
    const int Skills = 10;

    static readonly (string Name, int Share)[] _channels = [("chat", 60), ("messaging", 15), ("email", 15), ("call", 10)];

    readonly Random _chance = new(1);
    readonly PriorityQueue<Func<RoutingEvent?>, Instant> _coming = new();
    readonly RoutingState _state;
    readonly int _waiting;
    List<(RoutingEvent Event, Instant Now)>? _recorded;
    Instant _now = Instant.FromUtc(2026, 3, 20, 9, 0);
    long _conversations;

    public BusyDay(int waiting)
    {
        _waiting = waiting;
        _state = new RoutingState(Rules());
        for (var agent = 1; agent <= Agents; agent++)
        {
            Happens(new AgentChanged(Profile(agent)));
            Happens(new AgentPresenceChanged(agent, Presence.Available));
            Break(agent);
        }
    }

    public int Waiting => _state.WaitingCount;

    /// <summary>Lets so much happen, then records so much more.</summary>
    public Recording Record(int before, int count)
    {
        Play(before);
        var start = _state.Snapshot();
        _recorded = new(count);
        var from = _now;
        Play(count);
        return new Recording(start, from, _recorded);
    }

    void Play(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_state.WaitingCount < _waiting)
            {
                Happens(Newcomer());
            }
            else if (_coming.TryDequeue(out var what, out var due))
            {
                _now = Instant.Max(_now, due);
                if (what() is { } @event)
                {
                    Happens(@event);
                }
                else
                {
                    i--;
                }
            }
        }
    }

    void Happens(RoutingEvent @event)
    {
        _recorded?.Add((@event, _now));
        foreach (var action in Router.Handle(_state, @event, _now))
        {
            switch (action)
            {
                case SetTimer timer:
                    _coming.Enqueue(() => timer.Event, timer.Due);
                    break;
                case MakeOffer { Offer: var offer }:
                    Answer(offer);
                    break;
                case SetPresence { Agent: var agent }:
                    In(60, 600, () => new AgentPresenceChanged(agent, Presence.Available));
                    break;
            }
        }
    }

    void Answer(Offer offer)
    {
        switch (_chance.Next(100))
        {
            case < 92:
                In(1, 8, () =>
                {
                    if (_state.RingingOffer(offer.Conversation)?.Offer != offer)
                    {
                        return null;
                    }

                    Talk(offer.Conversation, offer.Agent, 2 + _chance.Next(9));
                    return new OfferAccepted(offer);
                });
                break;
            case < 96:
                In(2, 10, () => new OfferDeclined(offer));
                break;
        }
    }

    void Talk(long conversation, long agent, int left) => In(5, 60, () =>
    {
        if (_state.AgentOf(conversation) != agent)
        {
            return null;
        }

        if (left == 0)
        {
            In(10, 60, () => new ConversationEnded(conversation));
            return _chance.Next(2) == 0 ? new WrapUpStarted(conversation) : null;
        }

        // One in twenty thinks for so long that the conversation rests.
        In(5, _chance.Next(20) == 0 ? 900 : 60, () =>
        {
            Talk(conversation, agent, left - 1);
            return new CustomerWrote(conversation);
        });
        return new AgentReplied(conversation);
    });

    void Break(long agent) => In(600, 14_400, () =>
    {
        In(300, 1_800, () => new AgentPresenceChanged(agent, Presence.Available));
        Break(agent);
        return new AgentPresenceChanged(agent, Presence.OnBreak);
    });

    ConversationQueued Newcomer()
    {
        var (id, queue) = (++_conversations, 1 + _chance.Next(Queues));
        if (_chance.Next(20) == 0)
        {
            In(30, 1_800, () => _state.PositionOf(id) is null ? null : new ConversationWithdrawn(id));
        }

        return new ConversationQueued(id, queue, Channel(), 1 + (queue % 5), _now)
        {
            Value = _chance.Next(4) == 0 ? 1 + _chance.Next(4) : null,
            Language = _chance.Next(3) == 0 ? "da" : "en",
            PreferredAgent = _chance.Next(10) == 0 ? 1 + _chance.Next(Agents) : null,
        };
    }

    void In(int least, int most, Func<RoutingEvent?> what) => _coming.Enqueue(what, _now + Duration.FromMilliseconds(_chance.Next(least * 1000, most * 1000)));

    string Channel()
    {
        var drawn = _chance.Next(100);
        foreach (var (name, share) in _channels)
        {
            if ((drawn -= share) < 0)
            {
                return name;
            }
        }

        return _channels[0].Name;
    }

    AgentProfile Profile(long agent) => new(agent)
    {
        Queues = Enumerable.Range(0, 5).Select(_ => 1L + _chance.Next(Queues)).ToHashSet(),
        Skills = Enumerable.Range(0, 4).Select(_ => _chance.Next(Skills)).Distinct().ToDictionary(skill => skill == 0 ? "language:da" : $"{skill}", _ => 1 + _chance.Next(5)),
    };

    static readonly OpeningCalendar _weekdays = new(
        DateTimeZoneProviders.Tzdb["Europe/Copenhagen"],
        Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, day => (IReadOnlyList<OpeningInterval>)[new OpeningInterval(new LocalTime(8, 0), new LocalTime(20, 0))]));

    static RoutingRules Rules() => new()
    {
        Calendars = Enumerable.Range(1, 5).ToDictionary(site => (long)site, _ => _weekdays),
        Queues =
        [
            .. Enumerable.Range(1, Queues).Select(queue => new QueueRules(queue)
            {
                Value = 1 + (queue % 3),
                RaiseWhenNear = queue % 5 == 0 ? 2 : 0,
                Overflow = queue % 4 == 0 ? [new Overflow(Duration.FromMinutes(2), 1 + (queue % Queues))] : [],
                Steps = queue % 2 == 0 ? SkillSteps.Anyone : new SkillSteps(
                [
                    new SkillStep([new SkillNeed($"{1 + (queue % (Skills - 1))}", 4)], Duration.FromSeconds(30)),
                    new SkillStep([new SkillNeed($"{1 + (queue % (Skills - 1))}", 2)], Duration.FromSeconds(60)),
                    new SkillStep([], null),
                ]),
            }),
        ],
    };
}
