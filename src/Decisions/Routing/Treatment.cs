namespace Kanal.Decisions.Routing;

/// <summary>What the rules in force say of a matter. Times are open ticks since the waiting began.</summary>
sealed class Treatment(RoutedChannel channel, OpenClock clock, long target, QueueRules queue, int value, SkillSteps steps, bool warns, Func<Stage, Circle> circleOf)
{
    readonly Dictionary<Stage, WaitingClass> _classes = [];
    readonly long[] _steps = EndsOf(steps);
    readonly long[] _overflow = [.. queue.Overflow.Select(it => it.After.BclCompatibleTicks).Order()];
    readonly long _near = warns || queue.RaiseWhenNear != 0 ? (long)(target * queue.NearAt) : long.MaxValue;
    WaitingClass? _last;

    public RoutedChannel Channel => channel;

    public OpenClock Clock => clock;

    public Stage StageAt(QueuedConversation conversation, long now)
    {
        var phase = conversation.Terms is not { } terms ? CallbackPhase.None
            : now < terms.NotBefore.ToUnixTimeTicks() ? CallbackPhase.Asleep
            : now < conversation.Start ? CallbackPhase.Open : CallbackPhase.Due;
        return StageAt(conversation.OpenStart, now) with { Phase = phase };
    }

    /// <summary>Of one that has no time set for it.</summary>
    public Stage StageAt(long openStart, long now)
    {
        var waited = Math.Max(0, clock.At(now) - openStart);
        var (step, overflow) = (0, 0);
        while (step < _steps.Length && _steps[step] <= waited)
        {
            step++;
        }

        while (overflow < _overflow.Length && _overflow[overflow] <= waited)
        {
            overflow++;
        }

        return new Stage(CallbackPhase.None, step, overflow, waited >= _near, waited >= target);
    }

    /// <summary>When the stage after this one comes; <see cref="long.MaxValue"/> for never.</summary>
    public long After(Stage stage, QueuedConversation conversation)
    {
        switch (stage.Phase)
        {
            case CallbackPhase.Asleep:
                return conversation.Terms?.NotBefore.ToUnixTimeTicks() ?? long.MaxValue;
            case CallbackPhase.Open:
                return conversation.Start;
        }

        var next = Math.Min(
            Math.Min(stage.Step < _steps.Length ? _steps[stage.Step] : long.MaxValue, stage.Overflow < _overflow.Length ? _overflow[stage.Overflow] : long.MaxValue),
            Math.Min(stage.Near ? long.MaxValue : _near, stage.Missed ? long.MaxValue : target));
        return next == long.MaxValue ? long.MaxValue : clock.When(conversation.OpenStart + next);
    }

    public WaitingClass ClassOf(Stage stage)
    {
        // Stages that differ in nothing but a warning wait together.
        var key = queue.RaiseWhenNear == 0 ? stage with { Near = false } : stage;
        if (_last is { } last && last.Stage == key)
        {
            return last;
        }

        if (!_classes.TryGetValue(key, out var known))
        {
            _classes.Add(key, known = new WaitingClass(circleOf(key), clock, target, value + (key.Near ? queue.RaiseWhenNear : 0), key));
        }

        return _last = known;
    }

    static long[] EndsOf(SkillSteps steps)
    {
        var ends = new List<long>();
        var sum = 0L;
        foreach (var step in steps.Steps.Take(steps.Steps.Count - 1))
        {
            sum = step.For is { } time && sum < long.MaxValue ? sum + Math.Max(0, time.BclCompatibleTicks) : long.MaxValue;
            ends.Add(sum);
        }

        return [.. ends];
    }
}
