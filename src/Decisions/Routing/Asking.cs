using NodaTime;

namespace Kanal.Decisions.Routing;

/// <summary>Looks at who stands before a conversation, and who may take it.</summary>
static class Asking
{
    public static WaitQuestion About(Conversation conversation, RoutingState state, Instant now)
    {
        var its = conversation.Treatment.ClassOf(conversation.Stage);
        var urgency = its.UrgencyOf(conversation, now.ToUnixTimeTicks(), state.Rules.Urgency);
        var present = Present(its.Circle, state.Team);
        var ahead = 0.0;
        foreach (var circle in state.Line.Book.Circles)
        {
            if (circle.Classes.Any(tier => tier.Count > 0) && Share(circle, present, state.Team) is > 0 and var share)
            {
                ahead += share * circle.Classes.Sum(tier => tier.Sum(other => Before(other, its.Tier, urgency, conversation, state, now)));
            }
        }

        return new WaitQuestion(ahead, [.. present.Select(number => state.Team[number].Id).Order()], present.Count(its.Circle.Channel.Fits.Has));
    }

    static List<int> Present(Circle circle, Team team)
    {
        var present = new List<int>();
        foreach (var number in circle.Members.And(circle.Members))
        {
            if (team[number].Presence is Presence.Available or Presence.InWrapUp)
            {
                present.Add(number);
            }
        }

        return present;
    }

    // Of those who may take the other one, the part for whom it stands before this one.
    static double Share(Circle other, List<int> present, Team team)
    {
        var both = present.Count(other.Members.Has);
        return both == 0 ? 0 : (double)both / Present(other, team).Count;
    }

    static int Before(WaitingClass other, int tier, double urgency, Conversation conversation, RoutingState state, Instant now)
    {
        if (other.Tier != tier)
        {
            return other.Tier < tier ? other.Waiting.Count : 0;
        }

        return other.Waiting.CountWhile(it =>
            it.Id != conversation.Id
            && other.UrgencyOf(it, now.ToUnixTimeTicks(), state.Rules.Urgency) is var its
            && (its > urgency || (its == urgency && it.CompareTo(conversation) < 0)));
    }
}
