using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Channels.WebChat;

/// <summary>The public API of a conversation. Every call but the start carries the conversation's own token.</summary>
static class WebChatEndpoints
{
    public static IServiceCollection AddWebChat(this IServiceCollection services) => services
        .AddSingleton<CallbackStarts>()
        .AddSingleton<ConversationSites>()
        .AddSingleton<VisitorLimits>()
        .AddSingleton<WebChatReceiver>()
        .AddSingleton<VisitorStream>();

    public static void MapWebChat(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sites/{site}/conversations", WebChatReceiver.StartAsync).WithTags("Conversations").WithName("startConversation")
            .WithSummary("Opens a conversation with its first message; the same clientId again gives the same answer.");

        var one = app.MapGroup("/conversations/{id}").WithTags("Conversations");
        one.MapGet("", VisitorReads.ViewAsync).WithName("getVisitorConversation").WithSummary("How the conversation stands.");
        one.MapGet("/messages", VisitorReads.MessagesAsync).WithName("listVisitorMessages").WithSummary("Everything after a sequence, oldest first.");
        one.MapGet("/events", VisitorReads.EventsAsync).WithName("streamVisitorEvents").Produces<VisitorEvents>(200, "text/event-stream")
            .WithSummary("Server-sent events: message, typing, read, queue, assigned, callback, show, closed, reopened. Last-Event-ID or after resumes without gap or repeat.");
        one.MapGet("/transcript", Transcript.WriteAsync).WithName("getTranscript").WithSummary("The conversation as a text file.").Produces<string>(200, "text/plain");
        one.MapGet("/files/{file}", VisitorFiles.DownloadAsync).WithName("getVisitorFile").WithSummary("A file of this conversation.").Produces(200, contentType: "application/octet-stream");
        one.MapPost("/files", VisitorFiles.UploadAsync).WithName("uploadVisitorFile").WithSummary("Takes a file in the field `file`; send it with a message.").DisableAntiforgery();

        one.MapPost("/messages", WebChatReceiver.MessageAsync).WithName("sendVisitorMessage").Accepts<MessageRequest>("application/json").Produces<Sent>(201).Produces<Sent>().WithSummary("Sends a message; acknowledged when it is on disk.");
        one.MapPost("/typing", VisitorSignals.Typing).WithName("visitorTypes").WithSummary("The visitor types, or has stopped.");
        one.MapPost("/read", VisitorSignals.ReadAsync).WithName("visitorRead").WithSummary("The visitor has read up to a sequence.");
        one.MapPost("/end", VisitorSignals.EndAsync).WithName("endConversation").WithSummary("The visitor is done.");
        one.MapPost("/rating", VisitorSignals.RateAsync).WithName("rateConversation").WithSummary("How it was, 1 to 5, with a word if wished.");
        one.MapPost("/facts", VisitorSignals.FactsAsync).WithName("tellFacts").WithSummary("Which page the visitor is on now, and what is in the basket.");
        one.MapGet("/callback", VisitorCallbacks.ReadAsync).WithName("getVisitorCallback").WithSummary("The call that was asked for, and when one can be had.");
        one.MapPost("/callback/move", VisitorCallbacks.MoveAsync).WithName("moveVisitorCallback").WithSummary("Another time for the call, or as soon as an agent is free.");
        one.MapPost("/callback/cancel", VisitorCallbacks.CancelAsync).WithName("cancelVisitorCallback").WithSummary("No call any more.");
        one.MapPost("/shown/{shown}", VisitorShown.ProgressAsync).WithName("tellProgress").WithSummary("The visitor has opened what was shown; how far they are with a guide or a form. Of a form's answers nothing is told before it is sent.");
        one.MapPost("/shown/{shown}/form", VisitorShown.SendAsync).WithName("sendForm").WithSummary("Sends a form that was shown; it comes into the conversation as a message. What is not right is told by field, as `fields.KEY`.");
        one.MapPost("/switch", VisitorSignals.SwitchAsync).WithName("switchChannel").WithSummary("Goes on over another channel, in the same conversation.");
    }
}
