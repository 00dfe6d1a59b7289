using System.Runtime.CompilerServices;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Routing;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>One run of a scenario, from its beginning to its end, in virtual time.</summary>
sealed class SimulatedDay
{
    // How many events pass between two looks at whether anybody still wants it.
    const int Patience = 4_096;

    static readonly ChannelStrategy _none = StrategyFor([]);

    readonly Scenario _scenario;
    readonly EventCalendar _calendar = new();
    readonly Deadlines _deadlines = new();
    readonly Contacts _contacts = new();
    readonly Tally _tally;
    readonly Way[] _ways;
    readonly Desk[] _desks;
    readonly Arriving _arriving;
    readonly RoutingState _state;
    readonly Desks _work;
    readonly Reception _reception;
    readonly Standing _standing;
    readonly Visits _visits;
    readonly Gauge _busy;
    readonly Gauge _signedIn;
    readonly long _start;
    readonly long _end;

    public SimulatedDay(Scenario scenario, ulong seed, int run)
    {
        _scenario = scenario;
        (_start, _end) = (scenario.Start.ToUnixTimeTicks(), scenario.End.ToUnixTimeTicks());
        _tally = new Tally(scenario);
        _ways = [.. scenario.Channels.Select(WayOf)];
        var strategy = scenario.Strategy ?? (scenario.Channels.Count == 0 ? _none : StrategyFor(scenario.Channels));
        var chance = Streams.Of(seed, run);
        _arriving = new Arriving([.. scenario.Visitors.Select((kind, number) => new KindPlan(number, kind, _ways, strategy.Catalogue, chance))], _start);
        _state = new RoutingState(scenario.Rules ?? RulesOf(scenario), explains: false, _contacts);
        _desks = [.. scenario.Agents.Select((agent, number) => new Desk(number, agent, _ways))];
        (_busy, _signedIn) = (_tally.Gauge(), _tally.Gauge());
        _work = new Desks(_desks, _ways, _calendar, _busy, _signedIn);
        _reception = new Reception(_state, new Times(_calendar, _deadlines), _contacts, _work, _tally, (contact, ending, now) => _visits?.Over(contact, ending, now));
        _state.Driver = _reception;
        _standing = new Standing(_state, _ways, _desks.Length, scenario.Demand);
        _visits = new Visits(strategy, new MomentFacts(scenario, strategy.Catalogue, new OpenTimes(scenario.Calendar, scenario.Start, scenario.End)), _standing, _ways, _calendar, new VisitParts(_reception, _tally, _contacts, run));
    }

    public RunResult Play(CancellationToken ct)
    {
        Begin();
        for (var events = 0; Math.Min(Math.Min(_calendar.Next, _deadlines.Next), _arriving.Next) is var now && now < _end; events++)
        {
            if (events % Patience == 0)
            {
                ct.ThrowIfCancellationRequested();
            }

            _reception.Now = now;
            Happen(now);
        }

        return End();
    }

    // At one moment what agents do comes first, then what those who wait do, then who comes.
    // Not inlined: what is called often is compiled anew soon, and a loop that is entered once a day only after many days.
    [MethodImpl(MethodImplOptions.NoInlining)]
    void Happen(long now)
    {
        if (_calendar.Next == now)
        {
            Happen(_calendar.Take());
        }
        else if (_deadlines.Next == now)
        {
            _reception.RunOut(_contacts.At(_deadlines.First));
        }
        else
        {
            var kind = _arriving.Kind;
            _visits.Come(kind, in _arriving.Take());
        }
    }

    void Happen(in Coming next)
    {
        switch (next.What)
        {
            case Happening.Again:
                _visits.ComeAgain(next.Which);
                return;
            case Happening.Work:
                _reception.Work(_work.LaneOf(next));
                break;
            case Happening.Shift:
                Shift(_desks[next.Which]);
                break;
            case Happening.Back:
                _reception.Back(_desks[next.Which]);
                break;
            default:
                _reception.Happen(next);
                break;
        }
    }

    void Begin()
    {
        _reception.Now = _start;
        foreach (var desk in _desks)
        {
            _reception.Tell(new AgentChanged(desk.Agent.Profile));
            while (desk.Shift < desk.Agent.Present.Count && desk.Agent.Present[desk.Shift].End.ToUnixTimeTicks() <= _start)
            {
                desk.Shift++;
            }

            PlanShift(desk);
        }
    }

    void Shift(Desk desk)
    {
        if (!desk.Present)
        {
            _reception.Arrive(desk);
        }
        else
        {
            var left = desk.Agent.Present[desk.Shift++].End;
            _reception.Leave(desk, desk.Shift >= desk.Agent.Present.Count || desk.Agent.Present[desk.Shift].Start - left > SimulatedAgent.LongestBreak);
        }

        PlanShift(desk);
    }

    void PlanShift(Desk desk)
    {
        if (desk.Shift < desk.Agent.Present.Count)
        {
            var stretch = desk.Agent.Present[desk.Shift];
            _calendar.Add(Math.Max(_start, (desk.Present ? stretch.End : stretch.Start).ToUnixTimeTicks()), Happening.Shift, desk.Number);
        }
    }

    RunResult End()
    {
        foreach (var contact in _contacts.All)
        {
            if (contact.Interval >= 0 && (contact.Waits || (contact.Desk is not null && (contact.Way.Interruptible || contact.Unreached))))
            {
                _tally.Result.At(contact.Way.Number, contact.Interval).Waiting++;
            }
        }

        var (busy, signedIn) = (_busy.Until(_end), _signedIn.Until(_end));
        for (var interval = 0; interval < _scenario.Intervals; interval++)
        {
            ref var house = ref _tally.Result.At(interval);
            (house.BusySeconds, house.SignedInSeconds) = (busy[interval], signedIn[interval]);
            house.Cost += signedIn[interval] / 3_600 * _scenario.AgentHourCost;
        }

        foreach (var way in _ways)
        {
            var (waiting, held, desks) = (way.Waiting.Until(_end), way.Held.Until(_end), way.Desks.Until(_end));
            for (var interval = 0; interval < _scenario.Intervals; interval++)
            {
                ref var counts = ref _tally.Result.At(way.Number, interval);
                (counts.QueueSeconds, counts.HeldSeconds, counts.DeskSeconds, counts.Seconds) = (waiting[interval], held[interval], desks[interval], _tally.SecondsOf(interval));
            }
        }

        return _tally.Result;
    }

    Way WayOf(SimulatedChannel spec, int number)
    {
        var calendar = spec.Calendar ?? _scenario.Calendar;
        return new Way(number, spec, new OpenTimes(calendar, _scenario.Start, _scenario.End), _scenario.Rules is null ? number + 1 : _scenario.Site, new OpenClock(calendar), _tally.Gauge(), _tally.Gauge(), _tally.Gauge());
    }

    // Each channel is a site of its own for the router, since each may have hours of its own.
    static RoutingRules RulesOf(Scenario scenario) => new()
    {
        Channels = [.. scenario.Channels.Select(Way.RulesOf)],
        Calendars = scenario.Channels.Index().Where(way => (way.Item.Calendar ?? scenario.Calendar) is not null)
            .ToDictionary(way => way.Index + 1L, way => way.Item.Calendar ?? scenario.Calendar ?? throw new InvalidOperationException("There is none.")),
        AutoAcceptPause = Duration.Zero,
    };

    static ChannelStrategy StrategyFor(IReadOnlyList<SimulatedChannel> channels)
    {
        var everybody = new RuleDefinition { Id = "everybody", Name = "everybody", Offer = channels.Count == 0 ? ["help"] : [.. channels.Select(channel => channel.Channel)] };
        return ChannelStrategy.From(new StrategyDefinition { Name = "plain", Rules = [everybody] }, FactCatalogue.Standard, out var problems)
            ?? throw new ArgumentException($"{(problems.Count > 0 ? problems[0].Sentence : null)}", nameof(channels));
    }
}

/// <summary>What visits need of the rest.</summary>
sealed record VisitParts(Reception Reception, Tally Tally, Contacts Contacts, int Run);
