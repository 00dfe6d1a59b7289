using Kanal.Decisions.Facts;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>The facts that follow from the moment: the time where the site is, and how busy the chat is.</summary>
sealed class MomentFacts(Scenario scenario, FactCatalogue catalogue, OpenTimes open)
{
    readonly DateTimeZone _zone = scenario.Calendar?.Zone ?? DateTimeZone.Utc;
    readonly int[] _numbers = [.. ((string[])["open", "weekday", "time", "load.waiting", "load.free", "load.wait"]).Select(key => catalogue.Find(key) ?? throw new InvalidOperationException($"There is no fact \"{key}\"."))];
    long _minute = long.MinValue;
    object _weekday = "";
    double _time;

    public void Put(FactValues facts, long now, Standing standing)
    {
        if (now / TimeSpan.TicksPerMinute != _minute)
        {
            _minute = now / TimeSpan.TicksPerMinute;
            var local = Instant.FromUnixTimeTicks(now).InZone(_zone).LocalDateTime;
            (_weekday, _time) = (TimeFacts.Weekdays[(int)local.DayOfWeek - 1], local.Hour * 60 + local.Minute);
        }

        facts.Put(_numbers[0], open.IsOpen(now) ? 1 : 0);
        facts.Put(_numbers[1], _weekday);
        facts.Put(_numbers[2], _time);
        if (standing.Chat is { } chat)
        {
            facts.Put(_numbers[3], Math.Round(chat.Ahead));
            facts.Put(_numbers[4], chat.Free);
            if (chat.Told is { } told && double.IsFinite(told.Quantile80))
            {
                facts.Put(_numbers[5], told.Quantile80);
            }
        }
    }
}
