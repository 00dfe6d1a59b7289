using System.Globalization;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>
/// What desks are told, with a memory: a desk that comes back within the last few thousand changes gets those it missed,
/// one that comes later (or after a restart) is told to fetch everything anew.
/// </summary>
public sealed class DeskFeed(Feed feed, IdSource ids)
{
    const int Remembered = 4096;

    readonly string _life = ids.Next().ToString();
    readonly Queue<(long Position, Topic Topic, Change Change)> _memory = new(Remembered);
    readonly Lock _order = new();
    long _position;

    /// <summary>Names this run of this node; a place from another run can't be resumed from.</summary>
    public string Life => _life;

    /// <param name="agent">The only one who is told; everyone where it is null.</param>
    public void Tell(string name, object body, Id? agent = null)
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
            feed.Publish(topic, change);
        }
    }

    /// <summary>Passing news, such as typing: not remembered.</summary>
    public void TellInPassing(string name, object body) => feed.Publish(Topic.Desk, new Change(name, body));

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
            var everyone = feed.Subscribe(Topic.Desk, listener);
            var alone = feed.Subscribe(Topic.Agent(agent), listener);
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

    sealed record Both(IDisposable First, IDisposable Second) : IDisposable
    {
        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
        }
    }
}
