using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using NodaTime;

namespace Kanal.Centre.Menus;

/// <summary>Gives visitors their memory to carry, sealed, and takes it back. Nothing of it is kept here.</summary>
public sealed class VisitorMemories(SignedTokens tokens, TimeProvider time)
{
    static readonly Duration _longest = Duration.FromDays(30);

    /// <summary>What was carried; nothing where it is forged, too old, or somebody else's.</summary>
    /// <param name="visitor">The digest of the visitor's token.</param>
    public VisitorMemory Read(string? carried, Site site, string visitor) =>
        carried is { Length: > 0 } && tokens.Unseal(carried, Holder(site, visitor)) is { } text && VisitorMemory.Read(text) is var (memory, at) && Now - at < _longest ? memory : VisitorMemory.Nothing;

    public string Write(VisitorMemory memory, Site site, string visitor) => tokens.Seal(memory.Write(Now), Holder(site, visitor));

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    static string Holder(Site site, string visitor) => $"{site.Id} {visitor}";
}
