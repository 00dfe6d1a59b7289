namespace Kanal.Centre.Experiments;

/// <summary>Looks at an experiment on its way in.</summary>
static class ExperimentCheck
{
    const int LongestName = 100;
    const int LongestArm = 60;
    const double SmallestShare = 0.01;

    public static (string Name, IReadOnlyList<ArmPlan> Arms, double Alpha) Check(ExperimentRequest request)
    {
        var faults = new Faults();
        var name = faults.Line("name", request.Name, LongestName);
        faults.AddIf(!(Math.Abs(request.Expected) is >= 1e-6 and <= 0.5), "expected", "The expected effect is a difference of shares, such as 0.003; not zero, and at most 0.5.");
        faults.AddIf(request.ExpectedNet is { } net && !(Math.Abs(net) is >= 1e-6 and <= 1e6), "expectedNet", "The expected effect on earnings is in money for each visitor; not zero, and at most 1,000,000.");
        var alpha = request.Alpha ?? 0.05;
        faults.AddIf(!(alpha is >= 0.001 and <= 0.2), "alpha", "This is between 0.001 and 0.2.");
        var arms = request.Kind == ExperimentKind.Holdout ? Held(faults, request.Arms) : Against(faults, request.Arms ?? []);
        faults.ThrowIfAny();
        return (name, arms, alpha);
    }

    /// <summary>The arms of a strategy's own holdout.</summary>
    public static IReadOnlyList<ArmPlan> ArmsOf(double holdout) => [new("treated", 1 - holdout), new("holdout", holdout, Control: true)];

    static IReadOnlyList<ArmPlan> Held(Faults faults, IReadOnlyList<ArmPlan>? arms)
    {
        faults.AddIf(arms is { Count: > 0 }, "arms", "The arms of a holdout are the strategy's own.");
        return [];
    }

    static IReadOnlyList<ArmPlan> Against(Faults faults, IReadOnlyList<ArmPlan> arms)
    {
        if (arms.Count != 2 || arms.Count(arm => arm.Control) > 1)
        {
            faults.Add("arms", "Two versions are tried against each other, one of them the control.");
            return [];
        }

        var names = arms.Select((arm, i) => faults.Line($"arms[{i}].name", arm.Name, LongestArm)).ToList();
        faults.AddIf(names[0] == names[1], "arms[1].name", "Each arm has a name of its own.");
        var whole = arms.Sum(arm => arm.Share);
        for (var i = 0; i < arms.Count; i++)
        {
            faults.AddIf(arms[i].Version is not >= 0, $"arms[{i}].version", "Which version of the strategy?");
            faults.AddIf(!(arms[i].Share > 0 && double.IsFinite(whole) && arms[i].Share / whole >= SmallestShare), $"arms[{i}].share", "Each arm gets at least one visitor of a hundred.");
        }

        faults.AddIf(arms[0].Version == arms[1].Version, "arms[1].version", "A version against itself shows nothing.");
        var control = arms[0].Control ? 0 : 1;
        return [.. arms.Select((arm, i) => new ArmPlan(names[i], arm.Share / whole, arm.Version, i == control))];
    }
}
