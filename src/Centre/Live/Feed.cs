using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kanal.Centre.Live;

/// <summary>Who is told of what, within this node. Publishing never waits: a listener takes a change or leaves it.</summary>
public sealed class Feed
{
    readonly ConcurrentDictionary<Topic, ImmutableArray<Action<Change>>> _listeners = new();

    public void Publish(Topic topic, Change change)
    {
        if (_listeners.TryGetValue(topic, out var listeners))
        {
            foreach (var listener in listeners)
            {
                listener(change);
            }
        }
    }

    /// <summary>Calls <paramref name="listener"/> for every change from now on, until disposed. It must be quick and must not throw.</summary>
    public IDisposable Subscribe(Topic topic, Action<Change> listener)
    {
        _listeners.AddOrUpdate(topic, [listener], (_, there) => there.Add(listener));
        return new Subscription(this, topic, listener);
    }

    public int Listeners(Topic topic) => _listeners.TryGetValue(topic, out var listeners) ? listeners.Length : 0;

    void Leave(Topic topic, Action<Change> listener)
    {
        var left = _listeners.AddOrUpdate(topic, [], (_, there) => there.Remove(listener));
        if (left.IsEmpty)
        {
            _listeners.TryRemove(KeyValuePair.Create(topic, left));
        }
    }

    sealed class Subscription(Feed feed, Topic topic, Action<Change> listener) : IDisposable
    {
        public void Dispose() => feed.Leave(topic, listener);
    }
}
