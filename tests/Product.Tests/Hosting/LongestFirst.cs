using Kanal.Product.Tests.Backups;
using Kanal.Product.Tests.Callbacks;
using Kanal.Product.Tests.Cluster;
using Kanal.Product.Tests.Experiments;
using Kanal.Product.Tests.Findings;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Imports;
using Kanal.Product.Tests.Letters;
using Kanal.Product.Tests.Planning;
using Kanal.Product.Tests.Routing;
using Kanal.Product.Tests.Trouble;
using Kanal.Product.Tests.Waits;
using Kanal.Product.Tests.Wallboards;
using Kanal.Product.Tests.Web;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Kanal.Product.Tests.Hosting;

/// <summary>Begins with what takes longest, so that the end does not wait for one class with a processor idle beside it. Whoever is not named here comes after.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly Type[] _long =
    [
        typeof(BackupTests), typeof(MetricsTests), typeof(WatchdogTests), typeof(TakeoverTests), typeof(KillTests), typeof(LetterKillTests), typeof(WallboardTests), typeof(CallTests), typeof(PlanningTests),
        typeof(OnceTests), typeof(BackupInUseTests), typeof(WaitTests), typeof(RestartTests), typeof(RaceTests), typeof(HistoryKillTests), typeof(RoundTripTests), typeof(ExperimentKillTests),
        typeof(DesksTests), typeof(PromiseTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    static int Place(string collection) => Array.FindIndex(_long, its => collection.Contains($" {its.FullName} ", StringComparison.Ordinal)) is var place && place < 0 ? _long.Length : place;
}
