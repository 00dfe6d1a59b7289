using Kanal.Centre.Agents;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Findings;

/// <summary>What the watchdog has found and could not put right, at whichever node it looks: for the wallboard, and for those who watch over the server.</summary>
public sealed class FindingBook
{
    const string Word = "findings";

    readonly Database _database;
    readonly RouterInspection _router;
    readonly OpenDesks _desks;
    readonly NodeBell _nodes;
    readonly Feed _feed;
    readonly TimeProvider _time;
    List<Finding> _open = [];

    public FindingBook(Database database, RouterInspection router, OpenDesks desks, NodeBell nodes, Feed feed, TimeProvider time)
    {
        (_database, _router, _desks, _nodes, _feed, _time) = (database, router, desks, nodes, feed, time);
        nodes.Hear<List<Finding>>(Word, Show);
    }

    public IReadOnlyList<Finding> Open => _open;

    // Who has the desk open is here, whatever their presence says.
    internal async Task<List<Finding>> LookAsync(CancellationToken ct) =>
    [
        .. (await Inspection.LookAsync(_database, _time.GetUtcNow(), ct)).Where(finding => finding.Kind != FindingKind.WithAbsentAgent || finding.Agent is not { } agent || !_desks.IsHere(agent)),
        .. await _router.LookAsync(ct),
    ];

    /// <returns>Those that are new.</returns>
    internal List<Finding> Keep(List<Finding> found)
    {
        var known = _open.Select(finding => finding.Key).ToHashSet();
        var added = found.FindAll(finding => !known.Contains(finding.Key));
        if (added.Count > 0 || found.Count != _open.Count)
        {
            Show(found);
            _nodes.Ring(Word, found);
        }

        return added;
    }

    void Show(List<Finding> found)
    {
        _open = found;
        _feed.Publish(Topic.Board, new Change(Word, found));
    }
}
