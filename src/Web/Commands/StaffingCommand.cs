using System.CommandLine;
using Kanal.Decisions.Staffing;

namespace Kanal.Web.Commands;

/// <summary>How a team gets along with what comes to it, or how large it must be to keep its targets.</summary>
sealed class StaffingCommand
{
    const double Most = 1e9;
    const double NearlyNothing = 1e-9;

    static readonly string[] _models = ["erlang-b", "erlang-c", "erlang-a", "chat"];

    readonly Argument<string> _model = new("MODEL") { Description = "erlang-b (whoever finds everybody busy is turned away), erlang-c (all wait), erlang-a (some give up) or chat (several at once)." };
    readonly Option<double> _arrivals = NumberOptions.Number("--arrivals", "How many come in an hour.", 0, Most);
    readonly Option<double> _handle = NumberOptions.Number("--aht", "Seconds that one conversation takes, of a chat one alone.", 1e-6, Most);
    readonly Option<double> _load = NumberOptions.Number("--load", "Arrivals times handle time, in erlang, instead of one of the two.", 0, 1e7);
    readonly Option<int> _agents = NumberOptions.Whole("--agents", "How many agents there are.", 0, 10_000_000);
    readonly Option<double> _within = NumberOptions.Number("--within", "Seconds within which an answer counts for the service level; 20 unless given.", 0, Most, 20);
    readonly Option<double> _patience = NumberOptions.NumberOrInfinity("--patience", "Seconds somebody waits on average before they give up, or inf.", 0, 1e12, double.PositiveInfinity);
    readonly Option<int> _concurrency = NumberOptions.Whole("--concurrency", "How many chats an agent holds at most.", 1, 1_000);
    readonly Option<double[]> _levels = NumberOptions.Numbers("--aht-by-level", "Seconds that a chat takes among 1, 2, 3 ... that its agent holds, such as 480,624,768.", 1e-6, Most);
    readonly Option<double> _slowdown = NumberOptions.Number("--alpha", "How much longer each further chat makes all of them, where --aht is all that is known; 0.3 unless given.", 0, 1e6, 0.3);
    readonly Option<double> _work = NumberOptions.Number("--work", "Seconds an agent works on one chat, with --customer instead of --aht.", 1e-6, Most);
    readonly Option<double> _customer = NumberOptions.Number("--customer", "Seconds the customer of a chat reads, thinks and writes.", 0, Most);
    readonly Option<double> _target = NumberOptions.Number("--target", "The service level to keep, such as 0.8; finds the number of agents.", NearlyNothing, 1 - NearlyNothing);
    readonly Option<double> _speed = NumberOptions.Number("--max-asa", "The answered wait at most so many seconds on average.", 0, Most);
    readonly Option<double> _lost = NumberOptions.Number("--max-abandon", "At most this share gives up, such as 0.05.", NearlyNothing, 1);
    readonly Option<double> _busy = NumberOptions.Number("--max-occupancy", "Agents are busy for at most this share of their time, such as 0.85.", NearlyNothing, 1);
    readonly Option<double> _shrinkage = NumberOptions.Number("--shrinkage", "The share of paid time in which somebody is not there; 0 unless given.", 0, 0.999, 0);
    readonly Option<bool> _json = new("--json") { Description = "Prints one object for other programs." };

    public static Command Create() => new StaffingCommand().Build();

    Command Build()
    {
        _speed.Aliases.Add("--target-asa");
        var command = new Command("staffing", "How a team of so many gets along with what comes to it; with a target, how many it must be.")
        {
            _model, _arrivals, _handle, _load, _agents, _within, _patience, _concurrency, _levels, _slowdown, _work, _customer,
            _target, _speed, _lost, _busy, _shrinkage, _json,
        };
        command.SetAction(call =>
        {
            if (Wrong(call) is { } wrong)
            {
                Console.Error.WriteLine(wrong);
                return 2;
            }

            var question = Question(call);
            if (question.Problem is { } problem)
            {
                Console.Error.WriteLine(problem);
                return 2;
            }

            if (StaffingAnswer.Of(question) is not { } answer)
            {
                Console.Error.WriteLine("No number of agents keeps these targets.");
                return 1;
            }

            answer.Print(call.GetValue(_json));
            return 0;
        });
        return command;
    }

    string? Wrong(ParseResult call)
    {
        bool Given(Option option) => call.GetResult(option) is { Implicit: false };
        var model = call.GetRequiredValue(_model);
        Option[] targets = [_target, _speed, _lost, _busy];
        Option[] chats = [_concurrency, _levels, _slowdown, _work, _customer];
        return !_models.Contains(model) ? $"\"{model}\" is not a model; there are {string.Join(", ", _models)}."
            : model != "chat" && Array.Find(chats, Given) is { } chat ? $"{chat.Name} is for the model chat only."
            : model is "erlang-b" or "erlang-c" && Given(_patience) && double.IsFinite(call.GetValue(_patience)) ? $"{model} knows no patience; erlang-a does."
            : model == "erlang-a" && !Given(_patience) ? "erlang-a needs --patience, in seconds or inf."
            : model == "erlang-b" && targets.Skip(1).FirstOrDefault(Given) is { } none ? $"{none.Name} says nothing to erlang-b, where nobody waits; --target is the share that is not turned away."
            : Given(_arrivals) && Given(_handle) && Given(_load) ? "--load is --arrivals times --aht; give two of the three."
            : Given(_agents) && Array.Find(targets, Given) is { } target ? $"--agents and {target.Name} exclude each other: with a target, the number of agents is the answer."
            : !Given(_agents) && !targets.Any(Given) ? "How many --agents, or which --target?"
            : model == "chat" ? WrongChat(Given, call)
            : Given(_handle) && Given(_load) || Given(_arrivals) && (Given(_handle) || Given(_load) && call.GetValue(_arrivals) > 0) ? null
            : Given(_load) && !Given(_arrivals) && (model == "erlang-b" || model == "erlang-c" && !Given(_target) && !Given(_speed)) ? null
            : "What comes in is --arrivals an hour and --aht in seconds, or --load and one of the two.";
    }

    string? WrongChat(Func<Option, bool> given, ParseResult call)
    {
        Option[] ways = [_handle, _levels, _work];
        return ways.Count(given) != 1 ? "How long a chat takes is one of --aht, --aht-by-level, or --work with --customer."
            : given(_work) != given(_customer) ? "--work and --customer belong together."
            : given(_levels) && call.GetValue(_levels) is { Length: 0 } ? "--aht-by-level needs at least one number."
            : given(_levels) && given(_concurrency) && call.GetValue(_levels) is { } levels && levels.Length < call.GetValue(_concurrency)
                ? $"--aht-by-level has {levels.Length} numbers and an agent holds up to {call.GetValue(_concurrency)} chats; each level needs one."
            : !given(_levels) && !given(_concurrency) ? "How many chats does an agent hold at most (--concurrency)?"
            : given(_arrivals) == given(_load) ? "What comes in is one of --arrivals an hour and --load."
            : null;
    }

    StaffingQuestion Question(ParseResult call)
    {
        double? Value(Option<double> option) => call.GetResult(option) is { Implicit: false } ? call.GetValue(option) : null;
        var (model, levels) = (call.GetRequiredValue(_model), Levels(call));
        var (arrivals, handle, load) = (Value(_arrivals), levels.Length > 0 ? levels[0] : Value(_handle), Value(_load));
        handle ??= load / arrivals * 3600;
        if (handle == 0)
        {
            handle = null;
        }

        return new StaffingQuestion(model, load ?? arrivals * handle / 3600 ?? 0)
        {
            HandleSeconds = handle,
            PerHour = arrivals ?? load * 3600 / (handle ?? 1) ?? 0,
            Levels = levels,
            Patience = call.GetValue(_patience),
            Agents = call.GetResult(_agents) is { Implicit: false } ? call.GetValue(_agents) : null,
            Shrinkage = call.GetValue(_shrinkage),
            Targets = new StaffingTargets
            {
                ServiceLevel = Value(_target),
                WithinSeconds = call.GetValue(_within),
                SpeedOfAnswer = Value(_speed),
                Abandonment = Value(_lost),
                Occupancy = Value(_busy),
            },
        };
    }

    double[] Levels(ParseResult call)
    {
        if (call.GetRequiredValue(_model) != "chat")
        {
            return [];
        }

        var most = call.GetValue(_concurrency);
        return call.GetValue(_levels) is { Length: > 0 } levels ? levels[..(most > 0 ? most : levels.Length)]
            : call.GetResult(_work) is { Implicit: false } ? [.. SimultaneousChats.FromWork(call.GetValue(_work), call.GetValue(_customer), most).Select(rate => 1 / rate)]
            : [.. SimultaneousChats.Linear(call.GetValue(_handle), call.GetValue(_slowdown), most).Select(rate => 1 / rate)];
    }
}
