using System.Globalization;
using Kanal.Centre.Access;
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

public sealed class HistoryImport(Database database, PlanLines lines, Audit audit)
{
    const int MostRows = 200_000;
    const int MostOffered = 100_000;

    static readonly string[] _columns = ["offered", "answered", "within", "abandoned", "wait_seconds", "handled", "handle_seconds"];

    public async Task<HistoryUploaded> ImportAsync(Site site, HistoryUpload upload, Caller caller, CancellationToken ct)
    {
        var line = PlanLines.Find(await lines.AllAsync(site, ct), upload.Queue, upload.Channel);
        var rows = Read(site, upload.Csv);
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
            await sql.ExecuteAsync("""
                insert into planning_history (site_id, queue_id, channel, starts_at, imported, offered, answered, in_time, abandoned, waited, answer_wait, handled, handle)
                values (@site, @queue, @channel, @start, true, @offered, @answered, @within, @abandoned, @waited, @answerWait, @handled, @handle)
                """, rows.Select(row => new
            {
                with.site,
                with.queue,
                with.channel,
                start = row.Key.ToDateTimeOffset(),
                offered = (int)row.Value[0],
                answered = (int)row.Value[1],
                within = (int)row.Value[2],
                abandoned = (int)row.Value[3],
                waited = row.Value[4],
                answerWait = row.Value[0] > 0 ? row.Value[4] * row.Value[1] / row.Value[0] : 0,
                handled = (int)row.Value[5],
                handle = row.Value[6],
            }).ToList());
            await audit.NoteAsync(sql, caller, "planning.historyImported", $"{site.Id} {line.Queue} {line.Channel}");
        }, ct);
        return new HistoryUploaded(rows.Count, first.ToDateTimeOffset(), last.ToDateTimeOffset());
    }

    static Dictionary<Instant, double[]> Read(Site site, string? csv)
    {
        var text = (csv ?? "").ReplaceLineEndings("\n").Trim('\n', '\uFEFF').Split('\n');
        var names = text[0].Split(text[0].Contains(';') ? ';' : ',').Select(name => name.Trim().ToLowerInvariant()).ToList();
        var at = names.IndexOf("time");
        if (at < 0 || !names.Contains("offered"))
        {
            throw RefusedException.Invalid("csv", "The first line names the columns; \"time\" and \"offered\" must be among them.");
        }

        if (text.Length > MostRows)
        {
            throw RefusedException.Invalid("csv", $"There should be at most {MostRows} lines.");
        }

        var rows = new Dictionary<Instant, double[]>();
        foreach (var (number, line) in text.Index().Skip(1).Where(line => line.Item.Length > 0))
        {
            var cells = line.Split(text[0].Contains(';') ? ';' : ',');
            if (cells.Length != names.Count)
            {
                throw RefusedException.Invalid("csv", $"Line {number + 1} has {cells.Length} columns, the first line {names.Count}.");
            }

            if (Time(site, cells[at].Trim()) is not { } time)
            {
                throw RefusedException.Invalid("csv", $"Line {number + 1}: \"{cells[at].Trim()}\" is not a time such as 2026-01-31T08:30.");
            }

            var sums = rows.TryGetValue(HalfHours.Holding(site.Calendar.Zone, time), out var there) ? there : rows[HalfHours.Holding(site.Calendar.Zone, time)] = new double[_columns.Length];
            foreach (var (place, column) in _columns.Index())
            {
                sums[place] += names.IndexOf(column) is >= 0 and var cell ? Number(number, column, cells[cell].Trim()) : 0;
            }
        }

        return rows.Count > 0 ? rows : throw RefusedException.Invalid("csv", "There is nothing below the names of the columns.");
    }

    static Instant? Time(Site site, string text)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var whole))
        {
            return whole.ToInstant();
        }

        var local = text.Replace(' ', 'T');
        foreach (var pattern in new[] { LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"), LocalDateTimePattern.ExtendedIso })
        {
            if (pattern.Parse(local).TryGetValue(default, out var time))
            {
                return site.Calendar.Zone.AtLeniently(time).ToInstant();
            }
        }

        return null;
    }

    static double Number(int line, string column, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= (column.EndsWith("seconds", StringComparison.Ordinal) ? 1e9 : MostOffered)
            && (column.EndsWith("seconds", StringComparison.Ordinal) || number == Math.Floor(number))
            ? number
            : throw RefusedException.Invalid("csv", $"Line {line + 1}: \"{text}\" is not a number for {column}.");
}
