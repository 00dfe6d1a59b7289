using System.Collections;
using Kanal.Decisions.Routing;

namespace Kanal.Decisions.Simulation;

/// <summary>One conversation of a visitor, for the router and for all others. Used again for another when it is over.</summary>
sealed class Contact(int slot) : Conversation
{
    const int SlotBits = 21;

    public const int Most = 1 << SlotBits;

    Visitor _visitor;

    public int Slot => slot;

    public KindPlan Kind { get; private set; } = KindPlan.None;

    public Way Way { get; private set; } = Way.None;

    public ref readonly Visitor Visitor => ref _visitor;

    /// <summary>Of the interval in which it came; -1 where it is not counted.</summary>
    public int Interval { get; set; }

    public double TargetSeconds { get; set; }

    public int Value { get; set; }

    /// <summary>Seconds of work that it takes alone, as far as not yet done.</summary>
    public double Work { get; set; }

    /// <summary>The same, when it came.</summary>
    public double Whole { get; set; }

    public double WrapUp { get; set; }

    /// <summary>On its lane's own clock, when it will be done.</summary>
    public double Finish { get; set; }

    /// <summary>When an agent took it.</summary>
    public long Begun { get; set; }

    public Desk? Desk { get; set; }

    /// <summary>When the customer leaves it, finished or not; <see cref="long.MaxValue"/> for never.</summary>
    public long LeavesAt { get; set; }

    /// <summary>Not while it is still being seen whether anybody is free.</summary>
    public bool Waits { get; set; }

    /// <summary>When the router wants to look at it again while it waits; <see cref="long.MaxValue"/> for never.</summary>
    public long StageAt { get; set; }

    /// <summary>When it will have waited too long; <see cref="long.MaxValue"/> for never.</summary>
    public long GivesUpAt { get; set; }

    public bool Rings { get; set; }

    /// <summary>How often a callback was tried.</summary>
    public int Calls { get; set; }

    /// <summary>The customer does not pick up this time.</summary>
    public bool Unreached { get; set; }

    /// <summary>To the router: from when it is queued until it needs nobody any more.</summary>
    public bool IsKnown { get; set; }

    public static int SlotOf(long id) => (int)(id & (Most - 1));

    public void Begin(long number, KindPlan kind, Way way, in Visitor visitor, long now, int interval)
    {
        // Rising, so that of equals the earlier comes first.
        Id = (number << SlotBits) | (uint)slot;
        (Kind, Way, _visitor, Since, Interval) = (kind, way, visitor, now, interval);
        (TargetSeconds, Value, Work, WrapUp, Finish) = (way.Spec.TargetSeconds, 1, 0, 0, 0);
        (StageAt, GivesUpAt, LeavesAt) = (long.MaxValue, long.MaxValue, long.MaxValue);
        (Begun, Desk, Waits, Rings, Calls, Unreached) = (0, null, false, false, 0, false);
    }
}

/// <summary>Who came, and for the how manieth time.</summary>
/// <param name="Number">Of their kind, from 0.</param>
/// <param name="Chance">What is theirs of chance.</param>
/// <param name="Record">The place among those of their kind who were recorded; -1 for none of them.</param>
readonly record struct Visitor(long Number, Streams Chance, int Attempt, int Record)
{
    /// <summary>What chance decides of this attempt.</summary>
    public Streams Now => Attempt == 0 ? Chance : Chance.Of((ulong)Attempt);

    public Visitor Again => this with { Attempt = Attempt + 1 };
}

/// <summary>All that are going on, by slot; the router finds its own by them.</summary>
sealed class Contacts : IConversations
{
    readonly List<Contact> _all = [];
    readonly Stack<int> _free = new();
    long _number;

    public bool IsFull => _free.Count == 0 && _all.Count == Contact.Most;

    public Contact this[long id] => _all[Contact.SlotOf(id)];

    public Contact At(int slot) => _all[slot];

    public IEnumerable<Contact> All => _all.ExceptBy(_free, contact => contact.Slot);

    int IConversations.Count => _all.Count(contact => contact.IsKnown);

    Conversation? IConversations.Find(long id) => Contact.SlotOf(id) < _all.Count && this[id] is { IsKnown: true } contact && contact.Id == id ? contact : null;

    void IConversations.Add(Conversation conversation) => ((Contact)conversation).IsKnown = true;

    void IConversations.Remove(Conversation conversation) => ((Contact)conversation).IsKnown = false;

    IEnumerator<Conversation> IEnumerable<Conversation>.GetEnumerator() => _all.Where(contact => contact.IsKnown).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Conversation>)this).GetEnumerator();

    public Contact Begin(KindPlan kind, Way way, in Visitor visitor, long now, int interval)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _all.Count;
            _all.Add(new Contact(slot));
        }

        var contact = _all[slot];
        contact.Begin(++_number, kind, way, visitor, now, interval);
        return contact;
    }

    public void End(Contact contact)
    {
        contact.Waits = false;
        contact.Desk = null;
        _free.Push(contact.Slot);
    }
}
