using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>
/// Who is there, who waits, what rings and who has what. Changed by <see cref="Router"/> alone and owned by one driver;
/// not safe for use from several threads at once.
/// </summary>
public sealed class RoutingState
{
    /// <summary>Nobody and nothing, under these rules.</summary>
    public RoutingState(RoutingRules rules)
        : this(rules, explains: true, new ConversationTable())
    {
    }

    internal RoutingState(RoutingRules rules, bool explains, IConversations known)
    {
        (Rules, Explains, Known, Team) = (rules, explains, known, new Team(explains));
        Line = new Line(new RuleBook(Team, rules, explains), Known);
        Driver = Noted;
        Step = new RoutingStep(this);
    }

    /// <summary>The rules in force.</summary>
    public RoutingRules Rules { get; private set; }

    /// <summary>Whether every decision notes what it saw, so that it can say why, and targets are warned of; a simulated day asks nobody why.</summary>
    internal bool Explains { get; }

    /// <summary>Conversations without an agent, ringing or asleep or not.</summary>
    public int WaitingCount => Line.Count;

    /// <summary>Conversations that are an agent's.</summary>
    public int AssignedCount => Known.Count - Line.Count;

    internal Team Team { get; }

    internal Line Line { get; }

    /// <summary>All that wait or are an agent's.</summary>
    internal IConversations Known { get; }

    internal Conversation? FindWaiting(long id) => Known.Find(id) is { Agent: null } waiting ? waiting : null;

    internal RoutingStep Step { get; }

    internal NotedActions Noted { get; } = new();

    /// <summary>Does what is decided; unless another is given, it is noted.</summary>
    internal IRoutingDriver Driver { get; set; }

    internal long NextNumber { get; set; } = 1;

    /// <summary>Whether a conversation waits or is an agent's.</summary>
    public bool Knows(long conversation) => Known.Find(conversation) is not null;

    /// <summary>The place of a conversation in its queue, from 1, those that ring included; null when it does not wait, or sleeps until its time. Looks at one in a hundred of those before it.</summary>
    public int? PositionOf(long conversation) => FindWaiting(conversation) is { } it ? Line.Queue(it.Matter.Queue)?.PlaceOf(it) : null;

    /// <summary>Queues in which something waits.</summary>
    public IReadOnlyList<long> QueuesWithWaiting() => [.. Line.Queues.Where(it => it.Value.Count > 0).Select(it => it.Key).Order()];

    /// <summary>Conversations without an agent in one queue, ringing or not, longest waiting first: the order of places.</summary>
    public IReadOnlyList<long> InOrder(long queue) => [.. Line.Queue(queue)?.Select(it => it.Id) ?? []];

    /// <summary>Conversations without an agent in one queue, ringing or not.</summary>
    public int WaitingIn(long queue) => Line.Queue(queue)?.Count ?? 0;

    /// <summary>Whose a conversation is; null when nobody's.</summary>
    public long? AgentOf(long conversation) => Known.Find(conversation)?.Agent?.Id;

    /// <summary>True when it is an agent's and takes nothing of them until the customer writes.</summary>
    public bool IsResting(long conversation) => Known.Find(conversation) is { Agent: not null, Resting: true };

    /// <summary>Everybody who is known, by id.</summary>
    public IReadOnlyList<long> AgentIds => [.. Team.All.Select(it => it.Id).Order()];

    /// <summary>What an agent has in hand and ringing; null for one who is unknown.</summary>
    public AgentLoad? LoadOf(long agent) => Team.Find(agent) is { } it
        ? new AgentLoad(it.Live, it.Interruptible, it.Profile.Capacity, it.Resting)
        {
            Counts = Team.Channels.Where(channel => channel.CountOf(it.Number) > 0).ToDictionary(channel => channel.Rules.Channel, channel => (int)channel.CountOf(it.Number)),
            KeptFreeFor = it.ReservedFor?.Id,
        }
        : null;

    /// <summary>The offer of a conversation that rings now, if one does.</summary>
    public OfferSnapshot? RingingOffer(long conversation) => FindWaiting(conversation)?.Ringing;

    /// <summary>How far the waiting of a conversation has come; null when it does not wait.</summary>
    public Stage? StageOf(long conversation) => FindWaiting(conversation)?.Stage;

    /// <summary>What is to be known to say how long a conversation will wait; null when it does not. Looks at every class of conversations.</summary>
    public WaitQuestion? Ask(long conversation, Instant now) => FindWaiting(conversation) is { } it ? Asking.About(it, this, now) : null;

    /// <summary>The same for a conversation that would be queued at this moment.</summary>
    public WaitQuestion Ask(Matter matter, Instant now)
    {
        var newcomer = new Conversation { Id = long.MaxValue, Since = now.ToUnixTimeTicks() }.Renew(matter, Line.Book.TreatmentOf(matter), null);
        Line.Book.Read(newcomer, now);
        return Asking.About(newcomer, this, now);
    }

    /// <summary>Everything, in order of ids; what <see cref="Router.Restore"/> takes.</summary>
    public RoutingSnapshot Snapshot() => Restoration.SnapshotOf(this);

    /// <summary>Puts other rules in force; all agents are to be settled and all timers set anew after this.</summary>
    internal void Rewrite(RoutingRules rules, Instant now)
    {
        Rules = rules;
        Team.ForgetChannels();
        var book = new RuleBook(Team, rules, Explains);
        foreach (var conversation in Known)
        {
            if (conversation.Agent is { } agent)
            {
                conversation.Treatment = book.TreatmentOf(conversation.Matter);
                conversation.Treatment.Channel.Count(agent.Number, conversation.Resting ? 0 : 1);
            }
        }

        foreach (var agent in Team.All)
        {
            agent.Circles.Clear();
            if (agent.Ringing is { } ringing)
            {
                book.TreatmentOf(ringing.Matter).Channel.Count(agent.Number, 1);
            }
        }

        Line.Rewrite(book, now);
    }
}
