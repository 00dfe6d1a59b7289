using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>An agent's own name for what they write, kept with the agent's id: two colleagues may both call theirs "1".</summary>
static class OwnName
{
    public static string Of(Id agent, string clientId) => $"{agent}/{clientId}";

    /// <summary>The name as its writer gave it.</summary>
    public static string? AsGiven(string? kept) => kept?[(kept.IndexOf('/') + 1)..];
}
