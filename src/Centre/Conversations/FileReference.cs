using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>A file as a message carries it; size in bytes, type a media type that was verified by its content.</summary>
public sealed record FileReference(Id Id, string Name, string Type, long Size)
{
    /// <summary>The type of what is of no kind that we know.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>True where it came in a letter and is of no kind that we know: it is only there to be saved.</summary>
    public bool? Unchecked { get; init; }
}
