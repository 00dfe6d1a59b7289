using Kanal.Centre.Texts;
using Kanal.Decisions.Forecasting;

namespace Kanal.Centre.Planning;

/// <summary>Why a forecast is none, or to be taken with care.</summary>
static class DoubtTexts
{
    public static Sentence Of(ForecastDoubt doubt, int days) => doubt switch
    {
        ForecastDoubt.NoData => Sentence.Of("Nothing has come yet, so nothing can be forecast. History can be imported from a file."),
        ForecastDoubt.UnderThreeSameWeekdays => $"Known so far: {days} days, fewer than three of each weekday, so all days are taken to have the same shape.",
        ForecastDoubt.UnderFourWeeks => $"Known so far: {days} days, less than four weeks. Take the range seriously.",
        ForecastDoubt.Holes => "There are holes in the history; they were left out.",
        ForecastDoubt.NaiveIsBetter => "On the last weeks \"as a week ago\" would have been better than this forecast.",
        ForecastDoubt.SpecialDayNeverSeen => "There is a special day in this time that was never seen before; it is taken for an ordinary one.",
        ForecastDoubt.MostlyZero => "Most half hours bring nobody, so a single contact more or less is a large part of it.",
        _ => "This forecast is to be taken with care.",
    };
}
