using Kanal.Centre.Storage;
using Kanal.Decisions.Menus;
using NodaTime;

namespace Kanal.Centre.Menus;

/// <summary>What a visitor carries for us from one menu to the next.</summary>
public sealed record VisitorMemory
{
    public static VisitorMemory Nothing { get; } = new();

    static readonly Duration _unknownVisit = Duration.FromMinutes(30);

    /// <summary>What the last menu left to be known.</summary>
    public MenuMemory? Before { get; init; }

    /// <summary>The last one that was made.</summary>
    public ShownInvitation? Invitation { get; init; }

    /// <summary>When the visitor said no the last time.</summary>
    public Instant? RefusedAt { get; init; }

    /// <summary>What was decided the last time that it was kept, in short.</summary>
    public string? Kept { get; init; }

    /// <summary>An invitation is unanswered for as long as the visit lasts in which it was made.</summary>
    /// <param name="visit">How long the visitor has been on the site.</param>
    internal InvitationHistory InvitationsIn(Duration? visit, Instant now) => new()
    {
        Unanswered = Invitation is { Answered: false, At: var at } && now - at <= (visit ?? _unknownVisit),
        RefusedAt = RefusedAt,
    };

    internal string Write(Instant now)
    {
        var shown = string.Join(',', Before?.Shown.Select(its => its.Recommended ? its.Channel + "*" : its.Channel) ?? []);
        var withheld = string.Join(',', Before?.Withheld.Select(its => $"{its.Channel}:{its.Since.ToUnixTimeMilliseconds()}:{(its.ForPrice ? 'p' : 'w')}") ?? []);
        return $"1|{now.ToUnixTimeMilliseconds()}|{Before?.PageView}|{shown}|{withheld}|{Invitation?.Write()}|{RefusedAt?.ToUnixTimeMilliseconds()}|{Kept}";
    }

    /// <returns>Null where it is in a form of another time; and when it was written.</returns>
    internal static (VisitorMemory Memory, Instant At)? Read(string text)
    {
        var parts = text.Split('|');
        if (parts is not ["1", var at, var view, var shown, var withheld, var invitation, var refused, var kept] || At(at) is not { } written)
        {
            return null;
        }

        return (new VisitorMemory
        {
            Before = view.Length == 0 ? null : new MenuMemory(view, [.. Listed(shown).Select(its => new ShownChannel(its.TrimEnd('*'), its.EndsWith('*')))], [.. Listed(withheld).Select(Withheld)]),
            Invitation = ShownInvitation.Read(invitation),
            RefusedAt = At(refused),
            Kept = kept.Length == 0 ? null : kept,
        }, written);
    }

    internal static Instant? At(string text) => long.TryParse(text, out var milliseconds) ? Instant.FromUnixTimeMilliseconds(milliseconds) : null;

    static string[] Listed(string text) => text.Length == 0 ? [] : text.Split(',');

    static WithheldChannel Withheld(string text) => text.Split(':') is [var channel, var since, var why] ? new(channel, At(since) ?? default, why == "p") : default;
}

/// <summary>An invitation that was made to a visitor.</summary>
/// <param name="Id">That of the menu it came with.</param>
/// <param name="Text">Names its text.</param>
/// <param name="Rule">The rule that made it.</param>
public sealed record ShownInvitation(Id Id, string Text, string Rule, Instant At, bool Answered)
{
    internal string Write() => $"{Id},{Uri.EscapeDataString(Text)},{Rule},{At.ToUnixTimeMilliseconds()},{(Answered ? 1 : 0)}";

    internal static ShownInvitation? Read(string text) => text.Split(',') is [var id, var name, var rule, var at, var answered] && Id.TryParse(id, null, out var known)
        ? new(known, Uri.UnescapeDataString(name), rule, VisitorMemory.At(at) ?? default, answered == "1")
        : null;
}
