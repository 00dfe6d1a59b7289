using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>What is said in conversations that are an agent's, and what silence does to them.</summary>
static class InHand
{
    public static void Reply(Conversation held, Hands hands)
    {
        held.TouchedAt = hands.Ticks;
        var idle = held.Treatment.Channel.Rules.IdleTime;
        if (!held.Resting && !held.WrappingUp && idle > Duration.Zero)
        {
            held.IdleAt = hands.Ticks + idle.BclCompatibleTicks;
            if (held.IdleTimer is null || held.IdleTimer > held.IdleAt)
            {
                hands.SetIdleTimer(held, held.IdleAt.Value);
            }
        }
    }

    public static void WrapUp(Conversation held, Hands hands)
    {
        held.TouchedAt = hands.Ticks;
        held.WrappingUp = true;
        held.IdleAt = null;
    }

    public static void Idle(Conversation held, RoutedAgent agent, Hands hands)
    {
        if (held.IdleTimer is not { } timer || hands.Ticks < timer)
        {
            return;
        }

        held.IdleTimer = null;
        if (held.IdleAt is not { } due)
        {
            return;
        }

        if (hands.Ticks < due)
        {
            hands.SetIdleTimer(held, due);
            return;
        }

        held.IdleAt = null;
        held.Resting = true;
        agent.Resting++;
        hands.Do(new Rest(held.Id, agent.Id));
        hands.Weigh(held, agent, -1);
    }

    /// <summary>The customer waits again: for the same agent if that one is there and has room, else for anyone.</summary>
    public static void Hear(Conversation held, RoutedAgent agent, RoutingStep step, Hands hands)
    {
        held.IdleAt = null;
        held.WrappingUp = false;
        var channel = held.Treatment.Channel;
        if (held.Resting && agent.ReservedFor is null && agent.HasRoomFor(channel))
        {
            Wake(held, agent, hands);
        }
        else if (held.Resting || (agent.IsAbsent && held.TouchedAt < agent.PresenceSince.ToUnixTimeTicks()))
        {
            // An agent who did something about it while signed off as absent is evidently there.
            hands.Do(new Requeue(held.Id, hands.Now, agent.Id));
            step.Queue(new ConversationQueued(held.Id, held.Matter.Queue, held.Matter.Channel, held.Matter.Site, hands.Now)
            {
                Value = held.Matter.Value,
                Target = held.Matter.Target,
                Steps = held.Matter.Steps,
                Language = held.Matter.Language,
                PreferredAgent = agent.Id,
            });
        }
    }

    /// <summary>The agent who has it took it up again by hand, full or not.</summary>
    public static void TakeUpAgain(Conversation held, RoutedAgent agent, Hands hands)
    {
        held.TouchedAt = hands.Ticks;
        held.WrappingUp = false;
        if (held.Resting)
        {
            Wake(held, agent, hands);
        }
    }

    static void Wake(Conversation held, RoutedAgent agent, Hands hands)
    {
        held.Resting = false;
        agent.Resting--;
        held.TouchedAt = hands.Ticks;
        hands.Do(new Wake(held.Id, agent.Id));
        hands.Weigh(held, agent, 1);
    }
}
