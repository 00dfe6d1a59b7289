using NodaTime;

namespace Kanal.Decisions.Hours;

/// <summary>
/// When we are open. One calendar answers for widget, routing, targets, phone menus and API alike.
/// A date takes its hours from its special day, else it is closed by a holiday, else it takes those of its weekday.
/// An interval across midnight belongs to the day it opens: a holiday or special day that follows does not cut its tail.
/// Where the clock is set back an opening is the first of two equal local times and a closing the last, so that one interval
/// stays one stretch; a time that the clock skips is the instant of the skip.
/// </summary>
public sealed class OpeningCalendar
{
    static readonly Duration SearchLimit = Duration.FromDays(400);
    static readonly Duration DueLimit = Duration.FromDays(3_660);

    readonly CalendarDays _days;

    /// <summary>Makes a calendar; intervals may overlap and come in any order, and time is never counted twice.</summary>
    /// <param name="zone">The time zone in which all local times are read.</param>
    /// <param name="week">The ordinary hours; a weekday that is not mentioned is closed.</param>
    /// <param name="holidays">Days on which nothing opens.</param>
    /// <param name="specialDays">Dates with hours of their own; of two for one date the first holds.</param>
    /// <param name="closedNow">The switch "close now", when it is set.</param>
    public OpeningCalendar(
        DateTimeZone zone,
        IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningInterval>> week,
        IReadOnlyList<Holiday>? holidays = null,
        IReadOnlyList<SpecialDay>? specialDays = null,
        ClosedNow? closedNow = null)
    {
        Zone = zone;
        ClosedNow = closedNow;
        _days = new CalendarDays(week, holidays ?? [], specialDays ?? []);
    }

    /// <summary>The time zone in which all local times are read.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The switch "close now", when it is set.</summary>
    public ClosedNow? ClosedNow { get; }

    /// <summary>Reads a calendar from settings.</summary>
    /// <param name="definition">What is kept in the settings.</param>
    /// <param name="problems">A sentence for each thing that is wrong, naming its place; empty when all is well.</param>
    /// <returns>
    /// The calendar, or null when part of the definition cannot be read. Problems that do no harm, such as overlapping
    /// intervals, are told and still give a calendar.
    /// </returns>
    public static OpeningCalendar? From(HoursDefinition definition, out IReadOnlyList<FormattableString> problems) =>
        new HoursReader(definition).Read(out problems);

    /// <summary>The hours that hold on a local date, before <see cref="ClosedNow"/>.</summary>
    public DayHours On(LocalDate date) => _days.On(date);

    /// <summary>True when open at <paramref name="t"/>.</summary>
    public bool IsOpen(Instant t) => Pieces(t, t + Duration.Epsilon).Any();

    /// <summary>
    /// Why closed at <paramref name="t"/>: the reason of the switch, or the name of the special day or holiday.
    /// Null when open, and when it is only outside ordinary hours.
    /// </summary>
    public string? ReasonClosed(Instant t)
    {
        if (ClosedNow is { } closed && closed.Contains(t))
        {
            return closed.Reason;
        }

        return IsOpen(t) ? null : On(t.InZone(Zone).Date).Name;
    }

    /// <summary>The first instant not before <paramref name="after"/> that is open; null when there is none within 400 days.</summary>
    public Instant? NextOpening(Instant after)
    {
        foreach (var piece in Pieces(after, after + SearchLimit))
        {
            return piece.Start;
        }

        return null;
    }

    /// <summary>The first instant not before <paramref name="after"/> that is closed; null when there is none within 400 days.</summary>
    public Instant? NextClosing(Instant after)
    {
        var limit = after + SearchLimit;
        var openUntil = after;
        foreach (var piece in Pieces(after, limit))
        {
            if (piece.Start > openUntil)
            {
                break;
            }

            openUntil = piece.End;
        }

        return openUntil < limit ? openUntil : null;
    }

    /// <summary>How long it is open from <paramref name="start"/> to <paramref name="end"/>; zero when end is not after start.</summary>
    public Duration OpenTimeBetween(Instant start, Instant end)
    {
        var sum = Duration.Zero;
        foreach (var piece in Pieces(start, end))
        {
            sum += piece.Duration;
        }

        return sum;
    }

    /// <summary>
    /// The first instant by which <paramref name="openTime"/> has passed while open, counted from <paramref name="start"/>;
    /// <paramref name="start"/> itself for no time. Null when it takes more than ten years.
    /// </summary>
    public Instant? DueAfter(Instant start, Duration openTime)
    {
        if (openTime <= Duration.Zero)
        {
            return start;
        }

        var left = openTime;
        foreach (var piece in Pieces(start, start + DueLimit))
        {
            if (left <= piece.Duration)
            {
                return piece.Start + left;
            }

            left -= piece.Duration;
        }

        return null;
    }

    /// <summary>The stretches that are open from <paramref name="start"/> to <paramref name="end"/>: in order, apart, cut to fit.</summary>
    public IEnumerable<Interval> OpenStretches(Instant start, Instant end)
    {
        Interval? current = null;
        foreach (var piece in Pieces(start, end))
        {
            if (current is { } touching && touching.End == piece.Start)
            {
                current = new Interval(touching.Start, piece.End);
                continue;
            }

            if (current is { } whole)
            {
                yield return whole;
            }

            current = piece;
        }

        if (current is { } last)
        {
            yield return last;
        }
    }

    IEnumerable<Interval> Pieces(Instant start, Instant end)
    {
        var pieces = _days.Pieces(Zone, start, end);
        return ClosedNow is { } closed ? pieces.SelectMany(closed.WhatIsLeftOf) : pieces;
    }
}
