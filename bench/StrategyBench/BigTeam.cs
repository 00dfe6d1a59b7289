using Kanal.Decisions.Prices;
using Kanal.Decisions.Staffing;

namespace Kanal.StrategyBench;

/// <summary>A team of 50 with four chats each, 200 slots, and more visitors of twenty kinds than it can serve.</summary>
sealed class BigTeam
{
    readonly double[] _completions = SimultaneousChats.CompletionRates(50, SimultaneousChats.Linear(480.0 / 3600, 0.3, 4));
    readonly ValueClass[] _classes = [.. Enumerable.Range(1, 20).Select(i => new ValueClass(5 * i, 200.0 / i))];

    public SlotPrices Prices { get; private set; } = SlotPrices.None;

    public void Price(int run) => Prices = SlotPrices.Of(_completions, _classes);
}
