using Kanal.Centre;
using Kanal.Centre.Sites;
using Kanal.Centre.Texts;
using Kanal.Decisions.Phones;

namespace Kanal.Channels.WebChat;

/// <summary>A phone number on its way in, as E.164 writes it.</summary>
public static class CallableNumber
{
    /// <param name="text">As the visitor or agent wrote it.</param>
    /// <param name="locale">The visitor's, such as "da-DK": where no country code is written it tells the country, else the site's language does.</param>
    /// <param name="site">Who will call.</param>
    public static string Of(string? text, string? locale, Site site) => PhoneNumber.Read(text, PhoneNumber.CountryOf(locale, site.Languages[0]), out var fault)?.E164 ?? throw Wrong(fault);

    static RefusedException Wrong(PhoneFault fault)
    {
        var sentence = fault switch
        {
            PhoneFault.CountryNeeded => Sentence.Of("Give the number with its country code, such as +45 12 34 56 78."),
            PhoneFault.TooShort => "This number is too short.",
            PhoneFault.TooLong => "This number is too long.",
            PhoneFault.NotAssigned => "There is no such number.",
            PhoneFault.Premium => "We don't call numbers that cost extra.",
            _ => "Which number shall we call? Give a phone number such as +45 12 34 56 78.",
        };
        return new(Refusal.Invalid, "invalid-number", sentence) { Errors = new() { ["address"] = [sentence] } };
    }
}
