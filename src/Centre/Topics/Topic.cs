using Kanal.Centre.Queues;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Topics;

/// <summary>What a conversation can be about.</summary>
public sealed record Topic
{
    public required Id Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    public required int Position { get; init; }

    public required TopicRouting Routing { get; init; }
}

/// <summary>What changes for a conversation whose topic is known when it comes in; what is null is as its queue has it.</summary>
/// <param name="Queue">Where it waits, instead of where its way in leads.</param>
/// <param name="Value">1 to 10.</param>
/// <param name="Steps">What it asks of an agent, step by step.</param>
public sealed record TopicRouting(Id? Queue = null, int? Value = null, IReadOnlyList<SkillWish>? Steps = null);

/// <summary>A topic as it is written.</summary>
/// <param name="Position">Its place in the list, from 0; those behind move on. Left out, a new topic comes last and an old one stays.</param>
/// <param name="Routing">Left out: as it is.</param>
public sealed record TopicRequest(string Name, int? Position = null, TopicRouting? Routing = null);
