using NodaTime;

namespace Kanal.Decisions.Measures;

/// <summary>
/// Whether an answer has spared a contact, counted strictly: a deflection is a visitor who has read at least one article of a site,
/// did not say that none of them helped, and for 24 hours after the last of them made no contact with that site.
/// <list type="bullet">
/// <item>Any contact by the same visitor counts, on whatever matter and over whatever channel: nobody can know that it was about something else.</item>
/// <item>Articles that were only shown are not read. A visitor who was in contact already when reading is not counted at all.</item>
/// <item>Articles read with less than <see cref="Pause"/> between them are one matter and at most one deflection.</item>
/// </list>
/// What it can't see, and counts all the same: a visitor who comes back from another browser, or calls a number without saying the browser's code.
/// </summary>
public static class Deflection
{
    /// <summary>So long after the last reading a contact belongs to it.</summary>
    public static Duration Within { get; } = Duration.FromHours(24);

    /// <summary>Whoever reads on after so long has another question.</summary>
    public static Duration Pause { get; } = Duration.FromMinutes(30);

    /// <summary>Whether an article read now belongs to the matter that was read last then.</summary>
    public static bool GoesOn(Instant last, Instant now) => now - last < Pause;

    /// <param name="last">When an article on the matter was read last.</param>
    /// <param name="said">What the visitor said of each article that was asked about: whether it helped.</param>
    /// <param name="contact">The visitor's first contact since they began to read; null where there was none.</param>
    public static DeflectionOutcome Of(Instant last, IEnumerable<bool> said, Instant? contact, Instant now)
    {
        if (contact <= last + Within)
        {
            return DeflectionOutcome.Contacted;
        }

        if (now < last + Within)
        {
            return DeflectionOutcome.Open;
        }

        var words = said.ToList();
        return words.Count > 0 && !words.Contains(true) ? DeflectionOutcome.NotHelped : DeflectionOutcome.Deflected;
    }
}

public enum DeflectionOutcome
{
    /// <summary>Less than 24 hours ago.</summary>
    Open,

    Deflected,

    /// <summary>Came to us all the same.</summary>
    Contacted,

    /// <summary>Did not come to us, and had said that it did not help.</summary>
    NotHelped,
}
