using System.Security.Cryptography;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Attachments;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Customers;
using Kanal.Centre.Identities;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Menus;
using Kanal.Channels.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Channels.WebChat;

/// <summary>What visitors write: checked, brought into the common form and handed to the intake.</summary>
sealed class WebChatReceiver(Intake intake, SignedTokens tokens, VisitorLimits limits, ChannelMenus menus, FileStore files, TimeProvider time)
{
    public static async Task<Results<Created<Started>, Ok<Started>>> StartAsync(string site, StartRequest request, WebChatReceiver receiver, CallbackStarts callbacks, SiteDirectory sites, SignedIdentities identities, KeptMenus elsewhere, Counting counting, HttpContext context, CancellationToken ct)
    {
        var here = await sites.FindAsync(site, ct) ?? throw RefusedException.NotFound("site");
        var visitor = request.Visitor is { Length: > 0 } token
            ? receiver.Digest(token)
            : null;
        receiver.Limit(context, visitor);
        // Without a token two strangers may use the same simple name for their message; where they come from tells them apart.
        var known = request.Identity is { Length: > 0 } identity ? await identities.ReadAsync(here, identity, ct) : null;
        var menu = receiver.Menu(here, request, visitor);
        var kept = menu is null && visitor is not null && request.Menu is { Length: > 0 } ? await elsewhere.LatestAsync(here, visitor, ct) : null;
        var opening = receiver.Check(here, visitor, visitor ?? $"from {context.Connection.RemoteIpAddress}", request) with
        {
            Person = known?.Identity?.Person,
            TargetSeconds = menu?.TargetSeconds(request.Channel) ?? kept?.TargetSeconds(request.Channel),
            Value = menu?.Value ?? kept?.Value,
        };
        var opened = opening.Callback is { } wish ? await callbacks.OpenAsync(opening, wish, ct) : await receiver.OpenAsync(opening, ct);
        receiver.Follow(opened, here, request, menu);
        if (opened.First is not null && kept is not null)
        {
            await elsewhere.FollowedAsync(kept, request.Channel, opened.Conversation, ct);
        }

        counting.Contacted(here.Id, Readers.Of(context, visitor), request.Channel, opened.Conversation);
        var answer = receiver.Answer(opened, request.Visitor) with { Identified = known is null ? null : known.Identity is not null, IdentityRefused = known?.Refused };
        return opened.First is null ? TypedResults.Ok(answer) : TypedResults.Created($"/public/v1/conversations/{opened.Conversation}", answer);
    }

    public static async Task MessageAsync(Visitor visitor, WebChatReceiver receiver, HttpContext context, CancellationToken ct)
    {
        var request = await JsonCall.ReadAsync<MessageRequest>(context);
        var added = await receiver.ReceiveAsync(visitor.Conversation, request, ct);
        await JsonCall.AnswerAsync(context, added.Repeat ? StatusCodes.Status200OK : StatusCodes.Status201Created, new Sent(added.Sequence));
    }

    async Task<Appended> ReceiveAsync(Id conversation, MessageRequest request, CancellationToken ct)
    {
        limits.Message(conversation);
        var clientId = Words.ClientId(request.ClientId);
        var text = Words.Text(request.Text, mayBeEmpty: request.Files is { Count: > 0 });
        var attached = request.Files is { Count: > 0 } ids ? await files.ReferencesAsync(conversation, ids, ct) : [];
        return await intake.ReceiveAsync(new InboundMessage(conversation, clientId, text, attached, time.GetUtcNow()), ct);
    }

    Task<Opened> OpenAsync(Opening opening, CancellationToken ct) => intake.StartAsync(opening, ct);

    // Only whoever was shown a menu comes with its rule.
    ShownMenu? Menu(Site site, StartRequest request, string? visitor) => menus.Find(site, request.Menu) is { } menu && menu.Question.Visitor == visitor ? menu : null;

    void Follow(Opened opened, Site site, StartRequest request, ShownMenu? own)
    {
        if (opened.First is not null && menus.Find(site, request.Menu) is { } menu)
        {
            menus.Followed(menu, request.Channel, opened.Conversation);
        }

        if (opened.First is not null && own is not null)
        {
            menus.Joined(own, request.Channel, opened.Conversation);
        }
    }

    void Limit(HttpContext context, string? visitor) => limits.Start(context, visitor);

    string Digest(string token) => tokens.VisitorDigest(token) ?? throw RefusedException.Invalid("visitor", "This is not a visitor's token of ours.");

    Started Answer(Opened opened, string? visitor) =>
        new(opened.Conversation, tokens.ForConversation(opened.Conversation), opened.Sequence, opened.MenuKept, visitor);

    Opening Check(Site site, string? visitor, string who, StartRequest request)
    {
        if (request.Channel is not ("chat" or "email" or "callback"))
        {
            throw RefusedException.Invalid("channel", "A conversation starts over chat, email or callback.");
        }

        var clientId = Words.ClientId(request.ClientId);
        var facts = CheckedFacts.Of(request.Facts ?? new VisitorFacts());
        var callback = request.Channel == "callback" ? new CallbackWish(CallableNumber.Of(request.Address, facts.Locale ?? request.Language ?? facts.Language, site), request.Slot) : null;
        var address = callback?.Number ?? (request.Channel == "email" || request.Address is { Length: > 0 } ? Email(request.Address) : null);
        return new Opening(site, visitor, $"{site.Id}/{who}/{clientId}", Digest(request, address), request.Channel, clientId, Words.Text(request.Text),
            Words.Brief("name", request.Name, Words.LongestName), address, site.LanguageFor(request.Language ?? facts.Language ?? facts.Locale),
            facts with { Topic = facts.Topic ?? Words.Brief("topic", request.Topic, Words.LongestName) }, menus.Keeps(site, request.Channel))
        {
            Callback = callback,
        };
    }

    internal static string Email(string? address) => AddressText.Email(address) ?? throw RefusedException.Invalid("address", "Where should the answer go? Give an email address like name@example.com.");

    static string Digest(StartRequest request, string? address) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{request.Channel}\n{address}\n{request.Text}")));
}
