using Kanal.Decisions.Routing;
using Kanal.Decisions.Simulation;
using Kanal.Decisions.Staffing;
using Kanal.Decisions.Strategy;
using Kanal.Decisions.Tests.Staffing;
using NodaTime;
using NodaTime.Text;

namespace Kanal.Decisions.Tests.Simulation;

/// <summary>A month of a bank's calls, as they came, to those who were there.</summary>
public sealed class BankTests
{
    /// <summary>
    /// The factor is fitted here against the replay itself: formulas take the calls of a half hour for the mean of what chance
    /// might have brought, and so expect more to give up than a replay of what chance did bring.
    /// </summary>
    [Fact]
    public void The_factor_of_twenty_days_foretells_how_many_give_up_on_the_other_eleven()
    {
        var calls = BankCalls.Read();
        var known = calls.Where(call => DayOf(call.Date) <= 20).ToList();
        var factor = Fitted(known);
        Assert.InRange(factor, 0.7, 0.95);

        var rest = calls.Except(known).ToList();
        var replayed = Replay(rest, factor, known);
        TestContext.Current.TestOutputHelper?.WriteLine($"factor {factor}: {Lost(replayed)} give up against {Lost(rest)}, wait {Wait(replayed)} s against {rest.Average(call => call.Waited)}");
        Assert.Equal(Lost(rest), Lost(replayed), 0.01);
        Assert.Equal(1, Wait(replayed) / rest.Average(call => call.Waited), 0.2);
    }

    /// <summary>
    /// With the factor that <see cref="TeamFactor"/> fits by formula, half hours are played with as many agents as the team is
    /// worth: calls by chance at the rate at which they came, each as long as some call of the days that are known.
    /// </summary>
    /// <param name="known">The days by which the factor is fitted, from the first of the month on.</param>
    /// <param name="from">The days that are played.</param>
    [Theory]
    [InlineData(31, 1)]
    [InlineData(20, 21)]
    public void Half_hours_lose_as_many_with_the_factor_that_the_formula_fits(int known, int from)
    {
        var all = BankCalls.Read();
        var (before, calls) = (all.FindAll(call => DayOf(call.Date) <= known), all.FindAll(call => DayOf(call.Date) >= from));
        var fit = TeamFactor.Fit(BankCalls.Intervals(before));
        var scenario = new Scenario
        {
            Start = At(calls[0].Date, 0),
            Length = Duration.FromDays(DayOf(calls[^1].Date) - from + 1),
            Channels = [PhoneOf(before, call => call.Served > 0 ? call.Served : null)],
            Agents = Effective(calls, fit.Factor),
            Visitors = [new("callers") { Channel = "phone", Arrivals = AtTheirRates(calls) }],
        };
        var played = Enumerable.Range(0, 6).Select(run => Simulator.Run(scenario, 1, run).Channel(0)).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"factor {fit.Factor}: {played.Average(Lost)} give up against {Lost(calls)}, wait {played.Average(Wait)} s against {calls.Average(call => call.Waited)}");
        Assert.Equal(Lost(calls), played.Average(Lost), 0.01);
    }

    static PoissonArrivals AtTheirRates(List<BankCalls.Call> calls)
    {
        var rates = new SortedDictionary<Instant, double>();
        foreach (var its in calls.GroupBy(call => call.InSlot))
        {
            rates[At(its.Key.Date, its.Key.Slot * BankCalls.HalfHour)] = 2 * its.Count();
            rates.TryAdd(At(its.Key.Date, (its.Key.Slot + 1) * BankCalls.HalfHour), 0);
        }

        return new PoissonArrivals([.. rates.Select(rate => new ArrivalRate(rate.Key, rate.Value))]);
    }

    // Of each half hour so many agents as were there on average times the factor; a part of one is there for that part of it.
    static SimulatedAgent[] Effective(List<BankCalls.Call> calls, double factor)
    {
        var present = new List<List<Interval>>();
        foreach (var ((date, slot), there) in BankCalls.Presence(calls).OrderBy(its => At(its.Key.Date, its.Key.Slot * BankCalls.HalfHour)))
        {
            for (var left = factor * there; left > 0.001; left--)
            {
                var number = (int)Math.Round(factor * there - left);
                if (present.Count <= number)
                {
                    present.Add([]);
                }

                present[number].Add(new Interval(At(date, slot * BankCalls.HalfHour), At(date, (slot + Math.Min(1, left)) * BankCalls.HalfHour)));
            }
        }

        return [.. present.Index().Select(own => new SimulatedAgent(new AgentProfile(own.Index + 1), own.Item))];
    }

    static SimulatedChannel PhoneOf(List<BankCalls.Call> known, Func<BankCalls.Call, double?> handle) => new("phone", ChannelPace.Live)
    {
        Handle = Draw.Measured([.. known.Select(handle).OfType<double>()]),
        Patience = Draw.Exponential(known.Sum(call => call.Waited) / known.Count(call => call.Abandoned)),
    };

    // Between two factors what is lost is nearly a line.
    static double Fitted(List<BankCalls.Call> calls)
    {
        var (low, high) = (Lost(Replay(calls, 0.75, calls)), Lost(Replay(calls, 0.85, calls)));
        return 0.75 + 0.1 * (low - Lost(calls)) / (low - high);
    }

    static ChannelCounts Replay(List<BankCalls.Call> calls, double factor, List<BankCalls.Call> known)
    {
        // What the team loses inside the half hour makes each of them so much slower.
        double? Handle(BankCalls.Call call) => call.Served > 0 ? call.Served / factor : null;
        var first = DayOf(calls[0].Date);
        var scenario = new Scenario
        {
            Start = At(calls[0].Date, 0),
            Length = Duration.FromDays(DayOf(calls[^1].Date) - first + 1),
            Channels = [PhoneOf(known, Handle)],
            Agents =
            [
                .. BankCalls.Stretches(calls).GroupBy(its => its.Agent).OrderBy(own => own.Key, StringComparer.Ordinal).Index()
                    .Select(own => new SimulatedAgent(new AgentProfile(own.Index + 1), [.. own.Item.Select(its => new Interval(At(its.Date, its.From), At(its.Date, its.Until))).OrderBy(its => its.Start)])),
            ],
            Visitors =
            [
                new("callers")
                {
                    Channel = "phone",
                    Arrivals = new RecordedArrivals([.. calls.Select(call => new RecordedVisitor(At(call.Date, call.Arrived)) { HandleSeconds = Handle(call) }).OrderBy(visitor => visitor.At)]),
                },
            ],
        };
        return Simulator.Run(scenario, 1, 0).Channel(0);
    }

    static double Lost(ChannelCounts counts) => counts.Abandoned / counts.Offered;

    static double Lost(List<BankCalls.Call> calls) => calls.Count(call => call.Abandoned) / (double)calls.Count;

    static double Wait(ChannelCounts counts) => (counts.AnswerWait + counts.AbandonedWait) / counts.Offered;

    static int DayOf(string date) => LocalDatePattern.Iso.Parse(date).Value.Day;

    static Instant At(string date, double seconds) => LocalDatePattern.Iso.Parse(date).Value.AtMidnight().InUtc().ToInstant() + Duration.FromSeconds(seconds);
}
