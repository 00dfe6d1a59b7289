namespace Kanal.Decisions.Facts;

/// <summary>What the widget notes that may mean trouble.</summary>
public static class Signals
{
    /// <summary>No progress at a step for long.</summary>
    public const string Hesitation = "hesitation";

    /// <summary>Searched repeatedly and found nothing.</summary>
    public const string VainSearch = "vainSearch";

    /// <summary>About to leave the page.</summary>
    public const string Leaving = "leaving";

    /// <summary>A full basket, and nothing happens.</summary>
    public const string IdleBasket = "idleBasket";

    /// <summary>A form was refused.</summary>
    public const string FormError = "formError";

    /// <summary>The same page several times.</summary>
    public const string RepeatedPage = "repeatedPage";

    /// <summary>Reads terms for long.</summary>
    public const string LongReading = "longReading";

    public static IReadOnlyList<string> All { get; } = [Hesitation, VainSearch, Leaving, IdleBasket, FormError, RepeatedPage, LongReading];
}
