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
        mailboxes.MapPost("/test", TryAsync).WithName("tryMailbox").WithSummary("Tries settings that are not kept, and says step by step what works and what is wrong.").RequireAuthorization(Policies.Administrator);
        mailboxes.MapGet("/{id}", GetAsync).WithName("getMailbox").WithSummary("One mailbox.");
        mailboxes.MapPut("/{id}", ChangeAsync).WithName("changeMailbox").WithSummary("Changes a mailbox; what is left out stays as it is.").RequireAuthorization(Policies.Administrator);
        mailboxes.MapDelete("/{id}", RemoveAsync).WithName("removeMailbox").WithSummary("Takes a mailbox away. Its letters stay in their conversations.").RequireAuthorization(Policies.Administrator);
        mailboxes.MapPost("/{id}/test", TestAsync).WithName("testMailbox").WithSummary("Tries a mailbox's settings as they are, and says step by step what works and what is wrong.").RequireAuthorization(Policies.Administrator);
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

    static async Task<Ok<MailboxTest>> TestAsync(Id id, MailboxBook mailboxes, ITestMailbox tester, CancellationToken ct) =>
        TypedResults.Ok(await tester.TestAsync(await mailboxes.AccessAsync(id, ct) ?? throw RefusedException.NotFound("mailbox"), ct));

    static async Task<Ok<MailboxTest>> TryAsync(MailboxRequest request, MailboxBook mailboxes, ITestMailbox tester, CancellationToken ct) =>
        TypedResults.Ok(await tester.TestAsync(mailboxes.Access(request), ct));
}
