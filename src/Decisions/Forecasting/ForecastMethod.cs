namespace Kanal.Decisions.Forecasting;

/// <summary>How a forecast was made.</summary>
public enum ForecastMethod
{
    /// <summary>Not at all: there is nothing to go by.</summary>
    None,

    /// <summary>As it was a week before.</summary>
    SeasonalNaive,

    /// <summary>The day's total and its shape.</summary>
    DayLevel,

    /// <summary>Double-seasonal smoothing.</summary>
    DoubleSeasonal,

    /// <summary>The mean of the two.</summary>
    Combined,
}

/// <summary>Why a forecast is to be taken with care.</summary>
public enum ForecastDoubt
{
    /// <summary>Not one day is known.</summary>
    NoData,

    /// <summary>Some weekday has been seen less than three times; its shape is that of all days.</summary>
    UnderThreeSameWeekdays,

    /// <summary>Under four weeks: the range is wide, and nothing could be tried on the past.</summary>
    UnderFourWeeks,

    /// <summary>More than a twentieth of the slots is not known.</summary>
    Holes,

    /// <summary>On the last weeks the same slot a week before did at least as well, so that is the forecast.</summary>
    NaiveIsBetter,

    /// <summary>A special day comes of which no earlier one is known.</summary>
    SpecialDayNeverSeen,

    /// <summary>Nine slots of ten are empty: the day's total says more than any slot.</summary>
    MostlyZero,
}
