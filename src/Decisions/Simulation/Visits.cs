using Kanal.Decisions.Facts;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;

namespace Kanal.Decisions.Simulation;

/// <summary>Visitors: what they are shown, what they choose, and what comes of it.</summary>
sealed class Visits(ChannelStrategy strategy, MomentFacts moment, Standing standing, IReadOnlyList<Way> ways, EventCalendar calendar, VisitParts parts)
{
    const int MostAttempts = 3;

    readonly FactValues _facts = new(strategy.Catalogue);
    readonly MenuDraft _menu = new();
    readonly Dictionary<string, Way> _byName = ways.ToDictionary(way => way.Spec.Channel);
    readonly bool _hasValues = strategy.Definition.Economy is not null;
    readonly int _basket = strategy.Catalogue.Find("basket.value") ?? -1;
    readonly List<(KindPlan Kind, Visitor Visitor, Way? Not)> _later = [];
    readonly Stack<int> _free = new();
    long _menus;

    Reception Reception => parts.Reception;

    Tally Tally => parts.Tally;

    long Now => parts.Reception.Now;

    /// <summary>Somebody comes.</summary>
    public void Come(KindPlan kind, in Visitor visitor)
    {
        var at = Tally.At(Now);
        if (at >= 0)
        {
            Tally.Result.At(at).Visitors++;
        }

        if (kind.Straight is { } way)
        {
            Count(at, asked: true);
            Reach(kind, visitor, way, null, at);
            return;
        }

        var chance = visitor.Chance.For(Purpose.Asks);
        var asks = kind.RecordOf(visitor)?.Asked ?? chance.Next() < kind.Kind.Asks;
        Count(at, asks);
        Ask(kind, visitor, asks, null, at);
    }

    /// <summary>Somebody asks again who was told to be back.</summary>
    public void ComeAgain(int place)
    {
        var (kind, visitor, not) = _later[place];
        _free.Push(place);
        var at = Tally.At(Now);
        if (kind.Straight is { } way)
        {
            Reach(kind, visitor, way, null, at);
        }
        else
        {
            Ask(kind, visitor, asks: true, not, at);
        }
    }

    /// <summary>A conversation has ended.</summary>
    public void Over(Contact contact, Ending ending, long now)
    {
        var (kind, visitor) = (contact.Kind, contact.Visitor);
        if (ending == Ending.GaveUp)
        {
            TryElse(kind, visitor, contact.Way, contact.Interval);
            return;
        }

        Leave(kind, visitor, contact.Interval, helped: ending == Ending.Served, live: contact.Way.IsLive && ending == Ending.Served);
    }

    void Ask(KindPlan kind, in Visitor visitor, bool asks, Way? not, int at)
    {
        Fill(kind, visitor);
        var live = standing.Read(Now, Reception.Version, _hasValues);
        moment.Put(_facts, Now, standing);
        var question = new MenuQuestion(NameOf(kind, visitor), "", _facts);
        var menu = ++_menus;
        var now = NodaTime.Instant.FromUnixTimeTicks(Now);
        strategy.Draft(_menu, question, live, Admission(visitor), now);
        if (_hasValues)
        {
            standing.Shown(menu, _menu, Now);
        }

        if (at >= 0)
        {
            Tally.Result.At(at).Menus++;
        }

        if (!asks)
        {
            Invite(kind, visitor, strategy.Invitation(_menu, question, now), menu, at);
            return;
        }

        if (Choose(kind, visitor, not) is not { } way)
        {
            Unhelped(kind, visitor, at);
        }
        else if (way.Spec.Pace == ChannelPace.SelfService)
        {
            Read(kind, visitor, way, at);
        }
        else
        {
            standing.Taken(menu, way, Now);
            Reach(kind, visitor, way, _menu.By?.Definition, at);
        }
    }

    void Invite(KindPlan kind, in Visitor visitor, InvitationDecision invitation, long menu, int at)
    {
        if (invitation is not { Invites: true, Channel: { } channel })
        {
            Leave(kind, visitor, at, helped: false, live: false);
            return;
        }

        var chance = visitor.Chance.For(Purpose.Invitation);
        var follows = chance.Next() < kind.Kind.FollowsInvitation;
        if (at >= 0)
        {
            Tally.Result.At(at).Invited++;
            Tally.Result.At(at).InvitationsFollowed += follows ? 1 : 0;
        }

        if (follows)
        {
            standing.Taken(menu, _byName[channel], Now);
            Reach(kind, visitor, _byName[channel], _menu.By?.Definition, at);
        }
        else
        {
            Leave(kind, visitor, at, helped: false, live: false);
        }
    }

    // The channel whose own draw comes first, in a race that likeable channels run faster: another menu leaves the draws as they are.
    Way? Choose(KindPlan kind, in Visitor visitor, Way? not)
    {
        var chance = visitor.Now.For(Purpose.Choice);
        var (best, soonest) = ((Way?)null, Ziggurat.Exponential(ref chance) / kind.Kind.Leaves);
        foreach (var way in ways)
        {
            var time = Ziggurat.Exponential(ref chance);
            var entry = way == not ? -1 : EntryOf(way);
            if (entry < 0)
            {
                continue;
            }

            var liking = kind.Prefers[way.Number] * (entry == _menu.Recommended ? kind.Kind.HeedsAdvice : 1);
            if (_menu.Entries[entry].State is { Pace: ChannelPace.Live, WaitSeconds: > 0 and var wait } && !double.IsPositiveInfinity(kind.Kind.WaitThatHalves))
            {
                liking *= Exact.Exp(-0.693_147_180_559_945 * wait / kind.Kind.WaitThatHalves);
            }

            if (liking > 0 && time / liking < soonest)
            {
                (best, soonest) = (way, time / liking);
            }
        }

        return best;
    }

    int EntryOf(Way way)
    {
        for (var i = 0; i < _menu.Entries.Count; i++)
        {
            if (_menu.Entries[i].State.Channel == way.Spec.Channel)
            {
                return i;
            }
        }

        return -1;
    }

    // Answers to find by oneself: whoever does not find one asks again for somebody, when they have read enough.
    void Read(KindPlan kind, in Visitor visitor, Way way, int at)
    {
        var chance = visitor.Now.For(Purpose.Solved);
        var solved = chance.Next() < (kind.Kind.Solves ?? way.Spec.Solves);
        Tally.Read(way, at, solved);
        if (solved)
        {
            Leave(kind, visitor, at, helped: true, live: false);
        }
        else if (visitor.Attempt + 1 < MostAttempts)
        {
            var reading = kind.Handle[way.Number].Take(ref chance);
            Later(kind, visitor.Again, way, reading);
        }
        else
        {
            Unhelped(kind, visitor, at);
        }
    }

    /// <param name="rule">Of the menu it came from, where a rule made that.</param>
    void Reach(KindPlan kind, in Visitor visitor, Way way, RuleDefinition? rule, int at)
    {
        if (!way.Takes(Now))
        {
            if (at >= 0)
            {
                Tally.Result.At(way.Number, at).Closed++;
            }

            TryElse(kind, visitor, way, at);
            return;
        }

        if (parts.Contacts.IsFull)
        {
            throw new InvalidOperationException("More wait at once than can be simulated.");
        }

        var contact = parts.Contacts.Begin(kind, way, visitor, Now, at);
        if (rule is not null && way.IsLive)
        {
            contact.TargetSeconds = rule.TargetSeconds ?? contact.TargetSeconds;
            contact.Value = rule.Value;
        }

        if (way.Spec.CalledAfter is { } later)
        {
            var chance = visitor.Now.For(Purpose.Callback);
            contact.Since = way.Open.NextOpen(Now + Clock.Ticks(later.Take(ref chance)));
        }

        Reception.Come(contact);
    }

    // Gave up, or found it closed.
    void TryElse(KindPlan kind, in Visitor visitor, Way way, int at)
    {
        if (visitor.Attempt + 1 >= MostAttempts)
        {
            Unhelped(kind, visitor, at);
            return;
        }

        var chance = visitor.Now.For(Purpose.Again);
        var drawn = chance.Next();
        if (drawn < kind.Kind.TriesAgain)
        {
            Later(kind, visitor.Again, null, kind.Kind.AgainAfter.Take(ref chance));
            return;
        }

        drawn -= kind.Kind.TriesAgain;
        foreach (var other in ways)
        {
            if (other != way && (drawn -= kind.TurnsTo[other.Number]) < 0)
            {
                if (other.Spec.Pace == ChannelPace.SelfService)
                {
                    Read(kind, visitor.Again, other, at);
                }
                else
                {
                    Reach(kind, visitor.Again, other, null, at);
                }

                return;
            }
        }

        Unhelped(kind, visitor, at);
    }

    void Later(KindPlan kind, in Visitor visitor, Way? not, double seconds)
    {
        if (!_free.TryPop(out var place))
        {
            place = _later.Count;
            _later.Add(default);
        }

        _later[place] = (kind, visitor, not);
        calendar.Add(Now + Clock.Ticks(seconds), Happening.Again, place);
    }

    void Unhelped(KindPlan kind, in Visitor visitor, int at)
    {
        if (at >= 0)
        {
            Tally.Result.At(at).Unhelped++;
        }

        Leave(kind, visitor, at, helped: false, live: false);
    }

    void Leave(KindPlan kind, in Visitor visitor, int at, bool helped, bool live)
    {
        if (at < 0)
        {
            return;
        }

        ref var counts = ref Tally.Result.At(at);
        counts.SolvedValue += helped ? kind.Kind.SolvedValue : 0;
        var buys = kind.Kind.Buys + (live ? kind.Kind.Uplift : 0);
        if (buys <= 0)
        {
            return;
        }

        var chance = visitor.Chance.For(Purpose.Order);
        if (chance.Next() < buys)
        {
            counts.Orders++;
            counts.OrderValue += WorthOf(kind, visitor);
        }
    }

    double WorthOf(KindPlan kind, in Visitor visitor)
    {
        if (kind.Kind.OrderValue is { } value)
        {
            var chance = visitor.Chance.For(Purpose.Value);
            return value.Take(ref chance);
        }

        Fill(kind, visitor);
        return _basket >= 0 && _facts.TryNumber(_basket, out var basket) ? basket * kind.Kind.MarginShare : 0;
    }

    void Fill(KindPlan kind, in Visitor visitor)
    {
        _facts.Clear();
        kind.Put(_facts, visitor.Chance.For(Purpose.Facts));
        if (kind.RecordOf(visitor)?.Facts is { } recorded)
        {
            _facts.Copy(recorded);
        }
    }

    // Only where a holdout asks who it is.
    string NameOf(KindPlan kind, in Visitor visitor) => kind.RecordOf(visitor)?.Visitor is { } name ? name
        : strategy.Definition.Holdout is null ? ""
        : kind.NameOf(parts.Run, visitor.Number);

    double Admission(in Visitor visitor)
    {
        if (strategy.Definition.Holdout is null)
        {
            return 1;
        }

        var chance = visitor.Chance.For(Purpose.Admission);
        return chance.Next();
    }

    void Count(int at, bool asked)
    {
        if (at >= 0 && asked)
        {
            Tally.Result.At(at).Asked++;
        }
    }
}
