using Kanal.Centre.Agents;
using Kanal.Centre.Conversations;
using Kanal.Centre.Findings;
using Kanal.Centre.Live;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Wallboards;

/// <summary>The wallboard of this moment, for those who ask and for those who watch.</summary>
public sealed class LiveBoard
{
    readonly BoardState _state;
    readonly BoardView _view;
    readonly Feed _feed;
    readonly TimeProvider _time;
    readonly Lock _order = new();

    public LiveBoard(DemandBook book, AnswerTargets targets, Feed feed, TimeProvider time)
    {
        _state = new BoardState(book, targets);
        _view = new BoardView(_state, targets);
        _feed = feed;
        _time = time;
    }

    public Wallboard Show()
    {
        lock (_order)
        {
            return _view.Whole(_time.GetUtcNow());
        }
    }

    /// <summary>Tells <paramref name="listener"/> of everything first and then of every change, at most about once a second, until disposed.</summary>
    public IDisposable Watch(Action<Change> listener)
    {
        lock (_order)
        {
            // Those who watch already are told the same first: what all were shown last is what the next change is measured against.
            var now = _time.GetUtcNow();
            if (_view.Changes(now) is { } changes)
            {
                _feed.Publish(Topic.Wallboard, new Change("wallboard", changes));
            }

            listener(new Change("wallboard", _view.Whole(now)));
            var watching = _feed.Subscribe(Topic.Wallboard, listener);
            // Whoever keeps the board rested while nobody watched.
            _feed.Publish(Topic.Board, new Change("watched", null));
            return watching;
        }
    }

    /// <summary>The same for somebody who is to see the queues, who is there, and of work only their own.</summary>
    public IDisposable Watch(Action<Change> listener, Id agent) => Watch(change => Reduced(change, agent, listener));

    /// <summary>As an agent sees it.</summary>
    public Wallboard Show(Id agent) => Show().For(agent) ?? new Wallboard { Complete = true, At = _time.GetUtcNow() };

    static void Reduced(Change change, Id agent, Action<Change> listener)
    {
        if (change.Body is Wallboard board && board.For(agent) is { } reduced)
        {
            listener(new Change(change.Name, reduced));
        }
    }

    internal bool IsWatched => _feed.Listeners(Topic.Wallboard) > 0;

    internal bool HasChanged
    {
        get
        {
            lock (_order)
            {
                return _state.Changed;
            }
        }
    }

    internal void Begin(List<Followed> conversations, List<Demand> demands, List<DateTimeOffset> endings, List<Agent> agents)
    {
        lock (_order)
        {
            _state.Begin(conversations, demands, endings, agents);
        }
    }

    internal void Take(IReadOnlyList<AgentUnits> units)
    {
        lock (_order)
        {
            _state.Take(units);
        }
    }

    internal void Take(List<QueueCounts> queues)
    {
        lock (_order)
        {
            _state.Take(queues);
        }
    }

    internal void Take(List<QueueHelp> help)
    {
        lock (_order)
        {
            _state.Take(help);
        }
    }

    internal void Take(Change change)
    {
        lock (_order)
        {
            switch (change.Body)
            {
                case ConversationSummary summary:
                    _state.Take(summary, _time.GetUtcNow());
                    break;
                case EntryAdded added:
                    _state.Take(added);
                    break;
                case Agent agent:
                    _state.Take(agent);
                    break;
                case List<Finding> findings:
                    _state.Take(findings);
                    break;
                case List<AgentUnits> units:
                    _state.Take(units);
                    break;
                case QueueCounts counts:
                    _state.Take(counts);
                    break;
                default:
                    break;
            }
        }
    }

    internal void Publish()
    {
        lock (_order)
        {
            var now = _time.GetUtcNow();
            _state.Changed = false;
            _state.Demands.Forget(now);
            if (IsWatched && _view.Changes(now) is { } changes)
            {
                _feed.Publish(Topic.Wallboard, new Change("wallboard", changes));
            }
        }
    }

    /// <summary>When something will look different though nothing happens, or already does: a target comes near or runs out, a minute is over. Null while nobody looks.</summary>
    /// <param name="drawn">When it was drawn last.</param>
    internal DateTimeOffset? NextMoment(DateTimeOffset drawn)
    {
        if (!IsWatched)
        {
            return null;
        }

        lock (_order)
        {
            var minute = DateTimeOffset.FromUnixTimeSeconds((drawn.ToUnixTimeSeconds() / 60 + 1) * 60);
            return _state.Demands.NextMoment(drawn) is { } moment && moment < minute ? moment : minute;
        }
    }

    internal List<Demand> TakeUnwritten()
    {
        lock (_order)
        {
            return _state.TakeUnwritten();
        }
    }

    internal void PutBack(List<Demand> unwritten)
    {
        lock (_order)
        {
            _state.PutBack(unwritten);
        }
    }
}
