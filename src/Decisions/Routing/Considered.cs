namespace Kanal.Decisions.Routing;

/// <summary>What a decision saw, noted so that it can be explained later. Nothing in it changes afterwards.</summary>
sealed class Considered(Conversation conversation, Circle circle, RoutedAgent chosen, Team team)
{
    readonly AgentProfile?[] _profiles = team.Profiles;
    readonly AgentNow[] _now = team.CopyOfNow();
    readonly ushort[] _counts = [.. circle.Channel.Counts];
    readonly long[] _declined = [.. conversation.Declined];
    readonly long[] _missed = [.. conversation.Missed];
    readonly long? _preferred = conversation.PreferredAgent;
    readonly (IReadOnlyList<long> Queues, IReadOnlyList<SkillNeed> Needs, ChannelRules Channel) _asked = (circle.Queues, circle.Needs, circle.Channel.Rules);
    readonly int _chosen = chosen.Number;

    public IReadOnlyList<Passed> Explain()
    {
        var passed = new List<Passed>();
        for (var number = 0; number < _now.Length && number < _profiles.Length; number++)
        {
            if (number != _chosen && _profiles[number] is { } profile)
            {
                passed.Add(FirstReason(number, profile));
            }
        }

        return [.. passed.OrderByDescending(it => it.For).ThenBy(it => it.Agent)];
    }

    Passed FirstReason(int number, AgentProfile profile)
    {
        var absence = _now[number].Presence switch
        {
            Presence.Offline => PassedFor.Offline,
            Presence.OnBreak => PassedFor.OnBreak,
            Presence.InWrapUp => PassedFor.InWrapUp,
            Presence.Away => PassedFor.Away,
            _ => (PassedFor?)null,
        };
        return absence is { } reason ? new Passed(profile.Agent, reason)
            : !profile.Serves(_asked.Queues) ? new Passed(profile.Agent, PassedFor.DoesNotServeQueue)
            : profile.MaximumOf(_asked.Channel) == 0 ? new Passed(profile.Agent, PassedFor.ChannelNotAllowed)
            : profile.FirstMissing(_asked.Needs) is { } need ? new Passed(profile.Agent, PassedFor.SkillMissing, profile.Skills.GetValueOrDefault(need.Skill), need.Level, need.Skill)
            : _declined.Contains(profile.Agent) ? new Passed(profile.Agent, PassedFor.Declined)
            : Full(number, profile) ?? Busy(number, profile) ?? Outranked(number, profile);
    }

    Passed? Full(int number, AgentProfile profile)
    {
        var (now, weight) = (_now[number], profile.WeightOf(_asked.Channel));
        var used = _asked.Channel.Interruptible ? now.Live + now.Interruptible : now.Live;
        return used + weight > profile.Capacity
            ? new Passed(profile.Agent, now.Hindrance.HasFlag(AgentHindrance.OnACall) ? PassedFor.OnACall : PassedFor.NoUnits, used, weight)
            : _counts[number] >= profile.MaximumOf(_asked.Channel) ? new Passed(profile.Agent, PassedFor.AtMaximum, _counts[number])
            : null;
    }

    Passed? Busy(int number, AgentProfile profile)
    {
        var hindrance = _now[number].Hindrance;
        return hindrance.HasFlag(AgentHindrance.Ringing) ? new Passed(profile.Agent, PassedFor.Ringing)
            : hindrance.HasFlag(AgentHindrance.Reserved) ? new Passed(profile.Agent, PassedFor.Reserved)
            : hindrance.HasFlag(AgentHindrance.Breather) && _asked.Channel.AutoAccept ? new Passed(profile.Agent, PassedFor.JustAssigned)
            : null;
    }

    Passed Outranked(int number, AgentProfile profile)
    {
        var winner = _profiles[_chosen] ?? new AgentProfile(0);
        var (level, beyond) = (profile.LevelIn(_asked.Needs), profile.SkillsBeyond(_asked.Needs));
        return _missed.Contains(profile.Agent) ? new Passed(profile.Agent, PassedFor.Missed)
            : winner.Agent == _preferred && !_missed.Contains(winner.Agent) ? new Passed(profile.Agent, PassedFor.NotPreferred)
            : _counts[number] > _counts[_chosen] ? new Passed(profile.Agent, PassedFor.MoreInHand, _counts[number], _counts[_chosen])
            : level < winner.LevelIn(_asked.Needs) ? new Passed(profile.Agent, PassedFor.LowerSkill, level, winner.LevelIn(_asked.Needs))
            : beyond > winner.SkillsBeyond(_asked.Needs) ? new Passed(profile.Agent, PassedFor.MoreOtherSkills, beyond, winner.SkillsBeyond(_asked.Needs))
            : new Passed(profile.Agent, PassedFor.ShorterIdle);
    }
}
