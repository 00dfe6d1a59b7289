namespace Kanal.Centre;

/// <summary>Where this installation keeps what is not in the database: SQLite's own file and attachments. An absolute path.</summary>
public sealed record DataFolder(string Folder);
