namespace Kanal.Centre.Storage;

/// <summary>The database's tables are not what this version of the program can use; the message says what to do.</summary>
public sealed class WrongSchemaException(string message) : Exception(message);
