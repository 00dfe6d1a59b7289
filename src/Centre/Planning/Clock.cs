using System.Globalization;

namespace Kanal.Centre.Planning;

/// <summary>Times of day as minutes after midnight and as text.</summary>
static class Clock
{
    public const int Day = 24 * 60;

    public static string Text(int minutes) => minutes == Day ? "24:00" : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60 % 24:00}:{minutes % 60:00}");

    /// <returns>Null where it is none.</returns>
    public static int? Read(string? text) =>
        text is [var h1, var h2, ':', var m1, var m2] && char.IsAsciiDigit(h1) && char.IsAsciiDigit(h2) && char.IsAsciiDigit(m1) && char.IsAsciiDigit(m2)
        && ((((h1 - '0') * 10) + h2 - '0') * 60) + ((m1 - '0') * 10) + m2 - '0' is var minutes && m1 < '6' && minutes <= Day
            ? minutes
            : null;
}
