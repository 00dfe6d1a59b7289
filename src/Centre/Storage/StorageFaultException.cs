namespace Kanal.Centre.Storage;

/// <summary>The database can't be opened, though its setting may be right; the message says what to do.</summary>
public sealed class StorageFaultException(string message) : Exception(message);
