using Kanal.Centre;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Centre.Topics;
using Kanal.Channels.WebChat;
using Kanal.Web.Api;

namespace Kanal.Web.Demo.Simulation;

/// <summary>One conversation in an agent's hands, from taking it to wrapping it up.</summary>
sealed class Tending(Id conversation, KanalClient kanal, Mailbox<Cue> ear, Replies replies, Pace pace, Random chance)
{
    const double Silence = 75;
    const double PauseBetweenMessages = 1.5;

    readonly string _path = $"/conversations/{conversation}";
    long _seen;
    int _written;

    public async Task RunAsync(IReadOnlyList<Topic> topics, CancellationToken ct)
    {
        var said = await UnansweredAsync(ct);
        var over = said.Count == 0 ? await ListenAsync(said, Silence, ct) : await ListenAsync(said, PauseBetweenMessages, ct);
        while (said.Count > 0 && over is null)
        {
            await ReplyAsync(said, ct);
            said.Clear();
            over = await ListenAsync(said, Silence, ct);
        }

        if (ReferenceEquals(over, Cue.Gone))
        {
            return;
        }

        if (over is null)
        {
            await SayAsync(replies.Goodbye(), ct);
        }

        await pace.PauseAsync(chance, 2, 6, ct);
        var topic = topics.Count > 0 ? topics[Math.Min(replies.Topic ?? int.MaxValue, topics.Count - 1)].Id : (Id?)null;
        await kanal.PostAsync($"{_path}/wrap-up", new WrapUpRequest(replies.Outcome, topic), ct);
    }

    async Task<List<string>> UnansweredAsync(CancellationToken ct)
    {
        var messages = (await kanal.GetAsync<Listing<Message>>($"{_path}/messages?after=0", ct)).Data;
        _seen = messages.Count == 0 ? 0 : messages[^1].Sequence;
        _written = messages.Count;
        return [.. messages.Reverse().TakeWhile(message => message.From == Author.Visitor).Reverse().Select(message => message.Text)];
    }

    // Collects what the visitor writes until a pause; returns why it is over, or null where it is not.
    async Task<Cue?> ListenAsync(List<string> said, double patience, CancellationToken ct)
    {
        while (await ear.NextAsync(pace.Of(said.Count == 0 ? patience : PauseBetweenMessages), ct) is { } cue)
        {
            if (ReferenceEquals(cue, Cue.Ended) || ReferenceEquals(cue, Cue.Gone))
            {
                return cue;
            }

            if (cue.Sequence > _seen)
            {
                _seen = cue.Sequence;
                said.Add(cue.Text);
            }
        }

        return null;
    }

    async Task ReplyAsync(IReadOnlyList<string> said, CancellationToken ct)
    {
        await kanal.PostAsync($"{_path}/read", new ReadRequest(_seen), ct);
        await pace.PauseAsync(chance, 0.8, 2.5, ct);
        foreach (var text in replies.To(said))
        {
            await SayAsync(text, ct);
        }
    }

    async Task SayAsync(string text, CancellationToken ct)
    {
        await kanal.PostAsync($"{_path}/typing", new TypingRequest(true), ct);
        await pace.TypeAsync(text, ct);
        await kanal.PostAsync<Sent>($"{_path}/messages", new MessageRequest { ClientId = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"demo-agent-{++_written}"), Text = text }, ct);
    }
}
