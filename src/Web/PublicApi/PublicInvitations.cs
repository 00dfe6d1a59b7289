using System.Net;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Invitations;
using Kanal.Centre.Menus;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Strategy;
using Kanal.Decisions.Facts;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Kanal.Web.PublicApi;

/// <summary>What became of an invitation. What it was, the visitor's own memory says, which nobody else can write.</summary>
sealed class PublicInvitations(InvitationBook invitations, VisitorMemories memories, StrategyShelf shelf, SiteDirectory sites, SignedTokens tokens, TimeProvider time)
{
    readonly Floodgate<IPAddress> _told = new(perSecond: 20, burst: 200, time);

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/sites/{site}/invitations/{id}", (string site, Id id, InvitationTold told, PublicInvitations here, HttpContext context, CancellationToken ct) => here.TellAsync(site, id, told, context, ct))
            .WithTags("Menu").WithName("answerInvitation").WithSummary("An invitation was shown, accepted, declined or closed. Gives the memory to hand back from now on, so that a no holds.");

    async Task<Ok<InvitationTaken>> TellAsync(string key, Id id, InvitationTold told, HttpContext context, CancellationToken ct)
    {
        if (_told.Refuses(context.Connection.RemoteIpAddress ?? IPAddress.None) is { } wait)
        {
            throw new RefusedException(Refusal.TooMany, "too-many", "That was too much at once. Wait a moment and try again.") { RetryAfter = wait };
        }

        var site = await sites.FindAsync(key, ct) ?? throw RefusedException.NotFound("site");
        var visitor = tokens.VisitorDigest(told.Visitor) ?? throw RefusedException.Invalid("visitor", "This is not a visitor's token of ours.");
        var holder = VisitorMemories.Holder(site, visitor);
        var memory = memories.Read(told.Memory, holder);
        if (memory.Invitation is not { } invitation || invitation.Id != id)
        {
            throw RefusedException.NotFound("invitation in this visitor's memory");
        }

        var asked = shelf.For(site).Settings.Consent;
        var known = asked >= Privacy.Journey && (told.Consent ?? asked) >= Privacy.Journey;
        await invitations.AnswerAsync(site, invitation, known ? visitor : null, told.Answer, ct);
        return TypedResults.Ok(new InvitationTaken(memories.Write(After(memory, invitation, told.Answer), holder)));
    }

    VisitorMemory After(VisitorMemory memory, ShownInvitation invitation, InvitationAnswer answer) => memory with
    {
        Invitation = invitation with { Answered = invitation.Answered || answer != InvitationAnswer.Shown },
        RefusedAt = answer is InvitationAnswer.Declined or InvitationAnswer.Closed ? Instant.FromDateTimeOffset(time.GetUtcNow()) : memory.RefusedAt,
    };
}

public sealed record InvitationTold
{
    /// <summary>The visitor's token from the menu.</summary>
    public required string Visitor { get; init; }

    /// <summary>As it came with the menu, or with the answer before.</summary>
    public required string Memory { get; init; }

    public required InvitationAnswer Answer { get; init; }

    /// <summary>Up to which class of facts this visitor has agreed to be known; left out, as far as the site asks.</summary>
    public Privacy? Consent { get; init; }
}

/// <param name="Memory">To be handed back with the next wish for a menu.</param>
public sealed record InvitationTaken(string Memory);
