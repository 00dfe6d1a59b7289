using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using NodaTime;

namespace Kanal.Centre.Planning;

/// <summary>Copies a week of shifts to one week or several.</summary>
public sealed class ShiftCopying(Database database, SiteDirectory sites, Audit audit, TimeProvider time)
{
    const int MostWeeks = 26;

    public async Task<ShiftsCopied> CopyAsync(ShiftCopy request, Caller caller, CancellationToken ct)
    {
        var site = await sites.FindAsync(request.Site, ct) ?? throw RefusedException.NotFound("site");
        var (from, to, weeks) = Check(request, site.DateAt(time.GetUtcNow()));
        var all = (await sites.AllAsync(ct)).ToDictionary(one => one.Id);
        return await database.WriteAsync(async sql =>
        {
            var active = (await sql.QueryAsync<Id>("select id from agents where active = true")).ToHashSet();
            var week = (await ShiftRow.BetweenAsync(sql, site.Id, from, from.PlusDays(6))).FindAll(row => row.Times.Count > 0 && request.Agents?.Contains(row.AgentId) is not false);
            // What runs beyond midnight, and what is on another side of the world, reaches into the days beside it.
            var there = (await ShiftRow.EverywhereAsync(sql, to.PlusDays(-2), to.PlusDays((7 * weeks) + 2))).FindAll(row => all.ContainsKey(row.SiteId));
            var before = there.FindAll(row => row.SiteId == site.Id).ToDictionary(row => (row.AgentId, row.Date));
            var wished = Enumerable.Range(0, weeks).SelectMany(ahead => week.Select(row => Moved(row, to.PlusDays(Period.DaysBetween(from, Dates.Of(row.Date)) + (7 * ahead)), before)))
                .Where(row => active.Contains(row.AgentId) && (request.Replace || before.GetValueOrDefault((row.AgentId, row.Date)) is not { Times.Count: > 0 })).ToList();
            var copied = wished.GroupBy(row => row.AgentId).SelectMany(own => Fitting([.. own], there.FindAll(row => row.AgentId == own.Key), all)).ToList();
            await ShiftRow.PutAsync(sql, copied);
            await audit.NoteAsync(sql, caller, "shifts.copied", $"{site.Id} {Dates.Text(from)} {Dates.Text(to)} {weeks}");
            return new ShiftsCopied(copied.Count, (week.Count * weeks) - copied.Count);
        }, ct);
    }

    static (LocalDate From, LocalDate To, int Weeks) Check(ShiftCopy request, LocalDate today)
    {
        var (faults, weeks) = (new Faults(), request.Weeks ?? 1);
        faults.AddIf(weeks is < 1 or > MostWeeks, "weeks", $"This should be 1 to {MostWeeks}.");
        faults.AddIf(!request.From.IsNear(today, ShiftBook.MostYears), "from", "Shifts are planned for at most two years before and after today.");
        faults.AddIf(!request.To.IsNear(today, ShiftBook.MostYears), "to", "Shifts are planned for at most two years before and after today.");
        faults.ThrowIfAny();
        var (from, to) = (Dates.Of(request.From), Dates.Of(request.To));
        var apart = Period.DaysBetween(from, to);
        faults.AddIf(apart % 7 != 0 || (apart > -7 * weeks && apart < 7), "to", "This should be the same weekday in another week, so that no week is copied onto itself.");
        faults.AddIf(!Dates.At(to.PlusDays((7 * weeks) - 1)).IsNear(today, ShiftBook.MostYears), "to", "Shifts are planned for at most two years before and after today.");
        faults.ThrowIfAny();
        return (from, to, weeks);
    }

    static ShiftRow Moved(ShiftRow row, LocalDate date, Dictionary<(Id, string), ShiftRow> before) =>
        row with { Date = Dates.Text(date), Version = (before.GetValueOrDefault((row.AgentId, Dates.Text(date)))?.Version ?? 0) + 1 };

    // What is replaced is not in the way, but where a copy does not fit, what was there stays, and may be in the way of the next.
    static List<ShiftRow> Fitting(List<ShiftRow> wished, List<ShiftRow> there, Dictionary<Id, Site> sites)
    {
        List<WorkSpan> Spans(ShiftRow row) => WorkSpan.Of(sites[row.SiteId], row.AgentId, Dates.Of(row.Date), row.Times);
        for (var left = wished; ; wished = left)
        {
            var days = wished.Select(row => (row.SiteId, row.Date)).ToHashSet();
            var around = there.Where(row => !days.Contains((row.SiteId, row.Date))).SelectMany(Spans).ToList();
            left = [];
            foreach (var row in wished)
            {
                var spans = Spans(row);
                if (ShiftCheck.Overlap(spans, around) is null)
                {
                    around.AddRange(spans);
                    left.Add(row);
                }
            }

            if (left.Count == wished.Count)
            {
                return left;
            }
        }
    }
}
