using System.Text.Json;
using Kanal.Centre;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Menus;
using Kanal.Decisions.Strategy;
using Kanal.Web.Hosting;

namespace Kanal.Web.Api;

/// <param name="Definition">The whole strategy. Problems don't keep it from being saved; words that are not understood do.</param>
/// <param name="Revision">Of the draft that was changed; null where there was none.</param>
public sealed record StrategyDraftRequest([property: Shape(typeof(StrategyDefinition))] JsonElement? Definition, long? Revision = null);

public sealed record StrategyCheckRequest([property: Shape(typeof(StrategyDefinition))] JsonElement? Definition);

/// <param name="Problems">What is wrong with it; one of kind "unreadable" where it is no strategy at all.</param>
public sealed record StrategyChecked(IReadOnlyList<StrategyProblem> Problems);

/// <param name="Revision">Of the draft as it was looked at.</param>
/// <param name="Note">Why.</param>
/// <param name="Over">The live version, where it was published after the draft was begun and the draft is to take its place all the same.</param>
public sealed record StrategyPublishRequest(long Revision, string? Note = null, long? Over = null);

public sealed record StrategyRestoreRequest(string? Note = null);

/// <summary>A visitor who might come. Everything can be left out.</summary>
/// <param name="Definition">The strategy to be tried; null for a version.</param>
/// <param name="Version">The version to be tried; null for the live one.</param>
/// <param name="Facts">By key, nested or with dots.</param>
/// <param name="Live">What stands otherwise than it does now.</param>
/// <param name="At">When; now where it is left out.</param>
/// <param name="Visitor">Decides whether it is one of the holdout; somebody who is not where it is left out.</param>
/// <param name="PageView">The same one as before where nothing but the state has changed.</param>
/// <param name="Memory">Of the decision before.</param>
public sealed record TryRequest(
    [property: Shape(typeof(StrategyDefinition))] JsonElement? Definition = null,
    long? Version = null,
    JsonElement? Facts = null,
    IReadOnlyList<ChannelOverride>? Live = null,
    DateTimeOffset? At = null,
    string? Visitor = null,
    string? PageView = null,
    [property: Shape(typeof(MenuMemory))] JsonElement? Memory = null)
{
    const int Longest = 200;
    const int MostChannels = 20;
    const int LongestWait = 86_400;
    const double Money = 1e9;

    static readonly TimeSpan _near = TimeSpan.FromDays(3_660);

    internal Trial Read(DateTimeOffset now)
    {
        var faults = new Faults();
        faults.AddIf(At - now > _near || now - At > _near, "at", "This should be within ten years.");
        faults.AddIf(Version < 0, "version", "There is no such version.");
        faults.AddIf(Live?.Count > MostChannels, "live", $"There should be at most {MostChannels} channels.");
        foreach (var (i, channel) in (Live ?? []).Take(MostChannels).Index())
        {
            faults.Line($"live[{i}].channel", channel?.Channel, Longest);
            faults.AddIf(channel?.WaitSeconds is < 0 or > LongestWait, $"live[{i}].waitSeconds", $"This should be 0 to {LongestWait}.");
            faults.AddIf(channel?.Price is { } price && !(Math.Abs(price) <= Money), $"live[{i}].price", $"This should be a number of at most {Money:0}.");
        }

        var trial = new Trial
        {
            Version = Version,
            Facts = Facts,
            Live = Live ?? [],
            At = At,
            Visitor = faults.OptionalLine("visitor", Visitor, Longest),
            PageView = faults.OptionalLine("pageView", PageView, Longest),
            Memory = Memory is { ValueKind: not JsonValueKind.Null } memory ? ReadMemory(memory, faults) : null,
        };
        faults.ThrowIfAny();
        return Definition is { ValueKind: not JsonValueKind.Null } definition ? trial with { Definition = DefinitionReading.Read(definition) } : trial;
    }

    static MenuMemory? ReadMemory(JsonElement given, Faults faults)
    {
        try
        {
            var read = given.Deserialize<MenuMemory>(DecisionJson.Options);
            if (read is { PageView: not null, Shown.Count: <= MostChannels, Withheld.Count: <= MostChannels } && read.Shown.All(its => its.Channel is not null) && read.Withheld.All(its => its.Channel is not null))
            {
                return read;
            }
        }
        catch (Exception odd) when (odd is JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            // Said below.
        }

        faults.Add("memory", "This is not the memory of a decision.");
        return null;
    }
}

/// <summary>What a visitor would see, and why.</summary>
/// <param name="Version">The one that was tried; null for a definition.</param>
/// <param name="Rules">Every rule, in order, with each of its tests.</param>
/// <param name="Facts">As they were understood, with those that we know ourselves.</param>
/// <param name="NotUsed">Keys of facts that were told and may not be known on this site.</param>
/// <param name="Faults">What was told and can't be believed.</param>
/// <param name="Invitation">What the invitation would say, where there is one.</param>
public sealed record TriedMenu(
    long? Version,
    [property: Shape(typeof(MenuDecision))] JsonElement? Decision,
    IReadOnlyList<RuleTried> Rules,
    [property: Shape(typeof(LiveState))] JsonElement? Live,
    JsonElement Facts,
    IReadOnlyList<string> NotUsed,
    IReadOnlyList<Decisions.Facts.FactFault> Faults,
    InvitationText? Invitation);
