using System.Collections.Concurrent;
using Kanal.Centre.Storage;
using Kanal.Centre.Waits;
using Kanal.Decisions.Prices;
using Kanal.Decisions.Waits;
using NodaTime;

namespace Kanal.Centre.Prices;

/// <summary>
/// What one more conversation costs each line now: nothing until menus have brought visitors of known value. Prices are worked out
/// anew by <see cref="PriceClock"/>; which of them holds follows from how many are being served at the moment.
/// </summary>
public sealed class LivePrices(WaitBoard waits, TimeProvider time)
{
    readonly ConcurrentDictionary<WaitLine, LineDemand> _demands = new();
    readonly ConcurrentDictionary<WaitLine, Worked> _worked = new();

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>A visitor was shown a menu, and serving them there is worth this.</summary>
    internal void Shown(WaitLine line, Id menu, double value, bool offered) => _demands.GetOrAdd(line, _ => new LineDemand(Now)).Shown(menu, value, offered, Now);

    /// <summary>A conversation came of a menu, when serving the visitor was worth this.</summary>
    internal void Taken(WaitLine line, Id menu, double value)
    {
        if (_demands.TryGetValue(line, out var demand))
        {
            demand.Taken(menu, value, Now);
        }
    }

    /// <summary>What the next conversation costs, in the money of the sites it serves; 0 where nothing is known of values.</summary>
    public double PriceOf(WaitLine line) => _worked.TryGetValue(line, out var worked) && waits.TeamOf(line) is { } team ? worked.Prices.At(team.Busy + OutstandingOf(line)) : 0;

    /// <summary>How a line's prices stand; null where nothing is known of values.</summary>
    public LinePrices? Of(WaitLine line)
    {
        if (!_worked.TryGetValue(line, out var worked) || waits.TeamOf(line) is not { } team || !_demands.TryGetValue(line, out var demand))
        {
            return null;
        }

        var outstanding = OutstandingOf(line);
        return new LinePrices(new Id(line.Queue), line.Channel, worked.At.ToDateTimeOffset(), team.Slots, team.Busy, outstanding, demand.Acceptance(Now), worked.Prices.At(team.Busy + outstanding),
            worked.Prices.ValuePerHour, [.. worked.Classes.Zip(worked.Prices.Limits, (its, limit) => new PriceLimit(its.Value, its.PerHour, limit))]);
    }

    /// <summary>Of every line of which anything is known of values.</summary>
    public IReadOnlyList<LinePrices> All() => [.. _worked.Keys.OrderBy(line => line.Queue).Select(Of).OfType<LinePrices>()];

    internal void WorkOut()
    {
        foreach (var (line, demand) in _demands)
        {
            var (now, classes) = (Now, demand.Classes(Now));
            if (classes.Count > 0 && waits.TeamOf(line) is { Slots: > 0 } team)
            {
                _worked[line] = new Worked(now, TeamPrices.Of(team, classes), classes);
            }
            else
            {
                _worked.TryRemove(line, out _);
            }
        }
    }

    double OutstandingOf(WaitLine line) => _demands.TryGetValue(line, out var demand) ? demand.Outstanding(Now) : 0;

    sealed record Worked(Instant At, SlotPrices Prices, IReadOnlyList<ValueClass> Classes);
}

/// <summary>What a slot of a line costs now, and why.</summary>
/// <param name="At">When prices were worked out.</param>
/// <param name="Capacity">Conversations that those who are there can hold.</param>
/// <param name="Busy">Those that they hold, and slots that are not free for another reason.</param>
/// <param name="Outstanding">Of the menus that visitors look at now, how many will be taken up.</param>
/// <param name="Acceptance">Of those who are shown this way, the share that takes it.</param>
/// <param name="Price">Of the next slot.</param>
/// <param name="ValuePerHour">What the line earns in an hour when it keeps to the limits.</param>
public sealed record LinePrices(
    Id Queue, string Channel, DateTimeOffset At, int Capacity, int Busy, double Outstanding, double Acceptance, double Price, double ValuePerHour, IReadOnlyList<PriceLimit> Limits);

/// <summary>Visitors who are worth about the same.</summary>
/// <param name="Value">What serving one of them is worth.</param>
/// <param name="PerHour">How many come in an hour who would take it.</param>
/// <param name="Limit">They are let in while fewer than this are being served.</param>
public sealed record PriceLimit(double Value, double PerHour, int Limit);
