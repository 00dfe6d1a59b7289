namespace Kanal.Centre.Live;

/// <summary>
/// Who is there, as this node knows it. A newcomer is welcomed by each of the others: from that word on it is told everything, and whatever was
/// rung before, while it was not known, it reads.
/// </summary>
sealed class NodeCircle(NodeBell bell, NodeHearing hearing)
{
    readonly Lock _order = new();
    readonly Dictionary<string, LivingNode> _nodes = new(StringComparer.Ordinal);
    readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    readonly HashSet<string> _welcomedBy = new(StringComparer.Ordinal);
    readonly HashSet<string> _awaited = new(StringComparer.Ordinal);
    string _me = "";
    TaskCompletionSource _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when every node that was there when this one joined has welcomed it, or is gone.</summary>
    public Task Welcomed => _welcomed.Task;

    public HashSet<string> Others
    {
        get
        {
            lock (_order)
            {
                return [.. _nodes.Keys.Where(name => name != _me)];
            }
        }
    }

    /// <summary>This node is about to join, under this name.</summary>
    public void Begin(string me)
    {
        lock (_order)
        {
            _nodes.Remove(_me);
            _me = me;
            _welcomedBy.Clear();
            _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>It has joined, and these are there.</summary>
    public void Joined(List<NodeRow> nodes, HashSet<string> before)
    {
        Know(nodes, before);
        lock (_order)
        {
            _awaited.Clear();
            _awaited.UnionWith(nodes.Select(node => node.Name).Where(name => name != _me && !_gone.Contains(name)));
        }

        Settle();
        foreach (var name in before.Where(name => Others.Contains(name)).ToList())
        {
            // Under its new name this node is new to them, and they to it.
            bell.Come(name);
        }
    }

    /// <param name="before">Who was known before it was looked who is there; who came meanwhile is not gone.</param>
    public void Know(List<NodeRow> nodes, HashSet<string> before)
    {
        foreach (var gone in before.Except(nodes.Select(node => node.Name)).ToList())
        {
            Go(gone, lost: true);
        }

        nodes.ForEach(node => Come(node.ToNode()));
    }

    public void Come(LivingNode node)
    {
        lock (_order)
        {
            if (_gone.Contains(node.Name))
            {
                // Seen by a look that began before it went.
                return;
            }

            var isNew = !_nodes.ContainsKey(node.Name);
            _nodes[node.Name] = node;
            Tell();
            if (!isNew || node.Name == _me)
            {
                return;
            }

            hearing.Know(node.Name);
        }

        bell.Ring("welcome", new Welcome(_me, node.Name));
        bell.Come(node.Name);
    }

    /// <param name="lost">Without a goodbye: what it rang last may not have left it.</param>
    public void Go(string name, bool lost)
    {
        lock (_order)
        {
            _gone.Add(name);
            if (!_nodes.Remove(name))
            {
                return;
            }

            hearing.Forget(name);
            Tell();
        }

        Settle();
        bell.Die(name);
        if (lost)
        {
            bell.Miss();
        }
    }

    public void Take(Welcome welcome)
    {
        lock (_order)
        {
            if (welcome.To == _me)
            {
                _welcomedBy.Add(welcome.From);
            }
        }

        Settle();
    }

    void Settle()
    {
        lock (_order)
        {
            if (_nodes.ContainsKey(_me) && _awaited.All(name => _welcomedBy.Contains(name) || _gone.Contains(name)))
            {
                _welcomed.TrySetResult();
            }
        }
    }

    void Tell() => bell.Know([.. _nodes.Values.OrderBy(node => node.Since).ThenBy(node => node.Name, StringComparer.Ordinal)]);
}

/// <summary>From here on <paramref name="To"/> is told everything that <paramref name="From"/> rings.</summary>
sealed record Welcome(string From, string To);
