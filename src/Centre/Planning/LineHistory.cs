using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>What came on a line, read for as long as it is of use.</summary>
public sealed class LineHistories(Database database, TimeProvider time)
{
    const int MostYears = 10;

    static readonly Period _longest = Period.FromDays(400);

    /// <summary>Of a line between two dates, both included.</summary>
    public Task<List<HistorySlot>> ReadAsync(Site site, Id queue, string channel, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (faults, today) = (new Faults(), site.DateAt(time.GetUtcNow()));
        faults.AddIf(!from.IsNear(today, MostYears), "from", $"This should be a day within {MostYears} years of today.");
        faults.AddIf(!to.IsNear(today, MostYears), "to", $"This should be a day within {MostYears} years of today.");
        faults.ThrowIfAny();
        return ReadAsync(site.Id, queue, channel, site.StartOf(Dates.Of(from)).ToDateTimeOffset(), site.StartOf(Dates.Of(to).PlusDays(1)).ToDateTimeOffset(), ct);
    }

    // The half hours in which anybody came, in order.
    async Task<List<HistorySlot>> ReadAsync(Id site, Id queue, string channel, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        (await database.ReadAsync(sql => sql.QueryAsync<HistoryRow>($"""
            select {HistoryRow.Columns} from planning_history
            where site_id = @site and queue_id = @queue and channel = @channel and starts_at >= @from and starts_at < @to order by starts_at
            """, new { site, queue, channel, from, to }), ct)).ConvertAll(row => row.ToSlot());

    internal async Task<LineHistory> ReadAsync(LineBasis line, LocalDate today, LocalDate until, CancellationToken ct) => new(line,
        await ReadAsync(line.Site.Id, line.Queue, line.Channel, line.Site.StartOf(today.Minus(_longest)).ToDateTimeOffset(), line.Site.StartOf(until.PlusDays(1)).ToDateTimeOffset(), ct));
}

/// <summary>A line's half hours, in order.</summary>
sealed record LineHistory(LineBasis Line, List<HistorySlot> Slots)
{
    public LocalDate? First => Slots is [var first, ..] ? Line.Site.DateAt(first.Start) : null;

    /// <summary>All whole days up to one; null where there are none.</summary>
    public Series? Until(LocalDate last) => First is { } first && first <= last
        ? Series.Of(Slots.Where(slot => Line.Site.DateAt(slot.Start) <= last).Select(slot => new SlotCount(Instant.FromDateTimeOffset(slot.Start), slot.Offered)), Line.Site.Calendar.Zone, HalfHours.Minutes, first, last)
        : null;

    /// <summary>Changes whenever what a forecast is made from does.</summary>
    public (int, long, DateTimeOffset?) Mark(LocalDate last)
    {
        var (count, sum) = (0, 0L);
        foreach (var slot in Slots.TakeWhile(slot => Line.Site.DateAt(slot.Start) <= last))
        {
            count++;
            sum += slot.Offered * (slot.Start.ToUnixTimeSeconds() / 1800 % 1009);
        }

        return (count, sum, Slots is [var first, ..] ? first.Start : null);
    }
}
