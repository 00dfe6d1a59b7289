using System.Globalization;
using System.Text.Json;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>
/// What desks are told, on every node, with a memory: a desk that comes back within the last few thousand changes gets those it missed,
/// one that comes later (or after a restart, or to another node) is told to fetch everything anew.
/// </summary>
public sealed class DeskFeed
{
    const int Remembered = 4096;

    readonly Queue<(long Position, Topic Topic, Change Change)> _memory = new(Remembered);
    readonly Lock _order = new();
    readonly Feed _feed;
    readonly IdSource _ids;
    readonly NodeBell _bell;
    string _life;
    long _position;

    public DeskFeed(Feed feed, IdSource ids, NodeBell bell)
    {
        (_feed, _ids, _bell) = (feed, ids, bell);
        _life = ids.Next().ToString();
        bell.Hear<DeskWord>("desk", Take);
        bell.WhenMissed(BeginAnew);
    }

    /// <summary>Names this run of this node; a place from another run can't be resumed from.</summary>
    public string Life => _life;

    /// <summary>Tells the desks on every node.</summary>
    /// <param name="agent">The only one who is told; everyone where it is null.</param>
    public void Tell(string name, object body, Id? agent = null)
    {
        lock (_order)
        {
            TellHere(name, body, agent);
            Ring(name, body, agent, inPassing: false);
        }
    }

    /// <summary>Tells the desks on this node alone, where every node says it for itself.</summary>
    public void TellHere(string name, object body, Id? agent = null)
    {
        var topic = agent is { } one ? Topic.Agent(one) : Topic.Desk;
        lock (_order)
        {
            var change = new Change(name, body) { Place = PlaceOf(++_position) };
            if (_memory.Count == Remembered)
            {
                _memory.Dequeue();
            }

            _memory.Enqueue((_position, topic, change));
            _feed.Publish(topic, change);
        }
    }

    /// <summary>Passing news, such as typing: not remembered.</summary>
    public void TellInPassing(string name, object body)
    {
        TellInPassingHere(name, body);
        Ring(name, body, null, inPassing: true);
    }

    public void TellInPassingHere(string name, object body) => _feed.Publish(Topic.Desk, new Change(name, body));

    /// <summary>
    /// Listens for one agent. <paramref name="missed"/> holds what came after <paramref name="place"/>, or is null where that can't be told;
    /// <paramref name="now"/> is the place from which the listener goes on.
    /// </summary>
    public IDisposable Subscribe(Id agent, string? place, Action<Change> listener, out List<Change>? missed, out string now)
    {
        lock (_order)
        {
            now = PlaceOf(_position);
            missed = Missed(agent, place);
            var everyone = _feed.Subscribe(Topic.Desk, listener);
            var alone = _feed.Subscribe(Topic.Agent(agent), listener);
            return new Both(everyone, alone);
        }
    }

    string PlaceOf(long position) => string.Create(CultureInfo.InvariantCulture, $"{_life}-{position}");

    List<Change>? Missed(Id agent, string? place)
    {
        var dash = place?.LastIndexOf('-') ?? -1;
        if (dash < 0 || place![..dash] != _life || !long.TryParse(place.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) || seen > _position)
        {
            return null;
        }

        var oldest = _memory.TryPeek(out var first) ? first.Position : _position + 1;
        return seen < oldest - 1
            ? null
            : [.. _memory.Where(kept => kept.Position > seen && (kept.Topic == Topic.Desk || kept.Topic == Topic.Agent(agent))).Select(kept => kept.Change)];
    }

    // How something stands is read anew by each node: of two nodes' words the later one may tell of the earlier state.
    void Ring(string name, object body, Id? agent, bool inPassing)
    {
        if (_bell.IsAlone)
        {
            return;
        }

        if (body is IStanding standing)
        {
            _bell.Ring(DeskWords.Changed, new ChangedWord(name, standing.Id));
        }
        else if (body is SettingsChanged settings && !inPassing)
        {
            _bell.Ring(DeskWords.Changed, new ChangedWord(name, default) { Settings = settings.What });
        }
        else
        {
            _bell.Ring("desk", new DeskWord(name, body, agent, inPassing));
        }
    }

    void Take(DeskWord word)
    {
        var body = DeskWords.Read(word.Name, (JsonElement)word.Body);
        if (word.InPassing)
        {
            TellInPassingHere(word.Name, body);
        }
        else
        {
            TellHere(word.Name, body, word.Agent);
        }
    }

    // What this node missed it can't tell, so every desk fetches everything.
    void BeginAnew()
    {
        lock (_order)
        {
            _life = _ids.Next().ToString();
            _position = 0;
            _memory.Clear();
            _feed.Publish(Topic.Desk, new Change("reset", new Hello(_life)) { Place = PlaceOf(0) });
        }
    }

    sealed record DeskWord(string Name, object Body, Id? Agent, bool InPassing);

    sealed record Both(IDisposable First, IDisposable Second) : IDisposable
    {
        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
        }
    }
}

/// <param name="Node">Names this run of the server.</param>
public sealed record Hello(string Node);
