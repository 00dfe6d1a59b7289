using Kanal.Centre.Storage;

namespace Kanal.Centre.Queues;

/// <summary>For a time the agents of another queue may take a queue's conversations too.</summary>
public sealed record QueueHelp
{
    /// <summary>The queue that is helped.</summary>
    public required Id Queue { get; init; }

    /// <summary>The queue whose agents help.</summary>
    public required Id From { get; init; }

    public required string FromName { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset Until { get; init; }
}

/// <param name="From">The queue whose agents are to help.</param>
/// <param name="Minutes">For how long, 5 to 720. Where they help already, from now on.</param>
public sealed record HelpRequest(Id From, int Minutes = 60);
