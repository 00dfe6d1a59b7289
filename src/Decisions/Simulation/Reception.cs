using Kanal.Decisions.Routing;
using NodaTime;

namespace Kanal.Decisions.Simulation;

/// <summary>
/// Brings together who waits and who serves: tells the router what happens, and makes its answers happen. The router is the one
/// that runs live.
/// </summary>
sealed class Reception(RoutingState state, Times times, Contacts contacts, Desks desks, Tally tally, Action<Contact, Ending, long> over) : IRoutingDriver
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
        contact.Work = kind.RecordOf(contact.Visitor)?.HandleSeconds ?? kind.Handle[way.Number].Take(ref work);
        if (!ReferenceEquals(way.Spec.WrapUp, Draw.Nothing))
        {
            var wrap = now.For(Purpose.WrapUp);
            contact.WrapUp = way.Spec.WrapUp.Take(ref wrap);
        }

        if (way.Interruptible)
        {
            contact.Work += contact.WrapUp;
            contact.WrapUp = 0;
        }

        contact.Whole = contact.Work;
        Queue(contact);
        if (contact.Waits)
        {
            var chance = now.For(Purpose.Patience);
            var patience = kind.RecordOf(contact.Visitor)?.PatienceSeconds ?? kind.Patience[way.Number].Take(ref chance);
            if (patience < Clock.Horizon)
            {
                contact.GivesUpAt = Now + Clock.Ticks(patience);
            }

            Await(contact);
        }
    }

    // What is left of their patience still holds.
    void QueueAgain(Contact contact)
    {
        contact.StageAt = long.MaxValue;
        contact.GivesUpAt = contact.GivesUpAt > Now ? contact.GivesUpAt : long.MaxValue;
        Queue(contact);
        if (contact.Waits)
        {
            Await(contact);
        }
    }

    void Queue(Contact contact)
    {
        Version++;
        var (matter, treatment) = contact.Kind.MatterOf(contact, state);
        contact.Renew(matter, treatment, TermsOf(contact));
        state.Step.Queue(contact, Now);
        // Who is served at once has not waited.
        if (contact.Desk is null)
        {
            contact.Waits = true;
            contact.Way.Waiting.Add(1, Now);
        }
    }

    void End(Contact contact)
    {
        Version++;
        state.Step.End(contact, Now);
    }

    CallbackTerms? TermsOf(Contact contact) => contact.Since > Now && Instant.FromUnixTimeTicks(contact.Since) is var due ? new CallbackTerms(due, due) : null;

    /// <summary>Something was due.</summary>
    public void Happen(in Coming coming)
    {
        switch (coming.What)
        {
            case Happening.Timer when times.Calendar.NewsOf(coming) is RoutingEvent timer:
                Tell(timer);
                break;
            case Happening.Departure when contacts.At(coming.Which) is { Desk: not null, WrappingUp: false } contact && contact.LeavesAt == Now:
                Finish(contact, left: true);
                break;
            case Happening.Answer when times.Calendar.NewsOf(coming) is Offer offer && state.RingingOffer(offer.Conversation)?.Offer == offer:
                StopRinging(offer);
                Tell(new OfferAccepted(offer));
                Begin(contacts[offer.Conversation], desks.Of(offer.Agent));
                break;
        }
    }

    /// <summary>Somebody has waited so long that something comes of it.</summary>
    public void RunOut(Contact contact)
    {
        if (contact.StageAt > Now)
        {
            GiveUp(contact);
            return;
        }

        contact.StageAt = long.MaxValue;
        Await(contact);
        Version++;
        state.Step.Advance(contact, Now);
    }

    void Await(Contact contact) => times.Deadlines.Set(contact.Slot, Math.Min(contact.StageAt, contact.GivesUpAt));

    /// <summary>An agent finishes something.</summary>
    public void Work(Lane lane)
    {
        if (lane.Finished(Now) is not { } contact)
        {
            return;
        }

        if (contact.Unreached)
        {
            Miss(contact, lane);
        }
        else if (!contact.WrappingUp && contact.WrapUp > 0)
        {
            desks.WrapUp(contact, lane, Now);
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

        foreach (var letter in desk.Lanes.Where(lane => lane.Way.Interruptible).SelectMany(lane => lane.Contacts.ToArray()).ToList())
        {
            desks.Drop(letter, Now);
            End(letter);
            desks.Settled(desk.Lanes[letter.Way.Number], Now);
            QueueAgain(letter);
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
        state.Step.Take(happened, Instant.FromUnixTimeTicks(Now));
    }

    void IRoutingDriver.Assign(Conversation conversation, RoutedAgent agent, Why why) => Begin((Contact)conversation, desks.At(agent.Number));

    void IRoutingDriver.SetStageTimer(Conversation conversation, long due)
    {
        var contact = (Contact)conversation;
        contact.StageAt = Math.Max(Now, due);
        if (contact.Waits)
        {
            Await(contact);
        }
    }

    void IRoutingDriver.Do(RoutingAction action)
    {
        switch (action)
        {
            case SetTimer timer:
                times.Calendar.Add(Math.Max(Now, timer.Due.ToUnixTimeTicks()), Happening.Timer, timer.Event);
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
                times.Calendar.Add(Now + Clock.Ticks(AwaySeconds), Happening.Back, desks.Of(away.Agent).Number);
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
            times.Calendar.Add(at, Happening.Answer, made.Offer);
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
        if (contact.Waits)
        {
            WaitNoMore(contact);
        }

        if (way.Spec.Reached < 1 && !Reaches(contact))
        {
            desks.Take(contact, desk, Now);
            return;
        }

        if (!way.Interruptible)
        {
            tally.Answer(contact, WaitOf(contact));
        }

        desks.Take(contact, desk, Now);
        if (!ReferenceEquals(way.Spec.Stay, Draw.Never))
        {
            var chance = contact.Visitor.Now.For(Purpose.Stay);
            contact.LeavesAt = Now + Clock.Ticks(way.Spec.Stay.Take(ref chance));
            times.Calendar.Add(contact.LeavesAt, Happening.Departure, contact.Slot);
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

    void Miss(Contact contact, Lane lane)
    {
        desks.Drop(contact, Now);
        End(contact);
        desks.Settled(lane, Now);
        contact.Unreached = false;
        if (contact.Calls < MostCalls)
        {
            contact.Since = contact.Way.Open.NextOpen(Now + Clock.Ticks(CallsAgainAfter));
            QueueAgain(contact);
            return;
        }

        tally.Abandon(contact, WaitOf(contact));
        over(contact, Ending.GaveUp, Now);
        contacts.End(contact);
    }

    double WaitOf(Contact contact) => Clock.Seconds(Math.Max(0, contact.Way.Clock.At(Now) - contact.Way.Clock.At(contact.Since)));

    void GiveUp(Contact contact)
    {
        WaitNoMore(contact);
        tally.Abandon(contact, WaitOf(contact));
        Version++;
        state.Step.Withdraw(contact, Now);
        over(contact, Ending.GaveUp, Now);
        contacts.End(contact);
    }

    void WaitNoMore(Contact contact)
    {
        contact.Waits = false;
        times.Deadlines.Remove(contact.Slot);
        contact.Way.Waiting.Add(-1, Now);
    }

    void Finish(Contact contact, bool left)
    {
        if (contact.Desk is not { } desk)
        {
            return;
        }

        var way = contact.Way;
        if (way.Interruptible)
        {
            tally.Answer(contact, WaitOf(contact));
        }

        desks.Drop(contact, Now);
        tally.Handle(contact, way.Interruptible ? contact.Whole : Clock.Seconds(Now - contact.Begun), left);
        End(contact);
        desks.Settled(desk.Lanes[way.Number], Now);
        over(contact, left ? Ending.Left : Ending.Served, Now);
        contacts.End(contact);
    }
}

/// <summary>What is to happen at its time.</summary>
/// <param name="Deadlines">To those who wait.</param>
sealed record Times(EventCalendar Calendar, Deadlines Deadlines);

/// <summary>How a conversation ended.</summary>
enum Ending
{
    Served,

    /// <summary>While an agent had it.</summary>
    Left,

    /// <summary>Before an answer.</summary>
    GaveUp,
}
