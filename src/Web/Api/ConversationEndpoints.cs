using Kanal.Centre.Storage;
using Kanal.Channels.WebChat;

namespace Kanal.Web.Api;

static class ConversationEndpoints
{
    public static RouteGroupBuilder MapConversations(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/conversations").WithTags("Conversations");
        all.MapGet("", ConversationReads.ListAsync).WithName("listConversations").WithSummary("Mine or all, newest word first, or the queue's, longest wait first; with `sought`, those that began within half an hour after these words were sought in vain.");
        var one = all.MapGroup("/{id}").AddEndpointFilter(KnownAsync);
        one.MapGet("", ConversationReads.OpenAsync).WithName("getConversation").WithSummary("One conversation with facts, journey, legs and the caller's draft.");
        one.MapGet("/timeline", ConversationReads.TimelineAsync).WithName("getTimeline").WithSummary("Messages, notes and events, oldest first; `before` goes back.");
        one.MapGet("/messages", ConversationReads.MessagesAsync).WithName("listMessages").WithSummary("Messages after a sequence, oldest first.");
        one.MapGet("/assignments", ConversationReads.AssignmentsAsync).WithName("listAssignments").WithSummary("Whom routing offered or gave it to, oldest first, and why them.");
        one.MapPost("/messages", ConversationWrites.SendAsync).WithName("sendMessage").WithSummary("Writes to the customer; acknowledged when it is on disk.");
        one.MapPost("/notes", ConversationWrites.NoteAsync).WithName("addNote").WithSummary("Writes a note that only the desk sees.");
        one.MapPost("/typing", ConversationWrites.TypingAsync).WithName("agentTypes").WithSummary("The agent types, or has stopped.");
        one.MapPost("/read", ConversationWrites.ReadAsync).WithName("markRead").WithSummary("The agent has read up to a sequence.");
        one.MapPut("/draft", ConversationWrites.DraftAsync).WithName("keepDraft").WithSummary("Keeps what the agent has written and not sent.");
        one.MapPost("/take", ConversationMoves.TakeAsync).WithName("takeConversation").WithSummary("Takes a conversation out of the queue; a supervisor, out of another's hands too.");
        one.MapPost("/transfer", ConversationMoves.TransferAsync).WithName("transferConversation").WithSummary("Hands it to a colleague, or back to the queue.");
        one.MapPost("/wrap-up", ConversationMoves.WrapUpAsync).WithName("wrapUp").WithSummary("Closes it with topic and outcome.");
        one.MapPost("/reopen", ConversationMoves.ReopenAsync).WithName("reopenConversation").WithSummary("Takes up a closed conversation again.");
        one.MapPost("/article", ArticleProposals.MakeAsync).WithName("proposeArticle").WithSummary("Makes a draft of a solved conversation, without what is somebody's own, for an editor to look at; the one that there is where it was made before.");
        one.MapGet("/articles", ArticleProposals.OfAsync).WithName("listConversationArticles").WithSummary("What was made of a conversation, the latest first.");
        one.MapPost("/files", ConversationFiles.UploadAsync).WithName("uploadFile").WithSummary("Takes a file in the field `file`; send it with a message.").DisableAntiforgery();
        one.MapGet("/files/{file}", ConversationFiles.DownloadAsync).WithName("getFile").WithSummary("A file of this conversation.").Produces(200, contentType: "application/octet-stream");
        return api;
    }

    // For all calls alike, also those that would not look the conversation up.
    internal static async ValueTask<object?> KnownAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (Id.TryParse(http.GetRouteValue("id") as string, null, out var id))
        {
            await http.RequestServices.GetRequiredService<ConversationSites>().OfAsync(id, http.RequestAborted);
        }

        return await next(call);
    }
}
