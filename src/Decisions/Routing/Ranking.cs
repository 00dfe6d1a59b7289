namespace Kanal.Decisions.Routing;

/// <summary>Ranks agents for a conversation, and knows what set the best apart from the next.</summary>
ref struct Ranking(QueuedConversation? conversation, Circle circle, Team team)
{
    readonly bool _plain = conversation is null || conversation.IsPlain;
    Rank _best;
    Rank _second;

    public readonly RoutedAgent? Best => _best.Known ? team[_best.Number] : null;

    public readonly ChosenFor WhyBest =>
        _best.Order == Order.Preferred ? ChosenFor.Preferred
        : !_second.Known || _best.Order != _second.Order || _best.Order == Order.MissedBefore ? ChosenFor.NobodyElse
        : _best.InHand != _second.InHand ? ChosenFor.FewestConversations
        : _best.Skill >> 16 != _second.Skill >> 16 ? ChosenFor.BestSkill
        : _best.Skill != _second.Skill ? ChosenFor.FewestOtherSkills
        : ChosenFor.LongestIdle;

    public void Look(int number)
    {
        var order = _plain ? Order.Ordinary : OrderOf(team[number].Id);
        if (order == Order.Declined)
        {
            return;
        }

        var rank = new Rank(true, number, order, circle.Channel.Counts[number], circle.Ranks[number], team.NowOf(number).IdleSince);
        if (IsBefore(rank, _best))
        {
            (_best, _second) = (rank, _best);
        }
        else if (IsBefore(rank, _second))
        {
            _second = rank;
        }
    }

    readonly Order OrderOf(long agent) =>
        conversation is null ? Order.Ordinary
        : conversation.IsDeclinedBy(agent) ? Order.Declined
        : conversation.IsMissedBy(agent) ? Order.MissedBefore
        : agent == conversation.PreferredAgent ? Order.Preferred
        : Order.Ordinary;

    readonly bool IsBefore(in Rank one, in Rank other)
    {
        if (!other.Known)
        {
            return true;
        }

        if (one.Order != other.Order)
        {
            return one.Order < other.Order;
        }

        if (one.InHand != other.InHand)
        {
            return one.InHand < other.InHand;
        }

        if (one.Skill != other.Skill)
        {
            return one.Skill < other.Skill;
        }

        return one.IdleSince != other.IdleSince ? one.IdleSince < other.IdleSince : team[one.Number].Id < team[other.Number].Id;
    }

    enum Order : byte
    {
        Preferred,
        Ordinary,
        MissedBefore,
        Declined,
    }

    readonly record struct Rank(bool Known, int Number, Order Order, int InHand, int Skill, long IdleSince);
}
