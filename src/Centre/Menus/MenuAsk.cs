using System.Text.Json;
using Kanal.Centre.Sites;
using Kanal.Decisions.Facts;

namespace Kanal.Centre.Menus;

/// <summary>A visitor's wish for a menu.</summary>
/// <param name="Visitor">The digest of their token, or whatever else tells them from others.</param>
public sealed record MenuAsk(Site Site, string Visitor)
{
    /// <summary>Names this view of a page; null for one of its own.</summary>
    public string? PageView { get; init; }

    /// <summary>What the page and its widget tell.</summary>
    public JsonElement? Facts { get; init; }

    /// <summary>In which language it is answered; null for the one the facts name.</summary>
    public string? Language { get; init; }

    /// <summary>Up to which class the visitor has agreed to be known; null for as far as the site asks. Never beyond that.</summary>
    public Privacy? Consent { get; init; }

    /// <summary>It comes from a program that reads pages.</summary>
    public bool Bot { get; init; }

    /// <summary>What the visitor has carried from the last menu.</summary>
    public string? Memory { get; init; }

    /// <summary>Whose the memory is.</summary>
    internal string Holder => field ??= VisitorMemories.Holder(Site, Visitor);

    /// <summary>Puts what a signed identity tells.</summary>
    public Action<FactValues>? Known { get; init; }
}

/// <summary>What a visitor is answered.</summary>
/// <param name="Memory">To be handed back with the next wish.</param>
public sealed record MenuReply(ChannelMenu Menu, MenuInvitation? Invitation, string Memory);
