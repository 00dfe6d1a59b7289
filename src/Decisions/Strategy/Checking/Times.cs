using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Decisions.Strategy.Checking;

/// <summary>Every moment of the coming weeks, as far as rules can tell them apart.</summary>
sealed class Times
{
    // Holidays and special days come round too, and some weeks hold none.
    static readonly Duration _ahead = Duration.FromDays(35);
    static readonly Duration _minute = Duration.FromMinutes(1);

    readonly HashSet<(int? Weekday, int? Time, bool Open)> _moments = [];
    readonly (int Number, Dimension Dimension)? _weekday;
    readonly (int Number, Dimension Dimension)? _time;
    readonly (int Number, Dimension Dimension)? _open;

    public Times(Space space, OpeningCalendar calendar, Instant from)
    {
        (_weekday, _time, _open) = (space.Of("weekday"), space.Of("time"), space.Of("open"));
        var stretches = new Queue<Interval>(calendar.OpenStretches(from, from + _ahead));
        var step = _weekday is null && _time is null ? 5 * _minute : _minute;
        for (var at = from; at < from + _ahead; at += step)
        {
            while (stretches.TryPeek(out var past) && past.End <= at)
            {
                stretches.Dequeue();
            }

            var local = at.InZone(calendar.Zone).LocalDateTime;
            _moments.Add((
                _weekday is { Dimension: Words words } ? words.CellOf(Day(local)) : null,
                _time is { Dimension: Numbers numbers } ? numbers.CellOf(local.Hour * 60 + local.Minute) : null,
                stretches.TryPeek(out var current) && current.Contains(at)));
        }
    }

    /// <summary>Whether somebody in it can come at all.</summary>
    public bool Come(Box box) => _moments.Any(moment => Reaches(box, moment));

    /// <summary>Whether somebody in it can come while it is open.</summary>
    public bool ComeWhileOpen(Box box) => _moments.Any(moment => moment.Open && Reaches(box, moment));

    bool Reaches(Box box, (int? Weekday, int? Time, bool Open) moment) =>
        Within(box, _weekday, moment.Weekday) && Within(box, _time, moment.Time) && Within(box, _open, moment.Open ? 2 : 1);

    static bool Within(Box box, (int Number, Dimension Dimension)? dimension, int? cell) => dimension is not { } its || cell is not { } at || box.Reaches(its.Number, at);

    static string Day(LocalDateTime local) => Facts.TimeFacts.Weekdays[(int)local.DayOfWeek - 1];
}
