using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>Which customers look at their conversation now, on whichever node; the desks are told of each who comes and goes.</summary>
public sealed class VisitorsOnline
{
    readonly Lock _gate = new();
    readonly Dictionary<Id, HashSet<Action>> _here = [];
    readonly Dictionary<string, HashSet<Id>> _there = new(StringComparer.Ordinal);
    readonly DeskFeed _desk;
    readonly NodeBell _bell;
    readonly NodeLife _life;

    public VisitorsOnline(DeskFeed desk, NodeBell bell, NodeLife life)
    {
        (_desk, _bell, _life) = (desk, bell, life);
        bell.Hear<VisitorWord>("visitorLooks", Take);
        bell.Hear<VisitorsWord>("visitorsLook", word => Take(word.Node, [.. word.Conversations]));
        bell.Hear<string>("visitorsAsked", _ => TellAll());
        bell.WhenCame(_ => TellAll());
        bell.WhenDied(name => Take(name, []));
        bell.WhenMissed(Missed);
    }

    /// <summary>A stream was opened; dispose when it ends.</summary>
    /// <param name="missed">Called where words may have been lost: the stream reads what it lacks.</param>
    public IDisposable Arrive(Id conversation, Action missed)
    {
        lock (_gate)
        {
            if (!_here.TryGetValue(conversation, out var streams))
            {
                _here[conversation] = streams = [];
                _bell.Ring("visitorLooks", new VisitorWord(_life.Name, conversation, true));
            }

            streams.Add(missed);
        }

        _desk.TellInPassingHere("visitor", new VisitorSeen(conversation, true, null));
        return new Stay(this, conversation, missed);
    }

    public bool IsHere(Id conversation)
    {
        lock (_gate)
        {
            return Looks(conversation);
        }
    }

    bool Looks(Id conversation) => _here.ContainsKey(conversation) || _there.Values.Any(node => node.Contains(conversation));

    void Leave(Id conversation, Action missed)
    {
        lock (_gate)
        {
            if (!_here.TryGetValue(conversation, out var streams) || !streams.Remove(missed) || streams.Count > 0)
            {
                return;
            }

            _here.Remove(conversation);
            _bell.Ring("visitorLooks", new VisitorWord(_life.Name, conversation, false));
            if (!Looks(conversation))
            {
                _desk.TellInPassingHere("visitor", new VisitorSeen(conversation, false, null));
            }
        }
    }

    void Take(VisitorWord word)
    {
        lock (_gate)
        {
            var there = _there.TryGetValue(word.Node, out var known) ? known : _there[word.Node] = [];
            if ((word.Looks ? there.Add(word.Conversation) : there.Remove(word.Conversation)) && (word.Looks || !Looks(word.Conversation)))
            {
                _desk.TellInPassingHere("visitor", new VisitorSeen(word.Conversation, word.Looks, null));
            }
        }
    }

    void Take(string node, HashSet<Id> now)
    {
        lock (_gate)
        {
            var before = _there.GetValueOrDefault(node, []);
            _there.Remove(node);
            if (now.Count > 0)
            {
                _there[node] = now;
            }

            foreach (var conversation in now.Except(before).Concat(before.Where(one => !Looks(one))))
            {
                _desk.TellInPassingHere("visitor", new VisitorSeen(conversation, now.Contains(conversation), null));
            }
        }
    }

    void TellAll()
    {
        lock (_gate)
        {
            _bell.Ring("visitorsLook", new VisitorsWord(_life.Name, [.. _here.Keys]));
        }
    }

    void Missed()
    {
        _bell.Ring("visitorsAsked", _life.Name);
        List<Action> streams;
        lock (_gate)
        {
            streams = [.. _here.Values.SelectMany(its => its)];
        }

        streams.ForEach(missed => missed());
    }

    sealed record VisitorWord(string Node, Id Conversation, bool Looks);

    sealed record VisitorsWord(string Node, List<Id> Conversations);

    sealed class Stay(VisitorsOnline visitors, Id conversation, Action missed) : IDisposable
    {
        public void Dispose() => visitors.Leave(conversation, missed);
    }
}
