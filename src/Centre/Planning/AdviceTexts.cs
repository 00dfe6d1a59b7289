using Kanal.Centre.Texts;

namespace Kanal.Centre.Planning;

/// <summary>Advice in sentences with their numbers.</summary>
static class AdviceTexts
{
    public const int Most = 3;

    static readonly string[] _week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static List<Sentence> Of(string channel, PlanTarget target, int people, bool byValue, IReadOnlyList<OpenWindow> windows, IReadOnlyList<ShortWindow> missing)
    {
        var texts = new List<Sentence>();
        foreach (var window in windows.Take(Most))
        {
            texts.Add(Open(channel, target, people, byValue, window));
        }

        foreach (var window in missing.Take(Most))
        {
            texts.Add(window.Missing == 1
                ? Sentence.Of($"One person more is needed {Days(window.Days)} {window.From} to {window.To}.")
                : $"{window.Missing} people more are needed {Days(window.Days)} {window.From} to {window.To}.");
        }

        if (windows.Count == 0)
        {
            texts.Insert(0, AtNoHour(channel, target));
        }

        return texts;
    }

    public static Sentence Letters(Plan plan) => plan.Totals.ServiceLevel is { } level
        ? Sentence.Of($"Email: {Percent(level)}% would be answered within {Time(plan.Target.Seconds)}. It takes {Math.Round(plan.Totals.RequiredHours, 1)} hours of the week; {Math.Round(plan.Totals.PlannedHours, 1)} are free for it beside other work.")
        : "Email: too little is known of what comes to say anything about it.";

    public static Sentence Next(string channel, double share) => $"Next to open: {Channel(channel)}. The people there are could answer {Percent(share)}% of what comes over it in time.";

    public static Sentence AtNoHour(string channel, PlanTarget target) => $"With the people there are, {Channel(channel)} can't keep {Percent(target.Share)}% within {Time(target.Seconds)} at any hour.";

    public static Sentence NextUnknown(string channel) => $"Next to open: {Channel(channel)}. The people there are have the most room for it.";

    public static Sentence Unknown(string channel) => $"Nobody knows yet how many would come over {Channel(channel)}; each channel is looked at by itself.";

    public static Sentence Room(OpenWindow window, int perHour, PlanTarget target) =>
        $"Room for up to {perHour} an hour {When(window)}, {Percent(target.Share)}% of them answered within {Time(target.Seconds)}.";

    public static Sentence Channel(string channel) => channel switch
    {
        "chat" => "chat",
        "email" => "email",
        "callback" => "callbacks",
        "phone" => "phone",
        "messaging" => "messaging",
        "sms" => "SMS",
        "help" => "the help centre",
        _ => Sentence.Verbatim(channel),
    };

    static Sentence Open(string channel, PlanTarget target, int people, bool byValue, OpenWindow window)
    {
        var level = Percent(window.ServiceLevel ?? 1);
        var (who, when) = (people == 1 ? Sentence.Of("one person") : Sentence.Of($"{people} people"), When(window));
        return byValue
            ? Sentence.Of($"With {who}, {Channel(channel)} {when}: {level}% within {Time(target.Seconds)}, {Percent(window.ValueShare)}% of the value.")
            : $"With {who}, {Channel(channel)} {when}: {level}% within {Time(target.Seconds)}, {Percent(window.ValueShare)}% of what comes.";
    }

    static Sentence When(OpenWindow window) => $"{Days(window.Days)} {window.From} to {window.To}";

    static Sentence Time(int seconds) =>
        seconds % 3600 == 0 ? Sentence.Of($"{seconds / 3600} h")
        : seconds % 60 == 0 && seconds > 60 ? Sentence.Of($"{seconds / 60} min")
        : $"{seconds} s";

    static Sentence Days(IReadOnlyList<string> days) => days.Count switch
    {
        7 => Sentence.Of("every day"),
        5 when !days.Contains("saturday") && !days.Contains("sunday") => "weekdays",
        2 when days.Contains("saturday") && days.Contains("sunday") => "weekends",
        > 2 when InRow(days) => $"{Day(days[0])} to {Day(days[^1])}",
        _ => days.Select(Day).Aggregate((some, last) => $"{some}, {last}"),
    };

    static bool InRow(IReadOnlyList<string> days) => Array.IndexOf(_week, days[^1]) - Array.IndexOf(_week, days[0]) == days.Count - 1;

    static Sentence Day(string day) => day switch
    {
        "monday" => Sentence.Of("Monday"),
        "tuesday" => "Tuesday",
        "wednesday" => "Wednesday",
        "thursday" => "Thursday",
        "friday" => "Friday",
        "saturday" => "Saturday",
        _ => "Sunday",
    };

    static double Percent(double share) => Math.Round(share * 100);
}
