using Kanal.Centre;
using Kanal.Centre.Conversations;

namespace Kanal.Channels.WebChat;

/// <summary>What a browser told about its visitor, cut to what is sensible: facts come from strangers.</summary>
public static class CheckedFacts
{
    const int LongestWord = 200;
    const int MostSignals = 50;

    public static VisitorFacts Of(VisitorFacts told) => new()
    {
        Page = Words.Brief("facts.page", told.Page, Words.LongestPage),
        Title = Words.Brief("facts.title", told.Title, 300),
        Referrer = Words.Brief("facts.referrer", told.Referrer, Words.LongestPage),
        Step = Words.Brief("facts.step", told.Step, LongestWord),
        Topic = Words.Brief("facts.topic", told.Topic, LongestWord),
        Basket = told.Basket is { } basket ? Checked(basket) : null,
        Language = Words.Brief("facts.language", told.Language, 35),
        Device = Words.Brief("facts.device", told.Device, 50),
        Locale = Words.Brief("facts.locale", told.Locale, 35),
        TimeZone = Words.Brief("facts.timeZone", told.TimeZone, 64),
        Signals = told.Signals is { Count: > MostSignals }
            ? throw RefusedException.Invalid("facts.signals", $"At most {MostSignals} signals.")
            : told.Signals?.ConvertAll(signal => Words.Brief("facts.signals", signal, LongestWord) ?? ""),
    };

    static Basket Checked(Basket basket) => basket switch
    {
        { Value: < 0 or > 1e9 } => throw RefusedException.Invalid("facts.basket.value", "A basket's value is between 0 and 1,000,000,000."),
        { Items: < 0 or > 100_000 } => throw RefusedException.Invalid("facts.basket.items", "A basket holds between 0 and 100,000 items."),
        _ => basket with { Currency = Words.Brief("facts.basket.currency", basket.Currency, 3) },
    };
}
