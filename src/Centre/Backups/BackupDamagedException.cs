namespace Kanal.Centre.Backups;

/// <summary>A backup that is not whole, or not one; the message says where, to whoever sits at the shell.</summary>
public sealed class BackupDamagedException(string message) : Exception(message);
