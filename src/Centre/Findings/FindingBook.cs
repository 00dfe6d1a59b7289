using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Findings;

/// <summary>What the watchdog has found and could not put right: for the wallboard, and for those who watch over the server.</summary>
public sealed class FindingBook(Database database, RouterInspection router, Feed feed, TimeProvider time)
{
    List<Finding> _open = [];

    public IReadOnlyList<Finding> Open => _open;

    internal async Task<List<Finding>> LookAsync(CancellationToken ct) =>
        [.. await Inspection.LookAsync(database, time.GetUtcNow(), ct), .. await router.LookAsync(ct)];

    /// <returns>Those that are new.</returns>
    internal List<Finding> Keep(List<Finding> found)
    {
        var known = _open.Select(finding => finding.Key).ToHashSet();
        var added = found.FindAll(finding => !known.Contains(finding.Key));
        if (added.Count > 0 || found.Count != _open.Count)
        {
            _open = found;
            feed.Publish(Topic.Board, new Change("findings", found));
        }

        return added;
    }
}
