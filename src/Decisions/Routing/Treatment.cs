namespace Kanal.Decisions.Routing;

/// <summary>What the rules in force say of a matter. Times are open ticks since the waiting began.</summary>
sealed class Treatment(RoutedChannel channel, OpenClock clock, long target, QueueRules queue, int value, SkillSteps steps, bool warns, Func<Stage, Circle> circleOf)
{
    readonly Dictionary<long, WaitingClass> _classes = [];
    readonly long[] _steps = EndsOf(steps);
    readonly long[] _overflow = [.. queue.Overflow.Select(it => it.After.BclCompatibleTicks).Order()];
    readonly long _near = warns || queue.RaiseWhenNear != 0 ? (long)(target * queue.NearAt) : long.MaxValue;
    (long Key, WaitingClass? Class) _last;

    /// <summary>Of what is not queued yet.</summary>
    public static Treatment None { get; } = new(new RoutedChannel(-1, new ChannelRules("")), new OpenClock(null), 1, new QueueRules(0), 1, SkillSteps.Anyone, false, _ => throw new InvalidOperationException("Nobody takes what is not queued."));

    public RoutedChannel Channel => channel;

    public OpenClock Clock => clock;

    public Stage StageAt(Conversation conversation, long now)
    {
        var phase = conversation.Terms is not { } terms ? CallbackPhase.None
            : now < terms.NotBefore.ToUnixTimeTicks() ? CallbackPhase.Asleep
            : now < conversation.Start ? CallbackPhase.Open : CallbackPhase.Due;
        var waited = Math.Max(0, clock.At(now) - conversation.OpenStart);
        var (step, overflow) = (0, 0);
        while (step < _steps.Length && _steps[step] <= waited)
        {
            step++;
        }

        while (overflow < _overflow.Length && _overflow[overflow] <= waited)
        {
            overflow++;
        }

        return new Stage(phase, step, overflow, waited >= _near, waited >= target);
    }

    /// <summary>When the stage after this one comes; <see cref="long.MaxValue"/> for never.</summary>
    public long After(Stage stage, Conversation conversation)
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
        var key = stage.Key;
        if (_last is { Class: { } last } && _last.Key == key)
        {
            return last;
        }

        if (!_classes.TryGetValue(key, out var known))
        {
            _classes.Add(key, known = NewClass(stage));
        }

        _last = (key, known);
        return known;
    }

    WaitingClass NewClass(Stage stage) =>
        // Stages that differ in nothing but a warning wait together.
        stage.Near && queue.RaiseWhenNear == 0 ? ClassOf(stage with { Near = false })
            : new WaitingClass(circleOf(stage), clock, target, value + (stage.Near ? queue.RaiseWhenNear : 0), stage);

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
