using System.Collections.Concurrent;
using Kanal.Centre;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Decisions.Routing;
using Kanal.Web.Api;
using Kanal.Web.Demo.Seeding;

namespace Kanal.Web.Demo.Simulation;

/// <summary>A colleague at a desk of their own: holds the event stream, takes what rings, and tends what is taken.</summary>
sealed class SimulatedAgent(Member me, KanalClient kanal, Pace pace, Random chance, ILogger log)
{
    readonly ConcurrentDictionary<Id, Task> _tended = new();
    readonly ConcurrentDictionary<Id, Mailbox<Cue>> _inHand = new();

    public async Task WorkAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await AtTheDeskAsync(ct);
            }
            catch (Exception trouble) when (!ct.IsCancellationRequested && trouble is HttpRequestException or IOException)
            {
                log.LogWarning("The simulated agent {Name} comes back in a moment: {Reason}", me.Name, trouble.Message);
            }
            finally
            {
                if (ct.IsCancellationRequested)
                {
                    await Task.WhenAll(_tended.Values);
                }
            }

            await pace.PauseAsync(chance, 2, 4, ct);
        }
    }

    async Task AtTheDeskAsync(CancellationToken ct)
    {
        var topics = (await kanal.GetAsync<Listing<Centre.Topics.Topic>>("/topics", ct)).Data;
        await foreach (var (name, data) in kanal.EventsAsync("/events", ct))
        {
            switch (name)
            {
                case "hello":
                    await kanal.PutAsync($"/agents/{me.Id}/presence", new PresenceRequest(Presence.Available), ct);
                    await CatchUpAsync(topics, ct);
                    break;
                case "offer" when Json.To<OfferView>(data) is { } offer:
                    _ = AcceptAsync(offer, topics, ct);
                    break;
                case "message" when Json.To<EntryAdded>(data) is { Entry.From: Author.Visitor } said && _inHand.TryGetValue(said.Conversation, out var ear):
                    ear.Put(new Cue(said.Entry.Sequence, said.Entry.Text));
                    break;
                case "conversation" when Json.To<ConversationSummary>(data) is { } now:
                    Follow(now, topics, ct);
                    break;
            }
        }
    }

    async Task CatchUpAsync(IReadOnlyList<Centre.Topics.Topic> topics, CancellationToken ct)
    {
        foreach (var mine in (await kanal.GetAsync<Listing<ConversationSummary>>("/conversations?list=mine", ct)).Data)
        {
            Follow(mine, topics, ct);
        }

        foreach (var offer in (await kanal.GetAsync<Listing<OfferView>>("/offers", ct)).Data)
        {
            _ = AcceptAsync(offer, topics, ct);
        }
    }

    // An offer may be gone by then; that is how offers are.
    async Task AcceptAsync(OfferView offer, IReadOnlyList<Centre.Topics.Topic> topics, CancellationToken ct)
    {
        try
        {
            await pace.PauseAsync(chance, 1, 4, ct);
            Follow(await kanal.PostAsync<Conversation>($"/offers/{offer.Id}/accept", new { }, ct), topics, ct);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or OperationCanceledException)
        {
            // Taken by somebody else, withdrawn by the visitor, or the demo ends.
        }
    }

    void Follow(ConversationSummary now, IReadOnlyList<Centre.Topics.Topic> topics, CancellationToken ct)
    {
        var mine = now.Agent?.Id == me.Id && now.State != ConversationState.Closed;
        if (mine && _inHand.TryAdd(now.Id, new Mailbox<Cue>()))
        {
            _tended[now.Id] = TendAsync(now, topics, ct);
        }

        if (_inHand.TryGetValue(now.Id, out var ear) && (!mine || now.State == ConversationState.WrapUp))
        {
            ear.Put(mine ? Cue.Ended : Cue.Gone);
        }
    }

    async Task TendAsync(ConversationSummary conversation, IReadOnlyList<Centre.Topics.Topic> topics, CancellationToken ct)
    {
        try
        {
            if (conversation.Callback is { State: CallbackState.Calling })
            {
                await new Calling(conversation.Id, kanal, pace, new Random(chance.Next())).RunAsync(topics.Count > 0 ? topics[chance.Next(topics.Count)].Id : null, ct);
                return;
            }

            var replies = new Replies(conversation.Language, me.Name.Split(' ')[0], new Random(chance.Next()));
            await new Tending(conversation.Id, kanal, _inHand[conversation.Id], replies, pace, new Random(chance.Next())).RunAsync(topics, ct);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or OperationCanceledException)
        {
            // Somebody else has it now, or the demo ends.
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "The simulated agent {Name} lost the thread", me.Name);
        }
        finally
        {
            _inHand.TryRemove(conversation.Id, out _);
            _tended.TryRemove(conversation.Id, out _);
        }
    }
}
