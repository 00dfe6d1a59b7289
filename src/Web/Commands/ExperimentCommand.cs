using System.CommandLine;
using Kanal.Decisions.Experiments;

namespace Kanal.Web.Commands;

/// <summary>What an experiment shows, how long one takes, whether its arms got their shares: whichever its options ask for.</summary>
sealed class ExperimentCommand
{
    const double Most = 1e15;

    readonly Option<double[]> _treated = NumberOptions.Parts("--treated", "Conversions and visitors of those treated, such as 1120/36000.", 0, Most, 2);
    readonly Option<double[]> _holdout = NumberOptions.Parts("--holdout", "The same of those held out, such as 100/4000.", 0, Most, 2);
    readonly Option<double> _expected = NumberOptions.Number("--expected", "The difference of rates that was expected before the start, such as 0.003.", -1, 1);
    readonly Option<double[]> _shares = NumberOptions.Parts("--shares", "The shares of visitors that the arms were to get, such as 0.9/0.1.", 0, Most);
    readonly Option<double> _perDay = NumberOptions.Number("--visitors-per-day", "To say how much longer it takes.", 1e-6, Most);
    readonly Option<double> _alpha = NumberOptions.Number("--alpha", "How often the verdict may be wrong; 0.05 unless given.", 1e-12, 0.5, 0.05);
    readonly Option<double[]> _observed = NumberOptions.Parts("--observed", "Visitors of each arm, to compare with --shares alone.", 0, Most);
    readonly Option<double> _rate = NumberOptions.Number("--base", "The rate without treatment, to find how many visitors it takes.", 1e-12, 1);
    readonly Option<double> _uplift = NumberOptions.Number("--uplift", "What is to be found, as a share of the rate, such as 0.05.", -1, 1e6);
    readonly Option<double> _holdoutShare = NumberOptions.Number("--holdout-share", "Of all visitors; 0.1 unless given.", 1e-9, 1 - 1e-9, 0.1);
    readonly Option<double> _power = NumberOptions.Number("--power", "How often it is found where it is there; 0.8 unless given.", 1e-9, 1 - 1e-9, 0.8);
    readonly Option<double[]> _treatedValues = NumberOptions.Numbers("--treated-values", "What was measured of each treated visitor.", -Most, Most);
    readonly Option<double[]> _treatedBefore = NumberOptions.Numbers("--treated-before", "What was known of each before.", -Most, Most);
    readonly Option<double[]> _holdoutValues = NumberOptions.Numbers("--holdout-values", "What was measured of each visitor held out.", -Most, Most);
    readonly Option<double[]> _holdoutBefore = NumberOptions.Numbers("--holdout-before", "What was known of each before.", -Most, Most);
    readonly Option<bool> _json = new("--json") { Description = "Prints one object for other programs." };

    public static Command Create() => new ExperimentCommand().Build();

    Command Build()
    {
        var command = new Command("experiment", "Whether a treatment changed what visitors did, with an interval that may be looked at every day.")
        {
            _treated, _holdout, _expected, _shares, _perDay, _alpha, _observed, _rate, _uplift, _holdoutShare, _power,
            _treatedValues, _treatedBefore, _holdoutValues, _holdoutBefore, _json,
        };
        command.SetAction(call =>
        {
            var (wrong, answer) = Answer(call);
            if (wrong is not null)
            {
                Console.Error.WriteLine(wrong);
                return 2;
            }

            if (call.GetValue(_json))
            {
                Printing.Json(answer.Members);
            }
            else
            {
                Array.ForEach(answer.Sentences, Console.WriteLine);
            }

            return 0;
        });
        return command;
    }

    (string? Wrong, ExperimentAnswer Answer) Answer(ParseResult call)
    {
        bool Given(Option option) => call.GetResult(option) is { Implicit: false };
        if (Given(_rate))
        {
            return Given(_uplift) && call.GetValue(_uplift) != 0 ? Size(call) : ("--base needs --uplift, a share of it that is not zero.", ExperimentAnswer.None);
        }

        if (Given(_observed))
        {
            return Given(_shares) ? Shares(call) : ("--observed needs --shares to compare with.", ExperimentAnswer.None);
        }

        if (Given(_treatedValues) || Given(_holdoutValues))
        {
            return Sharpened(call);
        }

        return !Given(_treated) || !Given(_holdout) ? ("An experiment needs --treated and --holdout, such as --treated 1120/36000 --holdout 100/4000.", ExperimentAnswer.None)
            : Given(_expected) && call.GetValue(_expected) == 0 ? ("--expected is zero; it is the effect to be found.", ExperimentAnswer.None)
            : Compared(call, Given(_expected), Given(_perDay));
    }

    (string?, ExperimentAnswer) Size(ParseResult call)
    {
        var size = SampleSize.Of(call.GetValue(_rate), call.GetValue(_uplift), call.GetValue(_holdoutShare), call.GetValue(_power), call.GetValue(_alpha));
        return size is null ? ("With that uplift there is no such rate, or no number of visitors that would show it.", ExperimentAnswer.None) : (null, ExperimentAnswer.Of(size));
    }

    (string?, ExperimentAnswer) Shares(ParseResult call)
    {
        var (observed, shares) = (call.GetRequiredValue(_observed), call.GetRequiredValue(_shares));
        return observed.Length != shares.Length ? ($"--observed has {observed.Length} arms and --shares has {shares.Length}.", ExperimentAnswer.None)
            : shares.Sum() <= 0 ? ("--shares gives nobody anything.", ExperimentAnswer.None)
            : (null, ExperimentAnswer.Of(ShareMismatch.Of(observed, shares)));
    }

    (string?, ExperimentAnswer) Sharpened(ParseResult call)
    {
        var (treated, before) = (call.GetValue(_treatedValues) ?? [], call.GetValue(_treatedBefore) ?? []);
        var (holdout, beforeOfHoldout) = (call.GetValue(_holdoutValues) ?? [], call.GetValue(_holdoutBefore) ?? []);
        return treated.Length != before.Length || holdout.Length != beforeOfHoldout.Length || treated.Length == 0 || holdout.Length == 0
            ? ("--treated-values and --treated-before, and likewise those of the holdout, need a number for each visitor, of at least one.", ExperimentAnswer.None)
            : (null, ExperimentAnswer.Of(Cuped.Of([.. treated.Zip(before)], [.. holdout.Zip(beforeOfHoldout)])));
    }

    (string?, ExperimentAnswer) Compared(ParseResult call, bool expects, bool knowsVisitors)
    {
        var (treated, holdout, shares) = (ArmOf(call.GetRequiredValue(_treated)), ArmOf(call.GetRequiredValue(_holdout)), call.GetValue(_shares) is { Length: > 0 } given ? given : null);
        if (treated is not { } one || holdout is not { } other)
        {
            return ("--treated and --holdout are conversions/visitors: whole numbers, the first no larger than the second.", ExperimentAnswer.None);
        }

        if (shares is not null && (shares.Length != 2 || shares.Sum() <= 0))
        {
            return ("--shares needs a share for each of both arms here, such as 0.9/0.1.", ExperimentAnswer.None);
        }

        var comparison = new ExperimentComparison(one, other, call.GetValue(_alpha))
        {
            Expected = expects ? call.GetValue(_expected) : null,
            Shares = shares,
            VisitorsPerDay = knowsVisitors ? call.GetValue(_perDay) : null,
        };
        return (null, comparison.Answer());
    }

    static Arm? ArmOf(double[] parts) =>
        parts is [var conversions, var visitors] && conversions <= visitors && conversions == Math.Floor(conversions) && visitors == Math.Floor(visitors)
            ? new Arm((long)conversions, (long)visitors)
            : null;
}
