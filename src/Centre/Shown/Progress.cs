using Kanal.Centre.Live;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Shown;

/// <summary>How far a visitor has got with what was shown. Of a form it tells how many fields are filled in, never with what, until it is sent.</summary>
/// <param name="Step">The step of a guide that is open, from 1.</param>
/// <param name="Filled">Fields of a form that have something in them.</param>
public sealed record Progress(Id Conversation, Id Shown, DateTimeOffset? OpenedAt, int? Step, int? Filled, DateTimeOffset? SentAt) : IWithin;
