using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using NodaTime;

namespace Kanal.Centre.Menus;

/// <summary>Gives visitors their memory to carry, sealed, and takes it back. Nothing of it is kept here.</summary>
public sealed class VisitorMemories(SignedTokens tokens, TimeProvider time)
{
    static readonly Duration _longest = Duration.FromDays(30);

    /// <summary>What was carried; nothing where it is forged, too old, or somebody else's.</summary>
    /// <param name="holder">As <see cref="Holder"/> has it.</param>
    public VisitorMemory Read(string? carried, string holder) =>
        carried is { Length: > 0 } && tokens.Unseal(carried, holder) is { } text && VisitorMemory.Read(text) is var (memory, at) && Now - at < _longest ? memory : VisitorMemory.Nothing;

    public string Write(VisitorMemory memory, string holder) => tokens.Seal(memory.Write(Now), holder);

    /// <summary>Whose a memory is.</summary>
    /// <param name="visitor">The digest of the visitor's token.</param>
    public static string Holder(Site site, string visitor) => $"{site.Id} {visitor}";

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());
}
