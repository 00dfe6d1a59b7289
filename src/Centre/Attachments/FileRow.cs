using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Attachments;

/// <summary>A file as the table has it.</summary>
sealed record FileRow
{
    public const string Columns = "id, name, type, size";

    public Id Id { get; init; }
    public string Name { get; init; } = "";
    public string Type { get; init; } = "";
    public long Size { get; init; }

    public FileReference ToReference() => new(Id, Name, Type, Size) { Unchecked = Type == FileReference.Unknown ? true : null };
}
