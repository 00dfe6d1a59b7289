using Kanal.Centre.Texts;

namespace Kanal.Centre.Health;

/// <summary>One thing that was looked at, for whoever runs the server.</summary>
/// <param name="What">How it stands.</param>
/// <param name="Todo">What to do; null where all is well.</param>
public sealed record HealthItem(HealthSubject Subject, Sentence What, Sentence? Todo = null)
{
    public bool Good => Todo is null;
}

/// <summary>In the order in which they are told.</summary>
public enum HealthSubject
{
    Database,
    Disk,
    Clock,
    Messages,
    Conversations,
    Nodes,
    Email,
    Connections,
}
