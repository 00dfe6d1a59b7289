using Kanal.Centre.Imports;
using Kanal.Decisions.Forecasting;
using NodaTime;

namespace Kanal.Web.Commands;

/// <summary>What is wrong with a file of counts, in a sentence that names the place.</summary>
sealed class SeriesFaultException(string sentence) : Exception(sentence);

/// <summary>Which part of a file is a series.</summary>
/// <param name="Column">The column of counts.</param>
/// <param name="Time">The column of times; of two, dates and times of day.</param>
/// <param name="MinutesPerSlot">Null for the distance at which the rows stand.</param>
/// <param name="Zone">Of times that carry an offset, and for the hour that comes twice; null for times as they stand.</param>
/// <param name="MissingIsZero">Whether slots without a row are nobody rather than nobody knows.</param>
sealed record SeriesQuestion(string Column, IReadOnlyList<string> Time, int? MinutesPerSlot, DateTimeZone? Zone, bool MissingIsZero);

/// <summary>A series out of a CSV file. Rows may stand in any order; what is unclear is refused rather than guessed.</summary>
static class SeriesFile
{
    const int MostRows = 2_000_000;
    const int MostDays = 10_000;
    const int LeastGap = 5;
    const int MinutesPerDay = 1440;

    static readonly string[] _hours = ["hr", "hour", "time"];

    public static Series Read(string text, SeriesQuestion question)
    {
        var rows = Counts(text, question);
        if (rows.Count == 1)
        {
            throw new SeriesFaultException("Too little data: the file has a single row.");
        }

        var gap = Gap(rows);
        var minutes = question.MinutesPerSlot ?? gap ?? throw new SeriesFaultException("The rows do not stand at regular times; say how long a slot is, such as --slot 30m.");
        if (gap > minutes)
        {
            throw new SeriesFaultException($"The rows are {Said(gap.Value)} apart, so slots of {Said(minutes)} can't be told from them; --slot {Said(gap.Value)} can.");
        }

        if (gap is { } its && minutes % its != 0)
        {
            throw new SeriesFaultException($"The rows are {Said(its)} apart, which does not go into slots of {Said(minutes)}.");
        }

        return Grid(rows, minutes, gap, question.MissingIsZero || gap is null);
    }

    static List<CountedRow> Counts(string text, SeriesQuestion question)
    {
        var table = Table(text);
        var header = table[0].Cells.Select(name => name.Trim()).ToList();
        var (count, time) = (Place(header, question.Column), question.Time.Select(name => Place(header, name)).ToList());
        var rows = table.Skip(1).Select(row => CountedRow.Of(row.Line, row.Cells, header, count, time, question.Zone)).ToList();

        // Dates alone, several rows each: the hour stands in a column of its own.
        if (time.Count == 1 && rows.TrueForAll(row => row.IsDate) && rows.DistinctBy(row => row.At).Count() < rows.Count
            && header.FindIndex(name => _hours.Contains(name, StringComparer.OrdinalIgnoreCase)) is >= 0 and var hour)
        {
            rows = [.. table.Skip(1).Select(row => CountedRow.Of(row.Line, row.Cells, header, count, [time[0], hour], question.Zone))];
        }

        // Two events may well come in the same second.
        var events = rows.Exists(row => row.IsToTheSecond);
        foreach (var same in rows.GroupBy(row => (row.At, row.Offset)).Where(same => !events && same.Count() > 1))
        {
            var (first, second) = (same.First(), same.Skip(1).First());
            if (same.Count() > 2 || question.Zone?.MapLocal(first.At).Count != 2)
            {
                throw new SeriesFaultException($"Line {second.Line} gives {CountedRow.Said(first.At)} again, after line {first.Line}. Where the clock was set back then, name the zone, such as --zone Europe/Copenhagen.");
            }
        }

        return [.. rows.OrderBy(row => row.At)];
    }

    static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Table(string text)
    {
        try
        {
            var table = CsvTable.Read(text, MostRows);
            return table.Count > 1 ? table : throw new SeriesFaultException(table.Count == 0 ? "The file is empty." : "There is a line of names and nothing below it: nothing to forecast from.");
        }
        catch (UnreadableException unreadable)
        {
            throw new SeriesFaultException(unreadable.Line is { } line ? $"Line {line}: {unreadable.Sentence}" : $"{unreadable.Sentence}");
        }
    }

    static int Place(List<string> header, string name) => header.FindIndex(its => its.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at
        : throw new SeriesFaultException($"There is no column \"{name}\"; the columns are {string.Join(", ", header)}.");

    // The distance of rows that stand at a regular distance; null where each row is an event of its own.
    static int? Gap(List<CountedRow> rows)
    {
        List<long> minutes = [.. rows.Select(row => Minutes(row.At)).Distinct().Order()];
        if (rows.Exists(row => row.IsToTheSecond))
        {
            return null;
        }

        if (minutes.Count == 1)
        {
            return MinutesPerDay;
        }

        var gap = minutes.Zip(minutes.Skip(1), (one, next) => next - one).Min();
        return gap >= MinutesPerDay && minutes.TrueForAll(its => its % MinutesPerDay == 0) ? MinutesPerDay
            : gap >= LeastGap && MinutesPerDay % gap == 0 && minutes.TrueForAll(its => its % gap == 0) ? (int)gap
            : null;
    }

    static Series Grid(List<CountedRow> rows, int minutes, int? gap, bool missingIsZero)
    {
        var (first, last) = (rows[0].At.Date, rows[^1].At.Date);
        var days = Period.DaysBetween(first, last) + 1;
        if (days > MostDays)
        {
            throw new SeriesFaultException($"From {CountedRow.Said(rows[0].At)} in line {rows[0].Line} to {CountedRow.Said(rows[^1].At)} in line {rows[^1].Line} it is {days:0} days; {MostDays:0} is the most.");
        }

        var (slots, whole) = (MinutesPerDay / minutes, gap is { } its ? minutes / its : 1);
        var (sums, seen) = (new double[days * slots], new int[days * slots]);
        foreach (var row in rows)
        {
            var slot = (int)((Minutes(row.At) - Minutes(rows[0].At.Date.AtMidnight())) / minutes);
            sums[slot] += row.Count;
            seen[slot]++;
        }

        var until = (int)((Minutes(rows[^1].At) - Minutes(first.AtMidnight())) / minutes);
        return Series.Of(first, slots, [.. sums.Select((sum, slot) => Counted(sum, seen[slot], slot > until))]);

        // A slot of which a row is missing is not known; one that comes twice is the mean of both.
        double Counted(double sum, int count, bool after) =>
            gap is null ? after ? double.NaN : sum
            : count >= whole ? sum * whole / count
            : missingIsZero && !after ? sum
            : double.NaN;
    }

    static long Minutes(LocalDateTime at) => Period.Between(default, at, PeriodUnits.Minutes).Minutes;

    static string Said(int minutes) => minutes == MinutesPerDay ? "1d" : minutes % 60 == 0 ? $"{minutes / 60}h" : $"{minutes}m";
}
