using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;

namespace Kanal.Centre.Agents;

/// <summary>An agent as it stands in the database.</summary>
sealed record AgentRow
{
    public const string Select = """
        select a.id, a.name, a.email, a.role, a.languages, a.max_chats, a.active, a.presence, a.presence_since, a.preferences,
            (select count(*) from conversations c where c.agent_id = a.id and c.state in ('assigned', 'wrapUp')) as in_hand,
            coalesce(s.two_factor, false) as two_factor
        from agents a left join agent_secrets s on s.agent_id = a.id
        """;

    public Id Id { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public Role Role { get; init; }

    public string Languages { get; init; } = "[]";

    public int MaxChats { get; init; }

    public bool Active { get; init; }

    public Presence Presence { get; init; }

    public DateTimeOffset PresenceSince { get; init; }

    public string Preferences { get; init; } = "{}";

    public int InHand { get; init; }

    public bool TwoFactor { get; init; }

    public Agent Read(bool withPreferences = false) => new()
    {
        Id = Id,
        Name = Name,
        Email = Email,
        Role = Role,
        Languages = Json.To<string[]>(Languages) ?? [],
        MaxChats = MaxChats,
        Active = Active,
        Presence = Presence,
        PresenceSince = PresenceSince,
        InHand = InHand,
        TwoFactor = TwoFactor,
        Preferences = withPreferences ? Json.To<Preferences>(Preferences) : null,
    };
}
