using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Channels.WebChat;

/// <summary>The bearer of a conversation's token, as a parameter of a handler: who is not, gets nothing.</summary>
public sealed record Visitor(Id Conversation)
{
    const string Scheme = "Bearer ";

    public static ValueTask<Visitor?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var tokens = context.RequestServices.GetRequiredService<SignedTokens>();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || tokens.Conversation(header.AsSpan(Scheme.Length).Trim()) is not { } conversation)
        {
            throw new RefusedException(Refusal.Unauthorized, "token-needed", "This needs the token that came with the conversation, as Authorization: Bearer.");
        }

        return Id.TryParse(context.GetRouteValue("id") as string, null, out var asked) && asked == conversation
            ? ValueTask.FromResult<Visitor?>(new Visitor(conversation))
            : throw new RefusedException(Refusal.Forbidden, "foreign-token", "This token is for another conversation.");
    }
}
