using System.Globalization;
using System.Runtime.CompilerServices;
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
        // Written for every menu: nothing but the text itself is made.
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[512]);
        text.AppendLiteral("1|");
        text.AppendFormatted(now.ToUnixTimeMilliseconds());
        text.AppendLiteral("|");
        text.AppendLiteral(Before?.PageView ?? "");
        text.AppendLiteral("|");
        for (var i = 0; i < Before?.Shown.Count; i++)
        {
            text.AppendLiteral(i > 0 ? "," : "");
            text.AppendLiteral(Before.Shown[i].Channel);
            text.AppendLiteral(Before.Shown[i].Recommended ? "*" : "");
        }

        text.AppendLiteral("|");
        for (var i = 0; i < Before?.Withheld.Count; i++)
        {
            var (channel, since, forPrice) = Before.Withheld[i];
            text.AppendLiteral(i > 0 ? "," : "");
            text.AppendLiteral(channel);
            text.AppendLiteral(":");
            text.AppendFormatted(since.ToUnixTimeMilliseconds());
            text.AppendLiteral(forPrice ? ":p" : ":w");
        }

        text.AppendLiteral("|");
        text.AppendLiteral(Invitation?.Write() ?? "");
        text.AppendLiteral("|");
        text.AppendFormatted(RefusedAt?.ToUnixTimeMilliseconds());
        text.AppendLiteral("|");
        text.AppendLiteral(Kept ?? "");
        return text.ToStringAndClear();
    }

    /// <returns>Null where it is in a form of another time; and when it was written.</returns>
    internal static (VisitorMemory Memory, Instant At)? Read(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[9];
        if (text.Split(parts, '|') != 8 || text[parts[0]] is not "1" || At(text[parts[1]]) is not { } written)
        {
            return null;
        }

        return (new VisitorMemory
        {
            Before = text[parts[2]].Length == 0 ? null : new MenuMemory(text[parts[2]].ToString(), Shown(text[parts[3]]), Withheld(text[parts[4]])),
            Invitation = text[parts[5]].Length == 0 ? null : ShownInvitation.Read(text[parts[5]].ToString()),
            RefusedAt = At(text[parts[6]]),
            Kept = text[parts[7]].Length == 0 ? null : text[parts[7]].ToString(),
        }, written);
    }

    internal static Instant? At(ReadOnlySpan<char> text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) ? Instant.FromUnixTimeMilliseconds(milliseconds) : null;

    static ShownChannel[] Shown(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var (shown, at) = (new ShownChannel[text.Count(',') + 1], 0);
        foreach (var part in text.Split(','))
        {
            shown[at++] = new(text[part].TrimEnd('*').ToString(), text[part].EndsWith('*'));
        }

        return shown;
    }

    static WithheldChannel[] Withheld(ReadOnlySpan<char> text) => text.Length == 0 ? [] : [.. text.ToString().Split(',').Select(Withheld)];

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
