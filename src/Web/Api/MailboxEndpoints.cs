using Kanal.Centre;
using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class MailboxEndpoints
{
    public static RouteGroupBuilder MapMailboxes(this RouteGroupBuilder api)
    {
        var mailboxes = api.MapGroup("/mailboxes").WithTags("Mailboxes");
        mailboxes.MapGet("", ListAsync).WithName("listMailboxes").WithSummary("Each mailbox with its settings and how it fares.");
        mailboxes.MapPost("", CreateAsync).WithName("createMailbox").WithSummary("Connects a mailbox to a site.").RequireAuthorization(Policies.Administrator);
        mailboxes.MapGet("/{id}", GetAsync).WithName("getMailbox").WithSummary("One mailbox.");
        mailboxes.MapPut("/{id}", ChangeAsync).WithName("changeMailbox").WithSummary("Changes a mailbox; what is left out stays as it is.").RequireAuthorization(Policies.Administrator);
        mailboxes.MapDelete("/{id}", RemoveAsync).WithName("removeMailbox").WithSummary("Takes a mailbox away. Its letters stay in their conversations.").RequireAuthorization(Policies.Administrator);
        mailboxes.MapGet("/{id}/sender", SenderAsync).WithName("lookAtSender").WithSummary("What others find in the DNS when they ask whether letters from this address are genuine (MX, SPF, DKIM, DMARC), and what to enter where something is missing.").RequireAuthorization(Policies.Administrator);
        MailboxTrials.Map(mailboxes);
        SetAsideEndpoints.Map(mailboxes);
        return api;
    }

    static async Task<Ok<Listing<Mailbox>>> ListAsync(MailboxBook mailboxes, CancellationToken ct) => TypedResults.Ok(new Listing<Mailbox>(await mailboxes.ListAsync(ct)));

    static async Task<Ok<Mailbox>> GetAsync(Id id, MailboxBook mailboxes, CancellationToken ct) => TypedResults.Ok(await mailboxes.GetAsync(id, ct));

    static async Task<Created<Mailbox>> CreateAsync(MailboxRequest request, SignedIn caller, MailboxBook mailboxes, CancellationToken ct)
    {
        var mailbox = await mailboxes.CreateAsync(request, caller.Caller, ct);
        return TypedResults.Created($"/api/v1/mailboxes/{mailbox.Id}", mailbox);
    }

    static async Task<Ok<Mailbox>> ChangeAsync(Id id, MailboxRequest request, SignedIn caller, MailboxBook mailboxes, CancellationToken ct) =>
        TypedResults.Ok(await mailboxes.ChangeAsync(id, request, caller.Caller, ct));

    static async Task<NoContent> RemoveAsync(Id id, SignedIn caller, MailboxBook mailboxes, CancellationToken ct)
    {
        await mailboxes.RemoveAsync(id, caller.Caller, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<SenderReport>> SenderAsync(Id id, string? selector, MailboxBook mailboxes, ILookAtSenders look, CancellationToken ct)
    {
        var mailbox = await mailboxes.AccessAsync(id, ct) ?? throw RefusedException.NotFound("mailbox");
        var under = string.IsNullOrWhiteSpace(selector) ? null : selector.Trim();
        if (under is { Length: > 63 } || under?.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.')) is true)
        {
            throw RefusedException.Invalid("selector", "A selector is a short name of letters and digits, such as selector1.");
        }

        return TypedResults.Ok(await look.LookAsync(mailbox, under, ct));
    }
}
