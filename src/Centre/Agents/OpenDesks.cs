using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Agents;

/// <summary>Whose desk is open, by their event streams: counted here, and told between the nodes.</summary>
public sealed class OpenDesks
{
    const string OneWord = "openDesk";
    const string AllWord = "openDesks";
    const string AskWord = "openDesksAsked";

    readonly NodeBell _bell;
    readonly NodeLife _life;
    readonly Dictionary<Id, int> _streams = [];
    readonly ConcurrentDictionary<string, ImmutableHashSet<Id>> _elsewhere = new(StringComparer.Ordinal);
    readonly Lock _order = new();

    public OpenDesks(NodeBell bell, NodeLife life)
    {
        _bell = bell;
        _life = life;
        bell.Hear<DeskWord>(OneWord, Hear);
        bell.Hear<DesksWord>(AllWord, word => Know(word.Node, [.. word.Agents]));
        bell.Hear<DesksAsked>(AskWord, _ => TellAll());
        bell.WhenCame(_ => TellAll());
        bell.WhenDied(node => Know(node, []));
        bell.WhenMissed(() =>
        {
            TellAll();
            bell.Ring(AskWord, new DesksAsked(_life.Name));
        });
    }

    /// <summary>An agent has closed the last desk, or the node died at which it was. Must be quick and must not throw.</summary>
    internal event Action<Id>? Left;

    /// <summary>A desk was opened; dispose when it closes.</summary>
    public IDisposable Arrive(Id agent)
    {
        Count(agent, 1);
        return new Stay(this, agent);
    }

    /// <summary>Whether the agent has a desk open, at whichever node.</summary>
    public bool IsHere(Id agent)
    {
        lock (_order)
        {
            if (_streams.ContainsKey(agent))
            {
                return true;
            }
        }

        return _elsewhere.Values.Any(agents => agents.Contains(agent));
    }

    void Count(Id agent, int change)
    {
        lock (_order)
        {
            var before = _streams.GetValueOrDefault(agent);
            var now = before + change;
            if (now == 0)
            {
                _streams.Remove(agent);
            }
            else
            {
                _streams[agent] = now;
            }

            if ((before == 0 || now == 0) && !_bell.IsAlone)
            {
                // Told in the order in which it happened.
                _bell.Ring(OneWord, new DeskWord(_life.Name, agent, now > 0));
            }
        }

        LeftIfGone(agent);
    }

    void TellAll()
    {
        lock (_order)
        {
            _bell.Ring(AllWord, new DesksWord(_life.Name, [.. _streams.Keys]));
        }
    }

    void Hear(DeskWord word)
    {
        var there = _elsewhere.GetValueOrDefault(word.Node, []);
        Know(word.Node, word.Open ? there.Add(word.Agent) : there.Remove(word.Agent));
    }

    void Know(string node, ImmutableHashSet<Id> agents)
    {
        var before = _elsewhere.GetValueOrDefault(node, []);
        if (agents.IsEmpty)
        {
            _elsewhere.TryRemove(node, out _);
        }
        else
        {
            _elsewhere[node] = agents;
        }

        foreach (var gone in before.Except(agents))
        {
            LeftIfGone(gone);
        }
    }

    void LeftIfGone(Id agent)
    {
        if (!IsHere(agent))
        {
            Left?.Invoke(agent);
        }
    }

    sealed class Stay(OpenDesks desks, Id agent) : IDisposable
    {
        int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                desks.Count(agent, -1);
            }
        }
    }

    /// <summary>An agent opened the first desk at a node, or closed the last.</summary>
    sealed record DeskWord(string Node, Id Agent, bool Open);

    /// <summary>All who have a desk open at a node.</summary>
    sealed record DesksWord(string Node, IReadOnlyList<Id> Agents);

    /// <summary>A node has missed words and wants to know whose desks are open at the others.</summary>
    sealed record DesksAsked(string Node);
}
