using Kanal.Centre.Storage;

namespace Kanal.Centre.Teams;

/// <summary>Agents who serve the same queues.</summary>
public sealed record Team
{
    public required Id Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<Id> Members { get; init; }

    /// <summary>What its members serve. Whoever is in no team that names a queue serves them all.</summary>
    public required IReadOnlyList<Id> Queues { get; init; }

    /// <summary>Grows with every change.</summary>
    public required long Version { get; init; }
}

/// <param name="Version">The version that was read; the change is refused where there is a newer one.</param>
public sealed record TeamRequest(string Name, IReadOnlyList<Id>? Members = null, IReadOnlyList<Id>? Queues = null, long? Version = null);
