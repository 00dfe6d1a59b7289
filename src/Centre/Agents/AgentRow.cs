using System.Globalization;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Skills;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Agents;

/// <summary>An agent as it stands in the database.</summary>
sealed record AgentRow
{
    public const string Select = """
        select a.id, a.name, a.email, a.role, a.languages, a.capacity, a.channels, a.active, a.presence, a.presence_since, a.preferences,
            (select count(*) from conversations c where c.agent_id = a.id and c.state in ('assigned', 'wrapUp')) as in_hand,
            coalesce(s.two_factor, false) as two_factor,
            (select string_agg(k.skill || '=' || k.level, ' ') from agent_skills k where k.agent_id = a.id) as skills,
            (select string_agg(cast(m.team_id as text), ' ') from team_members m where m.agent_id = a.id) as teams,
            (select string_agg(cast(t.queue_id as text), ' ') from team_members m join team_queues t on t.team_id = m.team_id where m.agent_id = a.id) as queues,
            (select string_agg(s.languages, '|') from sites s) as spoken,
            (select value from settings where name = 'routing') as routing
        from agents a left join agent_secrets s on s.agent_id = a.id
        """;

    public Id Id { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public Role Role { get; init; }

    public string Languages { get; init; } = "[]";

    public int Capacity { get; init; }

    public string Channels { get; init; } = "[]";

    public string? Skills { get; init; }

    public string? Teams { get; init; }

    public string? Queues { get; init; }

    /// <summary>The languages of all sites.</summary>
    public string? Spoken { get; init; }

    public string? Routing { get; init; }

    public bool Active { get; init; }

    public Presence Presence { get; init; }

    public DateTimeOffset PresenceSince { get; init; }

    public string Preferences { get; init; } = "{}";

    public int InHand { get; init; }

    public bool TwoFactor { get; init; }

    public Agent Read(bool withPreferences = false)
    {
        var channels = Json.To<AgentChannel[]>(Channels) ?? [];
        var languages = Json.To<string[]>(Languages) ?? [];
        var skills = Parts(Skills).Select(part => part.Split('=')).Select(part => new AgentSkill(part[0], int.Parse(part[1], CultureInfo.InvariantCulture))).OrderBy(skill => skill.Skill, StringComparer.Ordinal).ToList();
        return new()
        {
            Id = Id,
            Name = Name,
            Email = Email,
            Role = Role,
            Languages = languages,
            MaxChats = MaxChats(channels),
            Capacity = Capacity,
            Channels = channels,
            Skills = skills,
            Teams = [.. Parts(Teams).Select(part => new Id(long.Parse(part, CultureInfo.InvariantCulture))).Order()],
            Active = Active,
            Presence = Presence,
            PresenceSince = PresenceSince,
            InHand = InHand,
            TwoFactor = TwoFactor,
            Preferences = withPreferences ? Json.To<Preferences>(Preferences) : null,
            Profile = new AgentProfile(Id.Value)
            {
                Capacity = Capacity,
                Queues = Queues is null ? null : Parts(Queues).Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToHashSet(),
                Skills = Roster.Skills(languages.Length > 0 ? languages : (Spoken?.Split('|') ?? []).SelectMany(site => Json.To<string[]>(site) ?? []), skills),
                Channels = channels.ToDictionary(channel => channel.Channel, Allowance),
            },
        };
    }

    static string[] Parts(string? list) => list?.Split(' ') ?? [];

    // An agent with a number of their own has room for that many, unless they have a weight of their own too.
    ChannelAllowance Allowance(AgentChannel channel) => new(
        channel.Weight ?? (channel.Maximum is { } maximum ? Math.Min(RoutingSettings.Of(Routing).Of(channel.Channel).Weight, Math.Max(1, Capacity / maximum)) : null),
        channel.Allowed ? channel.Maximum : 0);

    int MaxChats(AgentChannel[] channels) => Array.Find(channels, channel => channel.Channel == AgentCheck.Chat) switch
    {
        { Allowed: false } => 0,
        { Maximum: { } own } => own,
        _ => RoutingSettings.Of(Routing).Of(AgentCheck.Chat).Maximum,
    };
}
