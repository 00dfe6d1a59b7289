using Kanal.Centre.Callbacks;
using Kanal.Centre.Storage;
using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Centre.Sites;

/// <summary>One website or brand.</summary>
public sealed record Site
{
    public required Id Id { get; init; }

    /// <summary>The short name that pages embed.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>The first one is the site's own.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required SiteLook Look { get; init; }

    public required IReadOnlyDictionary<string, SiteTexts> Texts { get; init; }

    /// <summary>Origins of the pages that may hold the widget; <c>*</c> alone for any.</summary>
    public required IReadOnlyList<string> AllowedOrigins { get; init; }

    /// <summary>Whether the pages a visitor sees are kept with the conversation.</summary>
    public required bool KeepsJourney { get; init; }

    /// <summary>Whether agents may take a visitor to another of the site's own pages, once the visitor agrees.</summary>
    public required bool GuidesPages { get; init; }

    public required HoursDefinition Hours { get; init; }

    /// <summary>The same hours, ready for questions.</summary>
    public required OpeningCalendar Calendar { get; init; }

    public required CallbackSettings Callback { get; init; }

    /// <summary>The host name under which the help centre is found besides its usual address; null for none.</summary>
    public string? HelpDomain { get; init; }

    /// <summary>Grows with every change.</summary>
    public required long Version { get; init; }

    public bool Allows(string origin) => AllowedOrigins is ["*"] || AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>The best of the site's languages for a visitor who asks for one, such as "pl" for "pl-PL".</summary>
    public string LanguageFor(string? wanted) =>
        Languages.FirstOrDefault(language => language.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        ?? Languages.FirstOrDefault(language => wanted?.Split('-')[0].Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase) is true)
        ?? Languages[0];

    /// <summary>The hours as people edit them: without a "closed now" that has ended, which is only kept for reports on the past.</summary>
    public HoursDefinition HoursAt(DateTimeOffset now) =>
        Calendar.ClosedNow?.Until <= Instant.FromDateTimeOffset(now) ? Hours with { ClosedNow = null } : Hours;

    /// <summary>The first moment from <paramref name="at"/> on at which we are open; null where none is in sight.</summary>
    public DateTimeOffset? OpenFrom(DateTimeOffset at) => Calendar.NextOpening(Instant.FromDateTimeOffset(at))?.ToDateTimeOffset();

    public HoursStatus StatusAt(DateTimeOffset now)
    {
        var t = Instant.FromDateTimeOffset(now);
        return Calendar.IsOpen(t)
            ? new HoursStatus(true, ClosesAt: Calendar.NextClosing(t)?.ToDateTimeOffset())
            : new HoursStatus(false, Calendar.NextOpening(t)?.ToDateTimeOffset(), Reason: Calendar.ReasonClosed(t) is { Length: > 0 } reason ? reason : null);
    }
}
