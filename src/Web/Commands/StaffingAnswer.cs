using System.Globalization;
using Kanal.Decisions.Staffing;

namespace Kanal.Web.Commands;

/// <summary>What the command has found, for programs and for people.</summary>
sealed record StaffingAnswer(StaffingQuestion Question, int Agents, int Scheduled, QueueFigures Figures)
{
    public static StaffingAnswer? Of(StaffingQuestion question)
    {
        var required = question.Agents is { } given ? new RequiredStaff(given, RequiredAgents.Scheduled(given, question.Shrinkage), Figured(question, given))
            : question.Model == "erlang-b" ? LetIn(question)
            : RequiredAgents.Of(question.Workload, question.Targets, question.Shrinkage);
        return required is null ? null : new StaffingAnswer(question, required.Agents, required.Scheduled, Told(question, required.Figures));
    }

    public void Print(bool json)
    {
        if (json)
        {
            Printing.Json(Members());
            return;
        }

        Say("Agents", Number(Agents));
        Say("To be scheduled", Question.Shrinkage > 0 ? $"{Number(Scheduled)} (shrinkage {Share(Question.Shrinkage)})" : Number(Scheduled));
        Say("Load", $"{Number(Figures.Load)} erlang");
        Say("Turned away", Share(Figures.Blocking));
        Say("Have to wait", Share(Figures.WaitShare));
        Say("Give up", Share(Figures.Abandonment));
        Say($"Answered within {Question.Targets.WithinSeconds.ToString("0.##", CultureInfo.InvariantCulture)} s", Share(Figures.ServiceLevel));
        Say("Speed of answer", Time(Figures.SpeedOfAnswer));
        Say("Mean wait of all", Time(Figures.MeanWait));
        Say("Waiting, on average", Number(Figures.MeanQueue));
        Say("Occupancy", Share(Figures.Occupancy));
        if (Question.Model == "chat")
        {
            Say("In hand, on average", Number(Figures.InService));
            Say("Chats of a busy agent", Number(Figures.Concurrency));
            Say("A chat takes", Time(Figures.HandleSeconds));
            if (SimultaneousChats.BestCap([.. Question.Levels.Select(seconds => 1 / seconds)]) is var best && best < Question.Levels.Length)
            {
                Console.WriteLine($"With {best} at once an agent finishes more than with {Question.Levels.Length}: let them hold no more than {best}.");
            }
        }
    }

    List<(string, object?)> Members()
    {
        List<(string, object?)> members =
        [
            ("model", Question.Model),
            ("agents", Agents),
            ("scheduled", Scheduled),
            ("load", Defined(Figures.Load)),
            ("blocking", Defined(Figures.Blocking)),
            ("p_wait", Defined(Figures.WaitShare)),
            ("p_abandon", Defined(Figures.Abandonment)),
            ("service_level", Defined(Figures.ServiceLevel)),
            ("asa_s", Defined(Figures.SpeedOfAnswer)),
            ("mean_wait_s", Defined(Figures.MeanWait)),
            ("mean_queue", Defined(Figures.MeanQueue)),
            ("occupancy", Defined(Figures.Occupancy)),
        ];
        return Question.Model == "chat"
            ? [.. members, ("mean_in_service", Defined(Figures.InService)), ("mean_concurrency", Defined(Figures.Concurrency)), ("mean_chat_s", Defined(Figures.HandleSeconds))]
            : members;
    }

    static QueueFigures Figured(StaffingQuestion question, int agents) => question.Model == "erlang-b"
        ? ErlangB.Figures(agents, question.Load, question.HandleSeconds ?? double.NaN)
        : question.Workload.With(agents, question.Targets.WithinSeconds);

    // Whoever is not turned away is answered at once.
    static RequiredStaff? LetIn(StaffingQuestion question)
    {
        var found = RequiredAgents.Of(new CallWorkload(question.Load, 3600, 0), new StaffingTargets { ServiceLevel = question.Targets.ServiceLevel }, question.Shrinkage);
        return found is null ? null : found with { Figures = Figured(question, found.Agents) };
    }

    // What is in units of an unknown handle time is not known, unless it is nothing or without bound.
    static QueueFigures Told(StaffingQuestion question, QueueFigures figures)
    {
        double Timed(double time) => time is 0 or double.PositiveInfinity ? time : double.NaN;
        return question.HandleSeconds is not null || question.Model == "erlang-b" ? figures : figures with
        {
            ServiceLevel = question.Targets.WithinSeconds == 0 || figures.WaitShare is 0 or 1 ? figures.ServiceLevel : double.NaN,
            SpeedOfAnswer = Timed(figures.SpeedOfAnswer),
            MeanWait = Timed(figures.MeanWait),
        };
    }

    static double? Defined(double number) => double.IsNaN(number) ? null : number;

    static string Share(double share) => double.IsNaN(share) ? "-" : share is > 0 and < 0.0001 ? "under 0.01 %" : $"{(100 * share).ToString("0.00", CultureInfo.InvariantCulture)} %";

    static string Time(double seconds) => double.IsNaN(seconds) ? "-" : double.IsInfinity(seconds) ? "without end" : $"{Number(seconds)} s";

    static string Number(double number) => double.IsNaN(number) ? "-" : double.IsInfinity(number) ? "without end" : number.ToString("#,0.###", CultureInfo.InvariantCulture);

    static void Say(string what, string value) => Console.WriteLine($"{what,-24}{value}");
}
