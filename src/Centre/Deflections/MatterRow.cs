using Kanal.Centre.Storage;

namespace Kanal.Centre.Deflections;

/// <summary>What a visitor has read without a long pause.</summary>
sealed record MatterRow
{
    public Id Id { get; init; }
    public Id SiteId { get; init; }
    public string Visitor { get; init; } = "";
    public DateTimeOffset BeganAt { get; init; }
    public DateTimeOffset LastAt { get; init; }
    public DateTimeOffset ClosesAt { get; init; }
}
