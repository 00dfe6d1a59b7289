using Kanal.Centre.Storage;

namespace Kanal.Centre.Topics;

/// <summary>What a conversation can be about.</summary>
public sealed record Topic
{
    public required Id Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    public required int Position { get; init; }
}

/// <summary>A topic as it is written.</summary>
/// <param name="Position">Its place in the list, from 0; those behind move on. Left out, a new topic comes last and an old one stays.</param>
public sealed record TopicRequest(string Name, int? Position = null);
