namespace Kanal.Centre.Backups;

/// <summary>What a backup holds. It is written last: where it is missing, the rest was not written to its end.</summary>
public sealed record BackupManifest
{
    /// <summary>Of the format; a program reads those up to its own.</summary>
    public const int CurrentFormat = 1;

    public const string Entry = "kanal-backup.json";

    public int Format { get; init; } = CurrentFormat;

    /// <summary>Everything in it is from this one moment.</summary>
    public DateTimeOffset At { get; init; }

    public string Engine { get; init; } = "";

    /// <summary>The schema files that had been applied, in their order.</summary>
    public IReadOnlyList<string> Schema { get; init; } = [];

    public IReadOnlyList<BackupPart> Tables { get; init; } = [];

    public IReadOnlyList<BackupPart> Files { get; init; } = [];
}

/// <param name="Entry">Its place in the zip.</param>
/// <param name="Count">Rows of a table, bytes of a file.</param>
/// <param name="Sha256">Of its content, in hexadecimal.</param>
public sealed record BackupPart(string Entry, long Count, string Sha256);
