namespace Kanal.Channels.Email.Mime;

/// <summary>Dates of messages (RFC 5322, 3.3 and 4.3): with or without weekday and seconds, years of two digits, zones by name, comments anywhere.</summary>
/// <param name="Time">With the offset that was given.</param>
/// <param name="HasZone">False where the zone was missing, unknown or said to be so (-0000); the offset is zero then.</param>
public readonly record struct MailDate(DateTimeOffset Time, bool HasZone)
{
    static readonly string[] _months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    static readonly Dictionary<string, int> _zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0, ["EST"] = -300, ["EDT"] = -240, ["CST"] = -360, ["CDT"] = -300, ["MST"] = -420, ["MDT"] = -360, ["PST"] = -480, ["PDT"] = -420,
        ["AST"] = -240, ["ADT"] = -180, ["BST"] = 60, ["WEST"] = 60, ["CET"] = 60, ["MET"] = 60, ["MEZ"] = 60, ["CEST"] = 120, ["MEST"] = 120, ["MESZ"] = 120, ["EET"] = 120, ["EEST"] = 180, ["MSK"] = 180, ["JST"] = 540, ["KST"] = 540,
    };

    public static MailDate? Of(string? text)
    {
        var words = AddressReading.WithoutComments(text ?? "").Replace(',', ' ').Split((char[]?)null, 16, StringSplitOptions.RemoveEmptyEntries).ToList();
        words.RemoveAll(word => word is "-");
        var (day, month, year, clock, zone) = (0, 0, -1, (TimeSpan?)null, (int?)null);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (clock is null && word.Contains(':', StringComparison.Ordinal))
            {
                if (Clock(word, out var behind) is not { } read)
                {
                    return null;
                }

                clock = read;
                zone ??= Zone(behind);
            }
            else if (word.Contains('-', StringComparison.Ordinal) && word[0] is not ('-' or '+') && month == 0 && word.Split('-') is { Length: 3 } parts)
            {
                // 1-Jan-2001, and 2001-01-31.
                words.InsertRange(i + 1, char.IsAsciiLetter(parts[1][..Math.Min(1, parts[1].Length)].FirstOrDefault()) ? parts : [parts[2], Name(parts[1]), parts[0]]);
            }
            else if (month == 0 && Month(word) is > 0 and var named)
            {
                month = named;
            }
            else if (clock is not null && zone is null && Zone(word) is { } offset)
            {
                zone = offset;
            }
            else if (int.TryParse(word, System.Globalization.NumberStyles.None, null, out var number))
            {
                if (day == 0 && number is >= 1 and <= 31 && word.Length <= 2)
                {
                    day = number;
                }
                else if (year < 0)
                {
                    year = number + (word.Length <= 2 ? number < 50 ? 2000 : 1900 : word.Length == 3 ? 1900 : 0);
                }
            }
        }

        return Made(day, month, year, clock, zone);
    }

    static MailDate? Made(int day, int month, int year, TimeSpan? clock, int? zone)
    {
        if (day == 0 || month == 0 || year is < 1 or > 9998 || day > DateTime.DaysInMonth(year, month) || clock is null)
        {
            return null;
        }

        var time = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + clock.Value;
        return year == 1 ? null : new MailDate(new DateTimeOffset(time, TimeSpan.FromMinutes(zone ?? 0)), zone is not null);
    }

    static int Month(string word) => word.Length >= 3 ? 1 + Array.FindIndex(_months, month => word.StartsWith(month, StringComparison.OrdinalIgnoreCase)) : 0;

    static string Name(string number) => int.TryParse(number, System.Globalization.NumberStyles.None, null, out var month) && month is >= 1 and <= 12 ? _months[month - 1] : number;

    // 9:05, 09:05:06, 09:05:06.123, 09:05:06+0200; a leap second is the one before.
    static TimeSpan? Clock(string word, out string behind)
    {
        var end = word.AsSpan().IndexOfAny("+-Zz");
        behind = end < 0 ? "" : word[end..];
        var parts = (end < 0 ? word : word[..end]).Split(':');
        if (parts.Length is < 2 or > 3 || !Whole(parts[0], 24, out var hours) || !Whole(parts[1], 59, out var minutes))
        {
            return null;
        }

        var seconds = 0;
        return parts.Length == 3 && !Whole(parts[2].Split('.')[0], 60, out seconds) ? null : new TimeSpan(hours % 24, minutes, Math.Min(seconds, 59));
    }

    static bool Whole(string text, int most, out int number) => int.TryParse(text, System.Globalization.NumberStyles.None, null, out number) && number <= most;

    // +0200, +02:00, GMT+2, EST; minutes east of Greenwich.
    static int? Zone(string word)
    {
        if (_zones.TryGetValue(word, out var named))
        {
            return named;
        }

        var sign = word.AsSpan().IndexOfAny('+', '-');
        if (sign < 0 || (sign > 0 && !_zones.ContainsKey(word[..sign])))
        {
            return null;
        }

        var digits = word[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        if (!Whole(digits, 9999, out var number) || word == "-0000")
        {
            return null;
        }

        var minutes = digits.Length <= 2 ? number * 60 : number / 100 * 60 + number % 100;
        return minutes > 14 * 60 || number % 100 > 59 && digits.Length > 2 ? null : word[sign] == '-' ? -minutes : minutes;
    }
}
