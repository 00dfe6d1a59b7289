using System.Collections.Immutable;
using Kanal.Centre.Texts;
using Kanal.Decisions.Facts;

namespace Kanal.Centre.Strategy;

/// <summary>What holds for every version of a site's strategy: what may be known of visitors, and how they are spoken to.</summary>
public sealed record StrategySettings
{
    /// <summary>Up to which class facts may be known. The site answers for asking its visitors where they have to be asked.</summary>
    public Privacy Consent { get; init; }

    /// <summary>Keys of facts that are not used.</summary>
    public IReadOnlyList<string> SwitchedOff { get; init; } = [];

    public IReadOnlyList<OwnFact> OwnFacts { get; init; } = [];

    /// <summary>By name, then by language. What is missing is said in words of ours.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, InvitationText>> Invitations { get; init; } = ImmutableDictionary<string, IReadOnlyDictionary<string, InvitationText>>.Empty;

    /// <summary>Grows with every change; 0 until the first.</summary>
    public long Version { get; init; }

    /// <summary>An invitation's text for a visitor: the site's own in the language or one near to it, else ours.</summary>
    public InvitationText TextOf(string name, string language)
    {
        var texts = Invitations.GetValueOrDefault(name);
        return texts?.GetValueOrDefault(language) ?? texts?.GetValueOrDefault(LanguageTag.Primary(language)) ?? Ours(name, Strings.In(LanguageTag.Primary(language)));
    }

    static InvitationText Ours(string name, Strings texts)
    {
        var key = $"invitation.{name}";
        return new InvitationText(texts["invitation.title"], texts[texts[key] == key ? "invitation.stuck" : key], texts["invitation.button"]);
    }
}
