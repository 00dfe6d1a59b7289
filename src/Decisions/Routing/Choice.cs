using System.Runtime.CompilerServices;

namespace Kanal.Decisions.Routing;

/// <summary>
/// Chooses among those who could take a conversation: the preferred agent; else the one with the fewest of the kind in hand, then
/// the best at what is needed, then the one with the fewest other skills, then the longest idle. Those who let it ring before come last.
/// </summary>
readonly ref struct Choice(Conversation conversation, Circle circle, Team team)
{
    const int Nobody = -1;

    /// <summary>Null when nobody can take it.</summary>
    public RoutedAgent? Agent => First(Nobody) is >= 0 and var first ? team[first] : null;

    /// <summary>What set the chosen one apart from the next.</summary>
    public ChosenFor Reason(RoutedAgent chosen)
    {
        if (chosen == conversation.ReservedAgent)
        {
            return ChosenFor.KeptFree;
        }

        var merit = MeritOf(chosen.Number);
        if (merit.Order == Order.Preferred)
        {
            return ChosenFor.Preferred;
        }

        return First(chosen.Number) is not (>= 0 and var second) || MeritOf(second) is var other && merit.Order != other.Order || merit.Order == Order.MissedBefore ? ChosenFor.NobodyElse
            : merit.InHand != other.InHand ? ChosenFor.FewestConversations
            : merit.Level != other.Level ? ChosenFor.BestSkill
            : merit != other ? ChosenFor.FewestOtherSkills
            : ChosenFor.LongestIdle;
    }

    // Not inlined: the loop is short when it has the registers to itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    int First(int except)
    {
        var (best, least, since) = (Nobody, Merit.Worst, 0L);
        var anybody = except == Nobody && conversation.IsPlain;
        var counts = circle.Channel.Counts;
        var ranks = circle.Ranks;
        var idleSince = team.IdleSince;
        foreach (var number in circle.Members.And(circle.Channel.Fits))
        {
            var order = anybody ? Order.Ordinary : number == except ? Order.Declined : OrderOf(conversation, team[number].Id);
            if (order == Order.Declined)
            {
                continue;
            }

            var merit = new Merit(order, counts[number], ranks[number]);
            var idle = idleSince[number];
            if (merit == least && idle != since)
            {
                // Mostly that is all they differ in, and which of two it is is as good as thrown: the sign chooses, since a branch would be taken wrongly every other time.
                var longer = (idle - since) >> 63;
                since += (idle - since) & longer;
                best += (number - best) & (int)longer;
            }
            else if (IsBefore(merit, idle, number, least, since, best))
            {
                (best, least, since) = (number, merit, idle);
            }
        }

        // The one who is kept free for it is in no set.
        if (conversation.ReservedAgent is { } kept && kept.Number != except && circle.Members.Has(kept.Number) && kept.IsReadyFor(circle.Channel)
            && MeritOf(kept.Number) is { Order: not Order.Declined } its && IsBefore(its, kept.IdleSince, kept.Number, least, since, best))
        {
            return kept.Number;
        }

        return best;
    }

    // Seldom asked, and apart for the same reason.
    [MethodImpl(MethodImplOptions.NoInlining)]
    bool IsBefore(Merit one, long since, int number, Merit other, long otherSince, int otherNumber) =>
        one != other ? one.Value < other.Value
        : since != otherSince ? since < otherSince
        : team[number].Id < team[otherNumber].Id;

    Merit MeritOf(int number) => new(
        conversation.IsPlain ? Order.Ordinary : OrderOf(conversation, team[number].Id),
        circle.Channel.CountOf(number),
        circle.RankOf(number));

    static Order OrderOf(Conversation conversation, long agent) =>
        conversation.IsDeclinedBy(agent) ? Order.Declined
        : conversation.IsMissedBy(agent) ? Order.MissedBefore
        : agent == conversation.PreferredAgent ? Order.Preferred
        : Order.Ordinary;

    enum Order : byte
    {
        Preferred,
        Ordinary,
        MissedBefore,
        Declined,
    }

    /// <param name="Value">Lower is better: the order first, then how many are in hand, then the rank by skills.</param>
    readonly record struct Merit(ulong Value)
    {
        public Merit(Order order, ushort inHand, int skill)
            : this(((ulong)order << 48) | ((ulong)inHand << 32) | (uint)skill)
        {
        }

        public static Merit Worst { get; } = new(ulong.MaxValue);

        public Order Order => (Order)(Value >> 48);

        public ulong InHand => Value >> 32;

        public ulong Level => Value >> 16;
    }
}
