using Kanal.Centre.Conversations;

namespace Kanal.Centre.Storage;

/// <param name="Heads">The conversations as their messages leave them.</param>
/// <param name="Reopened">Those of them that a message took up again.</param>
/// <param name="AreHeld">They were read and held; otherwise they were remembered.</param>
sealed record JournalWrite(IReadOnlyList<JournalRow> Messages, IReadOnlyCollection<ConversationHead> Heads, IReadOnlyCollection<ConversationHead> Reopened, bool AreHeld);

/// <param name="Results">For each message; null where there is no such conversation.</param>
/// <param name="LeftOut">Conversations that somebody else has changed meanwhile: their messages have no place yet, whatever their results say.</param>
sealed record JournalPlaces(Appended?[] Results, IReadOnlyCollection<Id> LeftOut);
