using System.Globalization;
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
        return new()
        {
            Id = Id,
            Name = Name,
            Email = Email,
            Role = Role,
            Languages = Json.To<string[]>(Languages) ?? [],
            MaxChats = MaxChats(channels),
            Capacity = Capacity,
            Channels = channels,
            Skills = [.. Parts(Skills).Select(part => part.Split('=')).Select(part => new AgentSkill(part[0], int.Parse(part[1], CultureInfo.InvariantCulture))).OrderBy(skill => skill.Skill, StringComparer.Ordinal)],
            Teams = [.. Parts(Teams).Select(part => new Id(long.Parse(part, CultureInfo.InvariantCulture))).Order()],
            Active = Active,
            Presence = Presence,
            PresenceSince = PresenceSince,
            InHand = InHand,
            TwoFactor = TwoFactor,
            Preferences = withPreferences ? Json.To<Preferences>(Preferences) : null,
        };
    }

    static string[] Parts(string? list) => list?.Split(' ') ?? [];

    int MaxChats(AgentChannel[] channels) => Array.Find(channels, channel => channel.Channel == AgentCheck.Chat) switch
    {
        { Allowed: false } => 0,
        { Maximum: { } own } => own,
        _ => RoutingSettings.Of(Routing).Of(AgentCheck.Chat).Maximum,
    };
}
