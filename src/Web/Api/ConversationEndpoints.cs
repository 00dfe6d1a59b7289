namespace Kanal.Web.Api;

static class ConversationEndpoints
{
    public static RouteGroupBuilder MapConversations(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/conversations").WithTags("Conversations");
        all.MapGet("", ConversationReads.ListAsync).WithName("listConversations").WithSummary("Mine, the queue's or all, newest word first.");
        all.MapGet("/{id}", ConversationReads.OpenAsync).WithName("getConversation").WithSummary("One conversation with facts, journey, legs and the caller's draft.");
        all.MapGet("/{id}/timeline", ConversationReads.TimelineAsync).WithName("getTimeline").WithSummary("Messages, notes and events, oldest first; `before` goes back.");
        all.MapGet("/{id}/messages", ConversationReads.MessagesAsync).WithName("listMessages").WithSummary("Messages after a sequence, oldest first.");
        all.MapPost("/{id}/messages", ConversationWrites.SendAsync).WithName("sendMessage").WithSummary("Writes to the customer; acknowledged when it is on disk.");
        all.MapPost("/{id}/notes", ConversationWrites.NoteAsync).WithName("addNote").WithSummary("Writes a note that only the desk sees.");
        all.MapPost("/{id}/typing", ConversationWrites.TypingAsync).WithName("agentTypes").WithSummary("The agent types, or has stopped.");
        all.MapPost("/{id}/read", ConversationWrites.ReadAsync).WithName("markRead").WithSummary("The agent has read up to a sequence.");
        all.MapPut("/{id}/draft", ConversationWrites.DraftAsync).WithName("keepDraft").WithSummary("Keeps what the agent has written and not sent.");
        all.MapPost("/{id}/take", ConversationMoves.TakeAsync).WithName("takeConversation").WithSummary("Takes a conversation out of the queue.");
        all.MapPost("/{id}/transfer", ConversationMoves.TransferAsync).WithName("transferConversation").WithSummary("Hands it to a colleague, or back to the queue.");
        all.MapPost("/{id}/wrap-up", ConversationMoves.WrapUpAsync).WithName("wrapUp").WithSummary("Closes it with topic and outcome.");
        all.MapPost("/{id}/reopen", ConversationMoves.ReopenAsync).WithName("reopenConversation").WithSummary("Takes up a closed conversation again.");
        all.MapPost("/{id}/files", ConversationFiles.UploadAsync).WithName("uploadFile").WithSummary("Takes a file in the field `file`; send it with a message.").DisableAntiforgery();
        all.MapGet("/{id}/files/{file}", ConversationFiles.DownloadAsync).WithName("getFile").WithSummary("A file of this conversation.").Produces(200, contentType: "application/octet-stream");
        return api;
    }
}
