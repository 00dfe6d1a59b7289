using NodaTime;

namespace Kanal.Decisions.Hours;

/// <summary>Weekdays as part of a sentence.</summary>
static class DayNames
{
    public static FormattableString Of(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => $"Monday",
        IsoDayOfWeek.Tuesday => $"Tuesday",
        IsoDayOfWeek.Wednesday => $"Wednesday",
        IsoDayOfWeek.Thursday => $"Thursday",
        IsoDayOfWeek.Friday => $"Friday",
        IsoDayOfWeek.Saturday => $"Saturday",
        _ => $"Sunday",
    };
}
