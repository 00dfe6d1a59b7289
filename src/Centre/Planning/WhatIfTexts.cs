using Kanal.Centre.Texts;

namespace Kanal.Centre.Planning;

/// <summary>What a change would do, in sentences.</summary>
static class WhatIfTexts
{
    public static List<Sentence> Of(Plan now, Plan then)
    {
        if (!now.Forecast.Ready)
        {
            return [.. now.Forecast.Reasons];
        }

        var texts = new List<Sentence>();
        if (now.Totals.ServiceLevel is { } before && then.Totals.ServiceLevel is { } after)
        {
            texts.Add(Math.Abs(after - before) < 0.0005
                ? Sentence.Of($"Service level stays at {Percent(after)}%.")
                : $"Service level goes from {Percent(before)}% to {Percent(after)}%.");
        }

        if (!now.Letters && now.Totals.Abandonment is { } left && then.Totals.Abandonment is { } leaves && Math.Abs(left - leaves) >= 0.0005)
        {
            texts.Add($"Those who leave without an answer go from {Percent(left)}% to {Percent(leaves)}%.");
        }

        if (Math.Abs(then.Totals.ScheduledHours - now.Totals.ScheduledHours) >= 0.25)
        {
            texts.Add($"Hours to plan for the target: {Math.Round(then.Totals.ScheduledHours, 1)} instead of {Math.Round(now.Totals.ScheduledHours, 1)}.");
        }

        texts.Add(then.Totals.ShortSlots == now.Totals.ShortSlots
            ? Sentence.Of($"Half hours with too few people: {then.Totals.ShortSlots}, as before.")
            : $"Half hours with too few people: {then.Totals.ShortSlots} instead of {now.Totals.ShortSlots}.");
        return texts;
    }

    static double Percent(double share) => Math.Round(share * 100, 1);
}
