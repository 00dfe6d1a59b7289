using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Threading.Channels;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Experiments;
using Kanal.Decisions.Facts;

namespace Kanal.Centre.Experiments;

/// <summary>
/// Which arm of the site's experiment a visitor is in: a hash and nothing else, so that it is the same on every page, after a restart
/// and on every node. Whom it met is written behind, in batches.
/// </summary>
public sealed class ExperimentArms(StrategyShelf shelf, TimeProvider time)
{
    const int MostWaiting = 50_000;
    const int MostKnown = 500_000;
    const int DigitsOfVisitor = 16;

    readonly Channel<MetVisitor> _met = Channel.CreateBounded<MetVisitor>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    // Who was met already, so that a page more costs nothing. Forgotten when it grows too large: the table knows each once.
    readonly ConcurrentDictionary<(Id, ulong), bool> _known = new();
    FrozenDictionary<Id, RunningExperiment> _running = FrozenDictionary<Id, RunningExperiment>.Empty;
    int _count;

    internal ChannelReader<MetVisitor> Waiting => _met.Reader;

    /// <summary>The arm that decides for this visitor; null where no experiment runs, or it does not concern them.</summary>
    /// <param name="visitor">Digest of the visitor's token.</param>
    public ExperimentArm? For(Site site, string visitor)
    {
        if (!_running.TryGetValue(site.Id, out var its))
        {
            return null;
        }

        var live = shelf.For(site);
        return live.Settings.Consent >= Privacy.Journey && its.Fits(live) ? its.ArmOf(visitor) : null;
    }

    /// <summary>This visitor was shown what their arm decided. Call it for people who may be known over their visits, not for programs.</summary>
    public void Met(ExperimentArm arm, string visitor)
    {
        if (!_known.TryAdd((arm.Experiment, Short(visitor)), true))
        {
            return;
        }

        if (!_met.Writer.TryWrite(new MetVisitor(arm.Experiment, arm.Arm, visitor, time.GetUtcNow())))
        {
            _known.TryRemove((arm.Experiment, Short(visitor)), out _);
        }

        // Counting locks the whole dictionary, so a number of our own is asked.
        if (Interlocked.Increment(ref _count) > MostKnown)
        {
            Forget();
        }
    }

    internal void Run(IEnumerable<RunningExperiment> running) => _running = running.ToFrozenDictionary(its => its.Site);

    internal IReadOnlyCollection<RunningExperiment> Running => _running.Values;

    /// <summary>What was to be written was not; whoever comes again is met again.</summary>
    internal void Forget()
    {
        _known.Clear();
        Interlocked.Exchange(ref _count, 0);
    }

    static ulong Short(string visitor) =>
        ulong.TryParse(visitor.AsSpan(0, Math.Min(DigitsOfVisitor, visitor.Length)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var read) ? read : (ulong)visitor.GetHashCode(StringComparison.Ordinal);
}

/// <param name="Arm">Its place in the plan.</param>
/// <param name="Version">The version that decides; null for the live one.</param>
public sealed record ExperimentArm(Id Experiment, int Arm, string Name, long? Version);

sealed record MetVisitor(Id Experiment, int Arm, string Visitor, DateTimeOffset At);

/// <summary>What it takes to choose arms.</summary>
sealed record RunningExperiment(Id Id, Id Site, ExperimentKind Kind, string Salt, IReadOnlyList<ExperimentArm> Arms, double[] Shares)
{
    public static RunningExperiment Of(ExperimentRow row)
    {
        var plans = row.Plans;
        return new RunningExperiment(row.Id, row.SiteId, row.Kind, row.Salt, [.. plans.Select((plan, i) => new ExperimentArm(row.Id, i, plan.Name, plan.Version))], [.. plans.Select(plan => plan.Share)]);
    }

    /// <summary>Whether the live strategy still holds out whom it held out at the start.</summary>
    public bool Fits(PublishedStrategy live) =>
        Kind != ExperimentKind.Holdout || (live.Strategy.Definition.Holdout is { } holdout && holdout.Salt == Salt && Math.Abs(holdout.Share - Shares[^1]) < 1e-9);

    // The holdout is the strategy's own, which decides in the same way.
    public ExperimentArm ArmOf(string visitor) =>
        Kind == ExperimentKind.Holdout ? Arms[ArmChoice.Place(visitor, Salt) < Shares[^1] ? 1 : 0] : Arms[ArmChoice.Of(visitor, Salt, Shares)];
}
