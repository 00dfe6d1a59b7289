using System.Globalization;
using Kanal.Centre.Access;
using Kanal.Centre.Imports;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using NodaTime;
using NodaTime.Text;

namespace Kanal.Centre.Planning;

/// <summary>History from before the product was in use, as a CSV table.</summary>
/// <param name="Csv">
/// With a line of names: <c>time</c> and <c>offered</c> are needed; <c>answered</c>, <c>within</c>, <c>abandoned</c>, <c>wait_seconds</c> (of all
/// together), <c>handled</c> and <c>handle_seconds</c> (of these together) may be there. A time without a zone is of the site's clock.
/// </param>
public sealed record HistoryUpload(Id Site, Id Queue, string Channel, string Csv);

/// <param name="Slots">Half hours that were written.</param>
public sealed record HistoryUploaded(int Slots, DateTimeOffset From, DateTimeOffset To);

public sealed class HistoryImport(Database database, PlanLines lines, Audit audit, TimeProvider time)
{
    const int MostRows = 200_000;
    const int MostOffered = 100_000;
    const int MostYears = 10;

    const int Offered = 0;
    const int Answered = 1;
    const int Within = 2;
    const int Abandoned = 3;
    const int Waited = 4;
    const int Handled = 5;
    const int Handle = 6;

    static readonly string[] _columns = ["offered", "answered", "within", "abandoned", "wait_seconds", "handled", "handle_seconds"];

    public async Task<HistoryUploaded> ImportAsync(Site site, HistoryUpload upload, Caller caller, CancellationToken ct)
    {
        var line = PlanLines.Find(await lines.AllAsync(site, ct), upload.Queue, upload.Channel);
        var rows = Read(site, upload.Csv, Instant.FromDateTimeOffset(time.GetUtcNow()));
        var (first, last) = (rows.Keys.Min(), rows.Keys.Max());
        await database.WriteAsync(async sql =>
        {
            var with = new { site = site.Id, queue = line.Queue, channel = line.Channel, first = first.ToDateTimeOffset(), last = last.ToDateTimeOffset() };
            if (await sql.FirstAsync<DateTimeOffset?>("""
                select min(starts_at) from planning_history where site_id = @site and queue_id = @queue and channel = @channel and imported = false and starts_at >= @first and starts_at <= @last
                """, with) is { } own)
            {
                throw RefusedException.Invalid("csv", $"From {Dates.Text(site.DateAt(own))} on Kanal has counted itself; import what was before.");
            }

            await sql.ExecuteAsync("delete from planning_history where site_id = @site and queue_id = @queue and channel = @channel and imported = true and starts_at >= @first and starts_at <= @last", with);
            var table = new BulkInsert("planning_history", "site_id, queue_id, channel, starts_at, imported, offered, answered, in_time, abandoned, waited, answer_wait, handled, handle");
            foreach (var (start, sums) in rows)
            {
                table.Add(site.Id, line.Queue, line.Channel, start.ToDateTimeOffset(), true, (int)sums[Offered], (int)sums[Answered], (int)sums[Within], (int)sums[Abandoned],
                    sums[Waited], sums[Offered] > 0 ? sums[Waited] * sums[Answered] / sums[Offered] : 0, (int)sums[Handled], sums[Handle]);
            }

            await table.WriteAsync(sql);
            await audit.NoteAsync(sql, caller, "planning.historyImported", $"{site.Id} {line.Queue} {line.Channel}");
        }, ct);
        return new HistoryUploaded(rows.Count, first.ToDateTimeOffset(), last.ToDateTimeOffset());
    }

    static Dictionary<Instant, double[]> Read(Site site, string? csv, Instant now)
    {
        var table = Table(csv ?? "");
        var names = table.Count > 0 ? table[0].Cells.Select(name => name.Trim().ToLowerInvariant()).ToList() : [];
        var at = names.IndexOf("time");
        if (at < 0 || !names.Contains("offered"))
        {
            throw RefusedException.Invalid("csv", "The first line names the columns; \"time\" and \"offered\" must be among them.");
        }

        var rows = new Dictionary<Instant, double[]>();
        foreach (var (line, cells) in table.Skip(1))
        {
            if (cells.Count != names.Count)
            {
                throw RefusedException.Invalid("csv", $"Line {line} has {cells.Count} columns, the first line {names.Count}.");
            }

            if (Time(site, cells[at].Trim()) is not { } time)
            {
                throw RefusedException.Invalid("csv", $"Line {line}: \"{cells[at].Trim()}\" is not a time such as 2026-01-31T08:30.");
            }

            if (time > now || time < now - Duration.FromDays(366 * MostYears))
            {
                throw RefusedException.Invalid("csv", $"Line {line}: \"{cells[at].Trim()}\" is not within the last {MostYears} years.");
            }

            double[] row = [.. _columns.Select(column => names.IndexOf(column) is >= 0 and var cell ? Number(line, column, cells[cell].Trim()) : 0)];
            if (row[Answered] + row[Abandoned] > row[Offered])
            {
                throw RefusedException.Invalid("csv", $"Line {line}: more were answered or left than came.");
            }

            if (row[Within] > row[Answered])
            {
                throw RefusedException.Invalid("csv", $"Line {line}: more were answered in time than were answered.");
            }

            var start = HalfHours.Holding(site.Calendar.Zone, time);
            rows[start] = rows.TryGetValue(start, out var there) ? [.. there.Zip(row, (one, other) => one + other)] : row;
        }

        return rows.Count > 0 ? rows : throw RefusedException.Invalid("csv", "There is nothing below the names of the columns.");
    }

    static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Table(string csv)
    {
        try
        {
            return CsvTable.Read(csv, MostRows);
        }
        catch (UnreadableException unreadable)
        {
            throw unreadable.Line is { } line ? RefusedException.Invalid("csv", $"Line {line}: {unreadable.Sentence}") : RefusedException.Invalid("csv", unreadable.Sentence);
        }
    }

    static Instant? Time(Site site, string text)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var whole))
        {
            return IsOfOurs(whole.Year) ? whole.ToInstant() : Instant.MinValue;
        }

        var local = SheetTime.Iso(text).Replace(' ', 'T');
        foreach (var pattern in new[] { LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"), LocalDateTimePattern.ExtendedIso })
        {
            if (pattern.Parse(local).TryGetValue(default, out var time))
            {
                return IsOfOurs(time.Year) ? site.Calendar.Zone.AtLeniently(time).ToInstant() : Instant.MinValue;
            }
        }

        return null;
    }

    // Calendars end, and what is near their ends has no place in some zones.
    static bool IsOfOurs(int year) => year is > 1900 and < 2500;

    static double Number(int line, string column, string text) =>
        double.TryParse(SheetNumber.Plain(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= (column.EndsWith("seconds", StringComparison.Ordinal) ? 1e9 : MostOffered)
            && (column.EndsWith("seconds", StringComparison.Ordinal) || number == Math.Floor(number))
            ? number
            : throw RefusedException.Invalid("csv", $"Line {line}: \"{text}\" is not a number for {column}.");
}
