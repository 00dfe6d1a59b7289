namespace Kanal.Centre.Live;

/// <summary>
/// Judges by what one node sees of another, look by look, whether that one is dead. It counts looks and no clock: a machine on which everything stood
/// still for a while has looked only once, and clocks that are set do no harm.
/// </summary>
sealed class NodeWatch
{
    /// <summary>So many looks without a sign of life, and it is dead.</summary>
    const int Patience = 7;

    /// <summary>Without its lock so many are enough: a connection that broke is taken up again between two looks.</summary>
    const int WithoutLock = 2;

    readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);
    int _steady;

    /// <summary>This node's own connection broke: so may theirs have, and they get the time to come back.</summary>
    public void BeginAnew()
    {
        _seen.Clear();
        _steady = 0;
    }

    /// <returns>Who is dead.</returns>
    public List<NodeRow> Look(IReadOnlyList<NodeRow> others)
    {
        _steady++;
        foreach (var gone in _seen.Keys.Except(others.Select(node => node.Name)).ToList())
        {
            _seen.Remove(gone);
        }

        return [.. others.Where(IsDead)];
    }

    bool IsDead(NodeRow node)
    {
        var before = _seen.GetValueOrDefault(node.Name);
        var beat = before is null || before.Beats != node.Beats;
        var seen = _seen[node.Name] = new Seen(node.Beats, beat ? 0 : (before?.Silent ?? 0) + 1, node.Held ? 0 : (before?.Unheld ?? 0) + 1);
        return seen.Silent >= Patience || (seen.Unheld >= WithoutLock && _steady > Patience);
    }

    sealed record Seen(long Beats, int Silent, int Unheld);
}
