using System.Net;

namespace Kanal.Centre.Knowledge;

/// <summary>Somebody who reads and searches, known well enough to put two of their steps together for half an hour. In memory only.</summary>
/// <param name="Trace">A digest of where the request comes from, with a key that is made anew at each start.</param>
/// <param name="Visitor">The digest of the visitor's token, where there is one.</param>
public sealed record Reader(IPAddress Address, string Trace, string? Visitor = null);
