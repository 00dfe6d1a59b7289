using System.Collections.Frozen;
using System.Text.Json;
using Kanal.Centre.Agents;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Letters;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Shown;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Live;

/// <summary>News of how something stands, which whoever hears of it on another node reads anew.</summary>
public interface IStanding
{
    Id Id { get; }
}

/// <summary>News of what happens inside one conversation.</summary>
public interface IWithin
{
    Id Conversation { get; }
}

/// <summary>What desks are told is on every node what it was on the first: those who listen within a node look at what it is.</summary>
public static class DeskWords
{
    internal const string Changed = "changed";

    static readonly FrozenDictionary<string, Type> _types = new Dictionary<string, Type>
    {
        ["message"] = typeof(EntryAdded),
        ["line"] = typeof(EntryAdded),
        ["delivery"] = typeof(LetterStanding),
        ["typing"] = typeof(Typing),
        ["read"] = typeof(ReadMark),
        ["offer"] = typeof(OfferView),
        ["offerEnded"] = typeof(OfferEnded),
        ["callbackDue"] = typeof(CallbackDue),
        ["units"] = typeof(AgentUnits),
        ["target"] = typeof(TargetWarning),
        ["askedBack"] = typeof(AskedBack),
        ["shown"] = typeof(Progress),
        ["visitor"] = typeof(VisitorSeen),
        ["queue"] = typeof(QueueCounts),
        ["settings"] = typeof(SettingsChanged),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those that cross as what they are; <see cref="IStanding"/> ones do not.</summary>
    public static IReadOnlyDictionary<string, Type> Types => _types;

    /// <summary>What a later version says and this one does not know goes on as JSON.</summary>
    internal static object Read(string name, JsonElement body) =>
        _types.TryGetValue(name, out var type) && body.Deserialize(type, Json.Options) is { } read ? read : body.Clone();
}

/// <param name="What">The event's name.</param>
sealed record ChangedWord(string What, Id Id)
{
    /// <summary>Which settings, where it is those.</summary>
    public string? Settings { get; init; }
}
