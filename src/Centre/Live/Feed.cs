using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>Who is told of what. Publishing never waits: a listener takes a change or leaves it.</summary>
public sealed class Feed
{
    readonly ConcurrentDictionary<Topic, ImmutableArray<Action<Change>>> _listeners = new();
    readonly NodeBell _bell;

    public Feed(NodeBell bell)
    {
        _bell = bell;
        bell.Hear<FeedWord>("feed", Take);
    }

    /// <summary>Tells those who listen on this node.</summary>
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

    /// <summary>Tells those who listen on any node. On others the body is JSON, not what it was here.</summary>
    public void PublishEverywhere(Topic topic, Change change)
    {
        Publish(topic, change);
        _bell.Ring("feed", new FeedWord(topic.Kind, topic.Id, change.Name, change.Body, change.Sequence));
    }

    /// <summary>Calls <paramref name="listener"/> for every change from now on, until disposed. It must be quick and must not throw.</summary>
    public IDisposable Subscribe(Topic topic, Action<Change> listener)
    {
        _listeners.AddOrUpdate(topic, [listener], (_, there) => there.Add(listener));
        return new Subscription(this, topic, listener);
    }

    /// <summary>How many listen on this node.</summary>
    public int Listeners(Topic topic) => _listeners.TryGetValue(topic, out var listeners) ? listeners.Length : 0;

    void Take(FeedWord word)
    {
        var topic = new Topic(word.Topic, word.Id);
        if (Listeners(topic) > 0)
        {
            Publish(topic, new Change(word.Name, word.Body ?? new object(), word.Sequence));
        }
    }

    void Leave(Topic topic, Action<Change> listener)
    {
        var left = _listeners.AddOrUpdate(topic, [], (_, there) => there.Remove(listener));
        if (left.IsEmpty)
        {
            _listeners.TryRemove(KeyValuePair.Create(topic, left));
        }
    }

    sealed record FeedWord(TopicKind Topic, Id Id, string Name, object? Body, long? Sequence);

    sealed class Subscription(Feed feed, Topic topic, Action<Change> listener) : IDisposable
    {
        public void Dispose() => feed.Leave(topic, listener);
    }
}
