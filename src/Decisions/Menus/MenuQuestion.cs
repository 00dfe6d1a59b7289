using Kanal.Decisions.Facts;
using NodaTime;

namespace Kanal.Decisions.Menus;

/// <summary>Who asks for a menu.</summary>
/// <param name="Visitor">Names the visitor for as long as they are known; decides the arm and nothing else.</param>
/// <param name="PageView">Names this view of a page: until another, nothing that was shown goes away without need.</param>
public sealed record MenuQuestion(string Visitor, string PageView, FactValues Facts)
{
    internal static MenuQuestion Nobody { get; } = new("", "", new FactValues(FactCatalogue.Standard));

    /// <summary>The memory that came with the visitor's menu before; null where there was none.</summary>
    public MenuMemory? Before { get; init; }

    public InvitationHistory Invitations { get; init; } = InvitationHistory.None;
}

/// <summary>What a menu leaves to be known by the next one. It goes along with the visitor and need not be kept longer than the visit.</summary>
public sealed record MenuMemory(string PageView, IReadOnlyList<ShownChannel> Shown, IReadOnlyList<WithheldChannel> Withheld);

public readonly record struct ShownChannel(string Channel, bool Recommended);

/// <summary>A live channel that these visitors would have got but for its price or its wait.</summary>
/// <param name="ForPrice">Not worth its price, rather than waited for too long.</param>
public readonly record struct WithheldChannel(string Channel, Instant Since, bool ForPrice);

/// <summary>How often somebody has been invited.</summary>
public sealed record InvitationHistory
{
    public static InvitationHistory None { get; } = new();

    /// <summary>In this visit, and there was no answer yet.</summary>
    public bool Unanswered { get; init; }

    /// <summary>When the visitor said no the last time.</summary>
    public Instant? RefusedAt { get; init; }
}
