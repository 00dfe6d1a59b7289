namespace Kanal.Decisions.Phones;

/// <summary>Why a text is no number that we can call.</summary>
public enum PhoneFault
{
    None,

    /// <summary>Something else than digits and the marks people put between them.</summary>
    NotANumber,

    /// <summary>No country code, and none can be assumed.</summary>
    CountryNeeded,

    TooShort,
    TooLong,

    /// <summary>No country, or a range that its country gives to nobody.</summary>
    NotAssigned,

    /// <summary>A number that costs whoever calls it more than a call.</summary>
    Premium,
}
