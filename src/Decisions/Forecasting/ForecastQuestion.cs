using NodaTime;

namespace Kanal.Decisions.Forecasting;

/// <param name="History">What has been; days from <paramref name="From"/> on are not looked at.</param>
/// <param name="From">The first day to forecast.</param>
/// <param name="Days">How many.</param>
public sealed record ForecastQuestion(Series History, LocalDate From, int Days)
{
    /// <summary>Days that are unlike their weekday, past and coming; those of one name are of one kind.</summary>
    public IReadOnlyDictionary<LocalDate, string> SpecialDays { get; init; } = new Dictionary<LocalDate, string>();
}
