using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

/// <summary>Who moves or closes a conversation.</summary>
/// <param name="Owner">Whose it was when it was looked who may do this; null for nobody's.</param>
public sealed record Mover(Person Agent, Id? Owner);
