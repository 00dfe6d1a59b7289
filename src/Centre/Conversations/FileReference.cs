using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>A file as a message carries it; size in bytes, type a media type that was verified by its content.</summary>
public sealed record FileReference(Id Id, string Name, string Type, long Size);
