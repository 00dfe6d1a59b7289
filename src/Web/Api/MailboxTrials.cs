using System.Text.Json;
using Kanal.Centre;
using Kanal.Centre.Delivery;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Kanal.Web.Api;

/// <summary>Mailboxes that are tried: answered whole when all is done, or with a line for each step to whoever asks for lines.</summary>
static class MailboxTrials
{
    const string Lines = "application/x-ndjson";

    public static void Map(RouteGroupBuilder mailboxes)
    {
        mailboxes.MapPost("/test", TryAsync).WithName("tryMailbox").AddOpenApiOperationTransformer(DescribeAsync).RequireAuthorization(Policies.Administrator)
            .WithSummary("Tries settings that are not kept, and says step by step what works and what is wrong. Whoever accepts `application/x-ndjson` gets a line for each step as it comes.");
        mailboxes.MapPost("/{id}/test", TestAsync).WithName("testMailbox").AddOpenApiOperationTransformer(DescribeAsync).RequireAuthorization(Policies.Administrator)
            .WithSummary("Tries a mailbox's settings as they are, and says step by step what works and what is wrong. Whoever accepts `application/x-ndjson` gets a line for each step as it comes.");
    }

    // Of one status the document has one answer, unless the other is written into it.
    static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Document is { } document && operation.Responses?["200"]?.Content is { } answers)
        {
            document.AddComponent(nameof(MailboxNews), await context.GetOrCreateSchemaAsync(typeof(MailboxNews), null, ct));
            answers[Lines] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(MailboxNews), document) };
        }
    }

    static async Task<Results<Ok<MailboxTest>, EmptyHttpResult>> TestAsync(Id id, MailboxBook mailboxes, ITestMailbox tester, HttpContext context, CancellationToken ct) =>
        await AnswerAsync(await mailboxes.AccessAsync(id, ct) ?? throw RefusedException.NotFound("mailbox"), tester, context, ct);

    static async Task<Results<Ok<MailboxTest>, EmptyHttpResult>> TryAsync(MailboxRequest request, MailboxBook mailboxes, ITestMailbox tester, HttpContext context, CancellationToken ct) =>
        await AnswerAsync(mailboxes.Access(request), tester, context, ct);

    static async Task<Results<Ok<MailboxTest>, EmptyHttpResult>> AnswerAsync(MailAccess mailbox, ITestMailbox tester, HttpContext context, CancellationToken ct)
    {
        if (!context.Request.Headers.Accept.Any(accepted => accepted?.Contains(Lines, StringComparison.OrdinalIgnoreCase) is true))
        {
            return TypedResults.Ok(await tester.TestAsync(mailbox, _ => Task.CompletedTask, ct));
        }

        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        context.Response.ContentType = Lines;
        // Proxies gather answers unless they are told not to.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await tester.TestAsync(mailbox, async news =>
        {
            await context.Response.WriteAsync(JsonSerializer.Serialize(news, json) + "\n", ct);
            await context.Response.Body.FlushAsync(ct);
        }, ct);
        return TypedResults.Empty;
    }
}
