namespace Kanal.Centre.Conversations;

/// <summary>Who wrote a message.</summary>
public enum Author
{
    Visitor,
    Agent,
    System,
}
