using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>
/// Brings together who waits and who serves: tells the router what happens, and makes its answers happen. The router is the one
/// that runs live.
/// </summary>
sealed class Reception(RoutingState state, EventCalendar calendar, Contacts contacts, Desks desks, Tally tally, Action<Contact, Ending, long> over)
{
    /// <summary>The agent is back after a minute where calls went unanswered.</summary>
    const double AwaySeconds = 60;

    /// <summary>A customer who did not pick up is called once more.</summary>
    const int MostCalls = 2;
    const double RingsFor = 30;
    const double CallsAgainAfter = 1_800;

    public long Now { get; set; }

    /// <summary>Rises with everything that the router is told.</summary>
    public long Version { get; private set; }

    /// <summary>Somebody comes to a channel.</summary>
    public void Come(Contact contact)
    {
        var (now, way, kind) = (contact.Visitor.Now, contact.Way, contact.Kind);
        tally.Come(contact);
        var work = now.For(Purpose.Handle);
        var wrap = now.For(Purpose.WrapUp);
        contact.Work = contact.Visitor.Recorded?.HandleSeconds ?? kind.Handle[way.Number].Take(ref work);
        contact.WrapUp = way.Spec.WrapUp.Take(ref wrap);
        if (way.Spec.Interruptible)
        {
            contact.Work += contact.WrapUp;
            contact.WrapUp = 0;
        }

        contact.Whole = contact.Work;
        Queue(contact);
        if (contact.Waits)
        {
            var chance = now.For(Purpose.Patience);
            var patience = contact.Visitor.Recorded?.PatienceSeconds ?? kind.Patience[way.Number].Take(ref chance);
            if (patience < Clock.Horizon)
            {
                calendar.Add(Now + Clock.Ticks(patience), Happening.Patience, contact.Slot, contact.Id);
            }
        }
    }

    void Queue(Contact contact)
    {
        var way = contact.Way;
        contact.Waits = true;
        way.Waiting.Add(1, Now);
        Version++;
        var (matter, treatment) = contact.Kind.MatterOf(contact, state);
        Do(state.Step.Queue(new Newcomer(contact.Id, matter, treatment, contact.Since, TermsOf(contact)), Now));
    }

    void End(Contact contact)
    {
        Version++;
        Do(state.Step.End(contact.Id, Now));
    }

    CallbackTerms? TermsOf(Contact contact) => contact.Since > Now && Instant.FromUnixTimeTicks(contact.Since) is var due ? new CallbackTerms(due, due) : null;

    /// <summary>Something was due.</summary>
    public void Happen(in Coming coming)
    {
        switch (coming.What)
        {
            case Happening.Timer when calendar.NewsOf(coming) is RoutingEvent timer:
                Tell(timer);
                break;
            case Happening.Patience when Means(coming) is { Waits: true } contact:
                GiveUp(contact);
                break;
            case Happening.Departure when Means(coming) is { Desk: not null, WrappingUp: false } contact:
                Finish(contact, left: true);
                break;
            case Happening.Answer when calendar.NewsOf(coming) is Offer offer && state.RingingOffer(offer.Conversation)?.Offer == offer:
                StopRinging(offer);
                Tell(new OfferAccepted(offer));
                Begin(contacts[offer.Conversation], desks.Of(offer.Agent));
                break;
        }
    }

    /// <summary>An agent finishes something.</summary>
    public void Work(Desk desk, Way way, long mark)
    {
        if (Desks.Finished(desk, way, mark, Now) is not { } contact)
        {
            return;
        }

        if (contact.Unreached)
        {
            Miss(contact, desk);
        }
        else if (!contact.WrappingUp && contact.WrapUp > 0)
        {
            desks.WrapUp(contact, desk, Now);
            Tell(new WrapUpStarted(contact.Id));
        }
        else
        {
            Finish(contact, left: false);
        }
    }

    public void Arrive(Desk desk)
    {
        desks.Arrive(desk, Now);
        Tell(new AgentPresenceChanged(desk.Id, Presence.Available));
    }

    /// <param name="forGood">Not for a break: letters not finished go back into the line.</param>
    public void Leave(Desk desk, bool forGood)
    {
        desks.Leave(desk, Now);
        Tell(new AgentPresenceChanged(desk.Id, forGood ? Presence.Offline : Presence.OnBreak));
        if (!forGood || desk.Letters == 0)
        {
            return;
        }

        foreach (var letter in desk.Lanes.SelectMany(lane => lane.Contacts).Where(contact => contact.Way.Spec.Interruptible).ToList())
        {
            desks.Drop(letter, Now);
            desks.Settled(desk, letter.Way, Now);
            Queue(letter);
        }
    }

    public void Back(Desk desk)
    {
        if (desk.Present)
        {
            Tell(new AgentPresenceChanged(desk.Id, Presence.Available));
        }
    }

    public void Tell(RoutingEvent happened)
    {
        Version++;
        Do(state.Step.Take(happened, Instant.FromUnixTimeTicks(Now)));
    }

    // Telling the router more can wait until these are done: doing them tells it nothing.
    void Do(List<RoutingAction> actions)
    {
        foreach (var action in actions)
        {
            Do(action);
        }
    }

    void Do(RoutingAction action)
    {
        switch (action)
        {
            case SetTimer timer:
                calendar.Add(Math.Max(Now, timer.Due.ToUnixTimeTicks()), Happening.Timer, timer.Event);
                break;
            case AssignTo given:
                Begin(contacts[given.Conversation], desks.Of(given.Agent));
                break;
            case MakeOffer made:
                Ring(contacts[made.Offer.Conversation], made);
                break;
            case WithdrawOffer { Offer: var offer }:
                StopRinging(offer);
                break;
            case MissOffer { Offer: var offer }:
                StopRinging(offer);
                break;
            case SetPresence { Presence: Presence.Away } away:
                calendar.Add(Now + Clock.Ticks(AwaySeconds), Happening.Back, desks.Of(away.Agent).Number);
                break;
        }
    }

    void Ring(Contact contact, MakeOffer made)
    {
        contact.Rings = true;
        contact.Way.Ringing++;
        // By offer: whoever is asked second is not the same to answer.
        var chance = contact.Visitor.Now.Of((ulong)made.Offer.Number).For(Purpose.Ring);
        var missed = chance.Next() < contact.Way.Spec.Missed;
        var seconds = contact.Way.Spec.Ring.Take(ref chance);
        if (!missed && Now + Clock.Ticks(seconds) is var at && at < made.ExpiresAt.ToUnixTimeTicks())
        {
            calendar.Add(at, Happening.Answer, made.Offer);
        }
    }

    void StopRinging(Offer offer)
    {
        var contact = contacts[offer.Conversation];
        if (contact.Id == offer.Conversation && contact.Rings)
        {
            contact.Rings = false;
            contact.Way.Ringing--;
        }
    }

    void Begin(Contact contact, Desk desk)
    {
        var way = contact.Way;
        contact.Waits = false;
        way.Waiting.Add(-1, Now);
        if (way.Spec.Reached < 1 && !Reaches(contact))
        {
            desks.Take(contact, desk, Now);
            return;
        }

        if (!way.Spec.Interruptible)
        {
            tally.Answer(contact, WaitOf(contact));
        }

        desks.Take(contact, desk, Now);
        if (!ReferenceEquals(way.Spec.Stay, Draw.Never))
        {
            var chance = contact.Visitor.Now.For(Purpose.Stay);
            calendar.Add(Now + Clock.Ticks(Math.Min(Clock.Horizon, way.Spec.Stay.Take(ref chance))), Happening.Departure, contact.Slot, contact.Id);
        }
    }

    // Who does not pick up costs the time that it rings.
    static bool Reaches(Contact contact)
    {
        var chance = contact.Visitor.Now.Of((ulong)contact.Calls++).For(Purpose.Callback);
        contact.Unreached = chance.Next() >= contact.Way.Spec.Reached;
        contact.Work = contact.Unreached ? RingsFor : contact.Whole;
        return !contact.Unreached;
    }

    void Miss(Contact contact, Desk desk)
    {
        desks.Drop(contact, Now);
        End(contact);
        desks.Settled(desk, contact.Way, Now);
        contact.Unreached = false;
        if (contact.Calls < MostCalls)
        {
            contact.Since = contact.Way.Open.NextOpen(Now + Clock.Ticks(CallsAgainAfter));
            Queue(contact);
            return;
        }

        tally.Abandon(contact, WaitOf(contact));
        over(contact, Ending.GaveUp, Now);
        contacts.End(contact);
    }

    double WaitOf(Contact contact) => Clock.Seconds(Math.Max(0, contact.Way.Clock.At(Now) - contact.Way.Clock.At(contact.Since)));

    void GiveUp(Contact contact)
    {
        contact.Waits = false;
        contact.Way.Waiting.Add(-1, Now);
        tally.Abandon(contact, WaitOf(contact));
        Tell(new ConversationWithdrawn(contact.Id));
        over(contact, Ending.GaveUp, Now);
        contacts.End(contact);
    }

    void Finish(Contact contact, bool left)
    {
        if (contact.Desk is not { } desk)
        {
            return;
        }

        var way = contact.Way;
        if (way.Spec.Interruptible)
        {
            tally.Answer(contact, WaitOf(contact));
        }

        desks.Drop(contact, Now);
        tally.Handle(contact, way.Spec.Interruptible ? contact.Whole : Clock.Seconds(Now - contact.Begun), left);
        End(contact);
        desks.Settled(desk, way, Now);
        over(contact, left ? Ending.Left : Ending.Served, Now);
        contacts.End(contact);
    }

    Contact? Means(in Coming coming) => contacts.Means(coming.Which, coming.Mark) ? contacts[coming.Mark] : null;
}

/// <summary>How a conversation ended.</summary>
enum Ending
{
    Served,

    /// <summary>While an agent had it.</summary>
    Left,

    /// <summary>Before an answer.</summary>
    GaveUp,
}
