using System.Globalization;
using System.Text.Json;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>
/// What desks are told, on every node, with a memory: a desk that comes back within the last few thousand changes gets those it missed,
/// one that comes later (or after a restart, or to another node) is told to fetch everything anew. A change reaches those whom it concerns.
/// </summary>
public sealed class DeskFeed
{
    const int Remembered = 4096;

    // One who is told little would be out of reach of memory while others are told much: so often everyone learns where we are.
    const int Marked = 512;

    readonly Queue<(long Position, Topic[] Topics, Change Change)> _memory = new(Remembered);
    readonly Concerned _concerned = new();
    readonly Lock _order = new();
    readonly Feed _feed;
    readonly IdSource _ids;
    readonly NodeBell _bell;
    readonly TimeProvider _time;
    string _life;
    long _position;

    public DeskFeed(Feed feed, IdSource ids, NodeBell bell, TimeProvider time)
    {
        (_feed, _ids, _bell, _time) = (feed, ids, bell, time);
        _life = ids.Next().ToString();
        bell.Hear<DeskWord>("desk", Take);
        bell.WhenMissed(BeginAnew);
    }

    /// <summary>Names this run of this node, for a place from another run can't be resumed from, and says what time it is here.</summary>
    public Hello Hello => new(_life, _time.GetUtcNow());

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
        lock (_order)
        {
            var topics = agent is { } one ? [Topic.Agent(one)] : _concerned.By(body);
            var change = new Change(name, body) { Place = PlaceOf(++_position) };
            if (_memory.Count == Remembered)
            {
                _memory.Dequeue();
            }

            _memory.Enqueue((_position, topics, change));
            Publish(topics, change);
            if (_position % Marked == 0)
            {
                _feed.Publish(Topic.Everyone, new Change("place", Hello) { Place = PlaceOf(_position) });
            }
        }
    }

    /// <summary>Passing news, such as typing: not remembered.</summary>
    public void TellInPassing(string name, object body)
    {
        TellInPassingHere(name, body);
        Ring(name, body, null, inPassing: true);
    }

    public void TellInPassingHere(string name, object body)
    {
        lock (_order)
        {
            Publish(_concerned.By(body), new Change(name, body));
        }
    }

    /// <summary>Names the reading of whose each conversation is, to be taken before it is read; null where that is known.</summary>
    internal object? Reading
    {
        get
        {
            lock (_order)
            {
                return _concerned.Reading;
            }
        }
    }

    internal void Know(object reading, IEnumerable<ConversationOwner> owners)
    {
        lock (_order)
        {
            _concerned.Know(reading, owners);
        }
    }

    /// <summary>
    /// Listens for one agent. <paramref name="missed"/> holds what came after <paramref name="place"/>, or is null where that can't be told;
    /// <paramref name="now"/> is the place from which the listener goes on.
    /// </summary>
    public IDisposable Subscribe(DeskFollowing following, string? place, Action<Change> listener, out List<Change>? missed, out string now)
    {
        lock (_order)
        {
            now = PlaceOf(_position);
            var topics = following.Topics;
            missed = Missed(topics, place);
            Change? last = null;
            return new All([.. topics.Select(topic => _feed.Subscribe(topic, Once))]);

            void Once(Change change)
            {
                if (change != last)
                {
                    last = change;
                    listener(change);
                }
            }
        }
    }

    void Publish(Topic[] topics, Change change)
    {
        foreach (var topic in topics)
        {
            _feed.Publish(topic, change);
        }
    }

    string PlaceOf(long position) => string.Create(CultureInfo.InvariantCulture, $"{_life}-{position}");

    List<Change>? Missed(IReadOnlyList<Topic> topics, string? place)
    {
        var dash = place?.LastIndexOf('-') ?? -1;
        if (dash < 0 || place![..dash] != _life || !long.TryParse(place.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) || seen > _position)
        {
            return null;
        }

        var oldest = _memory.TryPeek(out var first) ? first.Position : _position + 1;
        return seen < oldest - 1
            ? null
            : [.. _memory.Where(kept => kept.Position > seen && kept.Topics.Any(topics.Contains)).Select(kept => kept.Change)];
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
            _concerned.Forget();
            Publish([Topic.Desk, Topic.Everyone], new Change("reset", Hello) { Place = PlaceOf(0) });
        }
    }

    sealed record DeskWord(string Name, object Body, Id? Agent, bool InPassing);

    sealed record All(IReadOnlyList<IDisposable> Subscriptions) : IDisposable
    {
        public void Dispose()
        {
            foreach (var subscription in Subscriptions)
            {
                subscription.Dispose();
            }
        }
    }
}

/// <param name="Node">Names this run of the server.</param>
/// <param name="At">By the server's clock, by which all other times are told; a reader's may be minutes off.</param>
public sealed record Hello(string Node, DateTimeOffset At);
