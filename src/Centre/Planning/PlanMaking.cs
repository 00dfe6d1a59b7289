using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Makes plans: as it is, and as it would be.</summary>
public sealed class PlanMaking(PlanLines lines, Expectations expectations, PlanStaffing staffing, TeamFactors factors, HistoryUpkeep upkeep, TimeProvider time)
{
    const int MostDays = 31;
    const int Farthest = 92;

    public async Task<Plan> MakeAsync(Site site, Id queue, string channel, DateOnly from, int days, CancellationToken ct) => (await ReadAsync(site, queue, channel, from, days, ct)).Under(new PlanChange());

    public async Task<WhatIf> WhatIfAsync(Site site, WhatIfRequest request, CancellationToken ct)
    {
        PlanCheck.Check(request.Change);
        var read = await ReadAsync(site, request.Queue, request.Channel, request.From, request.Days, ct);
        var (now, then) = (read.Under(new PlanChange()), read.Under(request.Change));
        return new WhatIf(now.Totals, then, WhatIfTexts.Of(now, then));
    }

    /// <summary>Counts what has come meanwhile.</summary>
    internal Task FreshenAsync(Site site, CancellationToken ct) => upkeep.FreshenAsync(site, ct);

    /// <summary>A line's factor with its days.</summary>
    public async Task<TeamFactorReading> FactorAsync(Site site, Id queue, string channel, CancellationToken ct)
    {
        await upkeep.FreshenAsync(site, ct);
        var read = await lines.AllAsync(site, ct);
        return await factors.OfAsync(PlanLines.Find(read, queue, channel), read, ct);
    }

    async Task<PlanRead> ReadAsync(Site site, Id queue, string channel, DateOnly from, int days, CancellationToken ct)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (first, today) = (Dates.Of(from), now.InZone(site.Calendar.Zone).Date);
        if (days is < 1 or > MostDays)
        {
            throw RefusedException.Invalid("days", $"This should be 1 to {MostDays}.");
        }

        if (first > today.PlusDays(Farthest) || first < today.PlusDays(-4 * Farthest))
        {
            throw RefusedException.Invalid("from", $"Plans reach {Farthest} days ahead and a year back.");
        }

        await upkeep.FreshenAsync(site, ct);
        var read = await lines.AllAsync(site, ct);
        var line = PlanLines.Find(read, queue, channel);
        // Letters wait for days: what comes before and after the days that are asked about matters to them.
        var last = first.PlusDays(days - 1);
        var (early, late) = (line.Letters ? LocalDate.Min(first, today) : first, last.PlusDays(line.Letters ? 4 : 0));
        return new PlanRead(
            line, first, last, now, await expectations.OfAsync(line, early, late, ct), await staffing.ReadAsync(site, read, early, late, ct), await factors.OfAsync(line, read, ct),
            line.Letters ? await staffing.WaitingAsync(line, ct) : 0);
    }
}
