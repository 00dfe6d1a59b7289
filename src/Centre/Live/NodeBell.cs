using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Live;

/// <summary>
/// What the nodes on one database call out to each other. Every word of a node reaches every other node once and in the order in which it
/// was rung, or that node is told that it missed some. Words are news, not records: what must not be lost is on disk before it is rung,
/// and whoever missed a word reads it there. A node never hears itself. Where there can be no other node (SQLite), ringing costs nothing.
/// </summary>
public sealed class NodeBell(ILogger<NodeBell> log)
{
    /// <summary>So many words wait to be sent before one is dropped, and the others are told that they missed some.</summary>
    const int LongestLine = 100_000;

    readonly ConcurrentDictionary<string, ImmutableArray<Action<JsonElement>>> _hearers = new(StringComparer.Ordinal);
    readonly Channel<RungWord> _rung = Channel.CreateBounded<RungWord>(new BoundedChannelOptions(LongestLine) { SingleReader = true });
    ImmutableArray<Action> _missed = [];
    ImmutableArray<Action<string>> _came = [];
    ImmutableArray<Action<string>> _died = [];
    volatile bool _isAlone = true;
    int _dropped;

    /// <summary>The living nodes on this database, this one among them; empty on SQLite.</summary>
    public IReadOnlyList<LivingNode> Nodes { get; private set; } = [];

    /// <summary>Nobody else is there. A node that comes is told everything from the moment it knows of us; what was before, it reads.</summary>
    public bool IsAlone => _isAlone;

    /// <summary>
    /// Tells all other nodes, after the commit of what is told. Never waits and never throws. Words leave in groups, as soon as the group
    /// before is out, so that a lonely word leaves at once.
    /// </summary>
    /// <param name="kind">What hearers listen for; short, a noun or a verb in camel case.</param>
    /// <param name="body">Is written as JSON a moment later on another thread, so it must not change any more.</param>
    public void Ring(string kind, object body)
    {
        if (!_isAlone && !_rung.Writer.TryWrite(new RungWord(kind, body)))
        {
            Interlocked.Exchange(ref _dropped, 1);
        }
    }

    /// <summary>
    /// Hears that word of OTHER nodes, one at a time and in the order of each node; between words of two nodes there is no order. Until disposed.
    /// </summary>
    /// <typeparam name="T">What the body is read as; <see cref="JsonElement"/> to read it oneself.</typeparam>
    /// <param name="heard">Must be quick, for all later words wait for it; what it throws is logged.</param>
    public IDisposable Hear<T>(string kind, Action<T> heard)
    {
        void Listener(JsonElement body)
        {
            if (body.Deserialize<T>(Json.Options) is { } read)
            {
                heard(read);
            }
        }

        _hearers.AddOrUpdate(kind, [Listener], (_, there) => there.Add(Listener));
        return new Leaving(() => _hearers.AddOrUpdate(kind, [], (_, there) => there.Remove(Listener)));
    }

    /// <summary>
    /// Words may have been lost: this node was not listening for a moment or took itself for dead, or another node died, whose last words may not have left it.
    /// Whatever follows words reads the database anew. Until disposed.
    /// </summary>
    /// <param name="missed">Called after listening has begun again, so that what is read now together with the words from now on is everything. Must be quick; what it throws is logged.</param>
    public IDisposable WhenMissed(Action missed)
    {
        ImmutableInterlocked.Update(ref _missed, there => there.Add(missed));
        return new Leaving(() => ImmutableInterlocked.Update(ref _missed, there => there.Remove(missed)));
    }

    /// <summary>
    /// This node knows of another one that it did not know of before, and what it rings from now on reaches that one. Called on a newcomer for each that it
    /// finds, and on each of those for the newcomer: the moment to tell what is in memory only.
    /// </summary>
    /// <param name="came">Gets the node's name. Must be quick; what it throws is logged.</param>
    public IDisposable WhenCame(Action<string> came)
    {
        ImmutableInterlocked.Update(ref _came, there => there.Add(came));
        return new Leaving(() => ImmutableInterlocked.Update(ref _came, there => there.Remove(came)));
    }

    /// <summary>
    /// A node is no more: it was stopped, or is known to be dead, its connections to the database closed and whatever it had begun there undone. Called on every
    /// node that lives on, when it is gone from <see cref="Nodes"/>, and before <see cref="WhenMissed"/> where it did not say goodbye.
    /// </summary>
    /// <param name="died">Gets the node's name, as <see cref="NodeLife.Name"/> was there. Must be quick; what it throws is logged.</param>
    public IDisposable WhenDied(Action<string> died)
    {
        ImmutableInterlocked.Update(ref _died, there => there.Add(died));
        return new Leaving(() => ImmutableInterlocked.Update(ref _died, there => there.Remove(died)));
    }

    /// <summary>
    /// Something may be on disk that nobody was told of, here or there: everyone reads the database anew. On SQLite too, where whoever follows is on this node.
    /// </summary>
    public void MissEverywhere()
    {
        Miss();
        Ring("missed", true);
    }

    internal ChannelReader<RungWord> Rung => _rung.Reader;

    /// <summary>Whether a word found no room since this was asked last.</summary>
    internal bool TakeDropped() => Interlocked.Exchange(ref _dropped, 0) == 1;

    /// <summary>No more is rung; what waits is still sent.</summary>
    internal void End() => _rung.Writer.TryComplete();

    internal void Know(IReadOnlyList<LivingNode> nodes) => (Nodes, _isAlone) = (nodes, nodes.Count <= 1);

    internal void Receive(string kind, JsonElement body)
    {
        foreach (var hearer in _hearers.GetValueOrDefault(kind, []))
        {
            Guard(() => hearer(body));
        }
    }

    internal void Miss()
    {
        foreach (var missed in _missed)
        {
            Guard(missed);
        }
    }

    internal void Come(string name)
    {
        foreach (var came in _came)
        {
            Guard(() => came(name));
        }
    }

    internal void Die(string name)
    {
        foreach (var died in _died)
        {
            Guard(() => died(name));
        }
    }

    void Guard(Action heard)
    {
        try
        {
            heard();
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "A word of another node could not be taken");
        }
    }

    sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}

sealed record RungWord(string Kind, object Body);

/// <summary>A node as the others see it.</summary>
/// <param name="Name">As what it takes in hand is marked with; a node that was taken for dead and wakes has a new one.</param>
/// <param name="BeatAt">When it last said that it lives, by its own clock.</param>
public sealed record LivingNode(string Name, DateTimeOffset Since, string Version, DateTimeOffset BeatAt);
