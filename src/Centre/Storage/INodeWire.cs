namespace Kanal.Centre.Storage;

/// <summary>What carries words between the nodes on one database. Pieces that were sent by one call arrive together, and in order.</summary>
interface INodeWire
{
    /// <summary>What all connections of this process are named after, so that others can cut them off.</summary>
    string Connections { get; }

    /// <param name="pieces">Each shorter than <see cref="LongestPiece"/>.</param>
    Task SendAsync(string[] pieces, CancellationToken ct);

    /// <summary>Runs until the connection breaks.</summary>
    /// <param name="listening">Called once from which on nothing is missed; what comes meanwhile waits.</param>
    Task ListenAsync(Func<Task> listening, Action<string> heard, CancellationToken ct);

    /// <summary>A connection broke while something was written on it: it may be on disk, and nobody was told of it.</summary>
    event Action? Doubted;

    /// <summary>Closes all connections of another process, and returns when they are gone with whatever they held.</summary>
    Task CutOffAsync(string connections, CancellationToken ct);

    /// <summary>In bytes. PostgreSQL takes less than 8,000.</summary>
    const int LongestPiece = 7_900;
}
