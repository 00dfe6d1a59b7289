namespace Kanal.Centre.Backups;

/// <summary>A table as a backup has it: the columns that are kept, in the order of the values in each row.</summary>
sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns);

sealed record BackupColumn(string Name, BackupValue Value);

/// <summary>What stands in a column. Both engines keep the same, some of it in other ways.</summary>
enum BackupValue
{
    Text,
    Whole,
    Number,
    Boolean,
}
