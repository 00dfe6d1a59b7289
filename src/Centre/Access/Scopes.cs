namespace Kanal.Centre.Access;

/// <summary>What a key can be allowed to do.</summary>
public static class Scopes
{
    public const string Metrics = "metrics:read";
    public const string Everything = "*";

    /// <summary>Every scope there is, in the order in which people choose.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "conversations:read", "conversations:write",
        "customers:read", "customers:write",
        "agents:read", "agents:write",
        "knowledge:read", "knowledge:write",
        "strategies:read", "strategies:write",
        "settings:read", "settings:write",
        "experiments:read", "experiments:write",
        "orders:read", "orders:write",
        "planning:read", "planning:write",
        "letters:write",
        "keys:read", "keys:write",
        "reports:read",
        "audit:read",
        Metrics,
        Everything,
    ];

    /// <summary>
    /// The scope that a request takes, from the noun that follows <c>/api/v1/</c>, or <c>/api/v1/sites/{id}/</c>, and whether it only reads.
    /// A noun that nobody placed has a scope of its own that no key but one for everything holds.
    /// </summary>
    public static string Needed(string noun, bool reads)
    {
        var about = noun switch
        {
            "conversations" or "decisions" or "offers" or "events" or "files" or "wallboard" => "conversations",
            "answers" or "topics" or "sites" or "queues" or "routing" or "entry-points" or "skills" or "teams" or "mailboxes" or "blocked-senders" => "settings",
            "strategies" or "strategy" or "prices" or "simulations" => "strategies",
            "articles" or "sections" or "synonyms" or "imports" => "knowledge",
            "invitations" => "experiments",
            _ => noun,
        };
        return $"{about}:{(reads ? "read" : "write")}";
    }
}
