using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Channels.WebChat;

/// <summary>The bearer of a conversation's token, as a parameter of a handler: who is not, gets nothing.</summary>
/// <param name="After">The last message that the bearer does not see.</param>
/// <param name="Since">When a browser that joined by a code came in; null for the customer's own.</param>
public sealed record Visitor(Id Conversation, long After, DateTimeOffset? Since)
{
    const string Scheme = "Bearer ";

    public static ValueTask<Visitor?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var tokens = context.RequestServices.GetRequiredService<SignedTokens>();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || tokens.Admitted(header.AsSpan(Scheme.Length).Trim()) is not { } admitted)
        {
            throw new RefusedException(Refusal.Unauthorized, "token-needed", "This needs the token that came with the conversation, as Authorization: Bearer.");
        }

        return Id.TryParse(context.GetRouteValue("id") as string, null, out var asked) && asked == admitted.Conversation
            ? ValueTask.FromResult<Visitor?>(new Visitor(asked, admitted.After, admitted.Since))
            : throw new RefusedException(Refusal.Forbidden, "foreign-token", "This token is for another conversation.");
    }

    /// <summary>How the conversation stands, without the customer's number for one who joined by a code.</summary>
    public VisitorConversation Sees(VisitorConversation standing) => Since is null ? standing : standing with { Callback = null };

    /// <summary>What may tell or change something of the customer: a browser that joined by a code may be somebody else's, whose code was misheard.</summary>
    /// <exception cref="RefusedException">It joined by a code.</exception>
    public Visitor Own() => Since is null ? this : throw new RefusedException(Refusal.Forbidden, "joined-by-code", "A browser that joined by a code can't do this.");
}
