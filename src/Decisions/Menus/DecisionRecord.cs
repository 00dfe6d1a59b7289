using System.Text.Json;
using System.Text.Json.Nodes;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Strategy;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>A decision with all that it was made from, to be kept, to answer "why?", and to be made again.</summary>
/// <param name="Version">Of the strategy.</param>
public sealed record DecisionRecord(long Version, Instant At, double Chance, string Visitor, string PageView, JsonObject Facts, LiveState Live, MenuMemory? Before, InvitationHistory Invitations, MenuDecision Decision)
{
    public static DecisionRecord Of(long version, MenuQuestion question, LiveState live, double chance, MenuDecision decision, Instant now) =>
        new(version, now, chance, question.Visitor, question.PageView, question.Facts.ToJson(), live, question.Before, question.Invitations, decision);

    /// <summary>The question as it was, in the words of a catalogue; facts that it does not have are left out.</summary>
    public MenuQuestion Question(FactCatalogue catalogue) =>
        new(Visitor, PageView, FactReading.FromAnywhere(catalogue, JsonElement.Parse(Facts.ToJsonString()), out _)) { Before = Before, Invitations = Invitations };

    /// <summary>Decides the same question again: with the same version the same answer, with another what that would have said.</summary>
    public MenuDecision Replay(ChannelStrategy strategy) => strategy.Decide(Question(strategy.Catalogue), Live, Chance, At);

    public string ToJson() => JsonSerializer.Serialize(this, DecisionJson.Options);

    /// <exception cref="JsonException">It is no record.</exception>
    public static DecisionRecord From(string json) => JsonSerializer.Deserialize<DecisionRecord>(json, DecisionJson.Options) ?? throw new JsonException("This is no decision.");
}
