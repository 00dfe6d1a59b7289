namespace Kanal.Decisions.Routing;

/// <summary>Ranks agents for a conversation, and knows what set the best apart from the next.</summary>
ref struct Ranking(QueuedConversation? conversation, Circle circle, Team team)
{
    readonly bool _plain = conversation is null || conversation.IsPlain;
    Candidate _best = Candidate.Nobody;
    Candidate _second = Candidate.Nobody;

    public readonly RoutedAgent? Best => _best.Known ? team[_best.Number] : null;

    public readonly ChosenFor WhyBest =>
        _best.Order == Order.Preferred ? ChosenFor.Preferred
        : !_second.Known || _best.Order != _second.Order || _best.Order == Order.MissedBefore ? ChosenFor.NobodyElse
        : _best.Merit >> 32 != _second.Merit >> 32 ? ChosenFor.FewestConversations
        : _best.Merit >> 16 != _second.Merit >> 16 ? ChosenFor.BestSkill
        : _best.Merit != _second.Merit ? ChosenFor.FewestOtherSkills
        : ChosenFor.LongestIdle;

    public void Look(int number)
    {
        var order = _plain ? Order.Ordinary : OrderOf(team[number].Id);
        if (order == Order.Declined)
        {
            return;
        }

        var candidate = new Candidate(number, Candidate.MeritOf(order, circle.Channel.Counts[number], circle.Ranks[number]), team.NowOf(number).IdleSince);
        if (IsBefore(candidate, _best))
        {
            (_best, _second) = (candidate, _best);
        }
        else if (IsBefore(candidate, _second))
        {
            _second = candidate;
        }
    }

    readonly Order OrderOf(long agent) =>
        conversation is null ? Order.Ordinary
        : conversation.IsDeclinedBy(agent) ? Order.Declined
        : conversation.IsMissedBy(agent) ? Order.MissedBefore
        : agent == conversation.PreferredAgent ? Order.Preferred
        : Order.Ordinary;

    readonly bool IsBefore(in Candidate one, in Candidate other) =>
        one.Merit != other.Merit ? one.Merit < other.Merit
        : one.IdleSince != other.IdleSince ? one.IdleSince < other.IdleSince
        : team[one.Number].Id < team[other.Number].Id;

    enum Order : byte
    {
        Preferred,
        Ordinary,
        MissedBefore,
        Declined,
    }

    /// <param name="Merit">Lower is better: the order first, then how many are in hand, then the rank by skills.</param>
    readonly record struct Candidate(int Number, ulong Merit, long IdleSince)
    {
        public static Candidate Nobody { get; } = new(-1, ulong.MaxValue, 0);

        public bool Known => Number >= 0;

        public Order Order => (Order)(Merit >> 48);

        public static ulong MeritOf(Order order, ushort inHand, int skill) => ((ulong)order << 48) | ((ulong)inHand << 32) | (uint)skill;
    }
}
