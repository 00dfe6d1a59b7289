namespace Kanal.Centre.Storage;

public sealed class JournalFullException() : Exception("Too many messages are waiting to be written.");
