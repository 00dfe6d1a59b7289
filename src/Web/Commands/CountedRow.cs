using System.Globalization;
using Kanal.Centre.Imports;
using NodaTime;
using NodaTime.Text;

namespace Kanal.Web.Commands;

/// <summary>One row of a file of counts.</summary>
/// <param name="Line">In the file, from 1.</param>
/// <param name="At">Its local time.</param>
/// <param name="Offset">What it said to the zone, if anything; tells the two hours apart that an autumn night has.</param>
/// <param name="IsDate">Whether only a date was given.</param>
/// <param name="Count">NaN for an empty cell.</param>
readonly record struct CountedRow(int Line, LocalDateTime At, Offset? Offset, bool IsDate, double Count)
{
    static readonly OffsetDateTimePattern _zoned = OffsetDateTimePattern.ExtendedIso;
    static readonly OffsetDateTimePattern _zonedMinutes = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<G>");
    static readonly LocalDateTimePattern[] _local =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFF"),
    ];

    public bool IsToTheSecond => At.Second != 0 || At.NanosecondOfSecond != 0;

    public static CountedRow Of(int line, IReadOnlyList<string> cells, IReadOnlyList<string> header, int count, IReadOnlyList<int> time, DateTimeZone? zone)
    {
        string Cell(int column) => column < cells.Count ? cells[column].Trim() : throw new SeriesFaultException($"Line {line} has {cells.Count} cells and the line of names has {header.Count}.");
        var dated = Cell(time[0]);
        var text = SheetTime.Iso(time.Count == 1 ? dated : $"{dated}T{TimeOfDay(Cell(time[1]))}");
        var number = Number(line, header[count], Cell(count));
        if (Read(text) is not { } read)
        {
            throw new SeriesFaultException($"Line {line}, column \"{string.Join(',', time.Select(column => header[column]))}\": \"{string.Join(' ', time.Select(Cell))}\" is not a time such as 2026-03-02 09:30.");
        }

        return read.Offset is { } offset && zone is not null
            ? new CountedRow(line, read.At.WithOffset(offset).InZone(zone).LocalDateTime, offset, false, number)
            : new CountedRow(line, read.At, read.Offset, !text.Contains('T', StringComparison.Ordinal) && text.Length <= 10, number);
    }

    public static string Said(LocalDateTime at) => at.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static (LocalDateTime At, Offset? Offset)? Read(string text)
    {
        var iso = text.Length > 10 && text[10] == ' ' ? string.Concat(text.AsSpan(0, 10), "T", text.AsSpan(11).Trim()) : text;
        if (LocalDatePattern.Iso.Parse(iso) is { Success: true } date)
        {
            return (date.Value.AtMidnight(), null);
        }

        foreach (var pattern in _local)
        {
            if (pattern.Parse(iso) is { Success: true } local)
            {
                return (local.Value, null);
            }
        }

        foreach (var pattern in new[] { _zoned, _zonedMinutes })
        {
            if (pattern.Parse(iso) is { Success: true } zoned)
            {
                return (zoned.Value.LocalDateTime, zoned.Value.Offset);
            }
        }

        return null;
    }

    // "7", "07" and "7:30" are hours of a day.
    static string TimeOfDay(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? $"{hour:00}:00" : text.IndexOf(':') == 1 ? $"0{text}" : text;

    static double Number(int line, string column, string text)
    {
        if (text.Length == 0)
        {
            return double.NaN;
        }

        if (!double.TryParse(SheetNumber.Plain(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            throw new SeriesFaultException($"Line {line}, column \"{column}\": \"{text}\" is not a number.");
        }

        return number is >= 0 and <= 1e9 ? number : throw new SeriesFaultException($"Line {line}, column \"{column}\": {text} is not a count; a count is 0 or more{(number > 1e9 ? ", and at most a thousand million" : "")}.");
    }
}
