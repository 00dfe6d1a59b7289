using Kanal.Decisions.Forecasting;
using Kanal.Decisions.Staffing;
using NodaTime;

namespace Kanal.StrategyBench;

/// <summary>How many agents it takes, what a team's own factor is, and what will come.</summary>
sealed class Staffing
{
    const int Slots = 48;

    static readonly StaffingTargets _targets = new() { ServiceLevel = 0.8 };
    static readonly LocalDate _first = new(2026, 1, 5);

    readonly CallWorkload _big = new(24_000, 300, 180);
    readonly CallWorkload _small = new(200, 180, 300);
    readonly double[] _levels = [480, 624, 768];
    readonly StaffedInterval[] _weeks = [.. Enumerable.Range(0, 28 * 20).Select(i => new StaffedInterval(new CallWorkload(60 + i % 90, 180 + i % 7, 240), 5 + i % 8, 30 + i % 45, i % 4))];
    readonly Series _series = Series.Of(_first, Slots, [.. Enumerable.Range(0, 56 * Slots).Select(i => i % Slots is < 16 or >= 40 ? 0.0 : 5 + (i * 7919 % 13) + (i / Slots % 7))]);

    public Staffing()
    {
        if (RequiredAgents.Of(_big, _targets)?.Agents != 1_850 || TeamFactor.Fit(_weeks).Verdict != TeamFactorVerdict.Fitted)
        {
            throw new InvalidOperationException("This does not measure what it says.");
        }
    }

    public void RequireBig(int run) => RequiredAgents.Of(_big with { PerHour = 24_000 + run }, _targets);

    public void RequireSmall(int run) => RequiredAgents.Of(_small with { PerHour = 200 + run % 10 }, _targets);

    public void RequireChat(int run) => RequiredAgents.Of(new ChatWorkload(240 + run % 10, _levels, 120), _targets);

    public void Factor(int run) => TeamFactor.Fit(_weeks);

    public void Forecast(int run) => Decisions.Forecasting.Forecast.Of(new ForecastQuestion(_series, _first.PlusDays(56), 7));
}
