using System.Text.Json;
using Kanal.Centre.Storage;
using Kanal.Channels.WebChat;
using Kanal.Centre.Conversations;
using Kanal.Web.Demo.World;
using Kanal.Web.PublicApi;

namespace Kanal.Web.Demo.Simulation;

/// <summary>Somebody with a question, who does what the widget does: looks at the menu, asks, reads, answers, says thanks, leaves.</summary>
sealed class SimulatedVisitor(HttpClient http, string site, string origin, Pace pace, Random chance)
{
    const double Named = 0.6;
    const double Rates = 0.8;

    readonly string _language = chance.Language();
    int _written;

    /// <summary>Comes, asks and leaves; tells how it went.</summary>
    public async Task<Visit> RunAsync(CancellationToken ct)
    {
        var script = Script.For(Dialogue.Pick(chance), _language);
        var talk = new VisitorTalk(script, _language, chance);
        var (facts, pages) = new Journey(_language, origin).To(script.Dialogue, chance);
        var stranger = new KanalClient(http, "/public/v1", null);
        var menu = await stranger.PostAsync<MenuAnswer>($"/sites/{site}/menu", new MenuRequest { Facts = JsonSerializer.SerializeToDocument(facts with { Page = pages[0].Page, Title = pages[0].Title }, Json.Options) }, ct);
        if (menu.Menu.Entries.All(entry => entry.Channel != "chat"))
        {
            return Visit.Closed;
        }

        await pace.PauseAsync(chance, 1, 4, ct);
        var first = talk.Begin();
        var started = await stranger.PostAsync<Started>($"/sites/{site}/conversations", new StartRequest
        {
            Visitor = menu.Visitor,
            ClientId = NextId(),
            Channel = "chat",
            Text = first[0],
            Menu = menu.Menu.Id,
            Name = chance.Says(Named) ? chance.Of(Phrases.In(_language).Names) : null,
            Language = _language,
            Facts = facts,
        }, ct);
        var conversation = $"/conversations/{started.Conversation}";
        var kanal = new KanalClient(http, "/public/v1", started.Token);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var ear = new VisitorEar(kanal, conversation, pace);
        var listening = ear.ListenAsync(leaving.Token);
        try
        {
            await SayAsync(kanal, conversation, first.Skip(1), ct);
            return await TalkAsync(kanal, conversation, ear, talk, ct) with { Conversation = started.Conversation };
        }
        finally
        {
            await leaving.CancelAsync();
            await listening;
        }
    }

    async Task<Visit> TalkAsync(KanalClient kanal, string conversation, VisitorEar ear, VisitorTalk talk, CancellationToken ct)
    {
        var answers = 0;
        while (true)
        {
            var said = await WaitAsync(kanal, conversation, ear, answers > 0, ct);
            if (said is not { Count: > 0 })
            {
                return await LeaveAsync(kanal, conversation, answers, over: said is null, ct);
            }

            answers += said.Count;
            await kanal.PostAsync($"{conversation}/read", new VisitorRead(said[^1].Sequence), ct);
            await pace.PauseAsync(chance, 1.5, 5, ct);
            if (talk.AnswerTo([.. said.Select(message => message.Text)]) is not { } words)
            {
                return await LeaveAsync(kanal, conversation, answers, over: false, ct);
            }

            await SayAsync(kanal, conversation, words, ct);
        }
    }

    // Whoever waits looks around meanwhile.
    async Task<IReadOnlyList<Message>?> WaitAsync(KanalClient kanal, string conversation, VisitorEar ear, bool answered, CancellationToken ct)
    {
        var patience = chance.Next(answered ? 6 : 10, answered ? 12 : 24);
        for (var i = 0; i < patience; i++)
        {
            var said = await ear.AgentAsync(pace.Of(chance.Between(12, 25)), ct);
            if (said is not { Count: 0 })
            {
                return said;
            }

            var (facts, _) = new Journey(_language, origin).To(Dialogue.Pick(chance), chance);
            await kanal.PostAsync($"{conversation}/facts", new VisitorFacts { Page = facts.Page, Title = facts.Title }, ct);
        }

        return [];
    }

    async Task SayAsync(KanalClient kanal, string conversation, IEnumerable<string> words, CancellationToken ct)
    {
        foreach (var text in words)
        {
            await kanal.PostAsync($"{conversation}/typing", new VisitorTyping(true), ct);
            await pace.TypeAsync(text, ct);
            await kanal.PostAsync<Sent>($"{conversation}/messages", new MessageRequest { ClientId = NextId(), Text = text }, ct);
        }
    }

    async Task<Visit> LeaveAsync(KanalClient kanal, string conversation, int answers, bool over, CancellationToken ct)
    {
        if (!over)
        {
            await pace.PauseAsync(chance, 1, 4, ct);
            await kanal.PostAsync($"{conversation}/end", null, ct);
        }

        if (answers == 0 || !chance.Says(Rates))
        {
            return new Visit(answers, null);
        }

        await pace.PauseAsync(chance, 2, 6, ct);
        var score = chance.Score();
        var phrases = Phrases.In(_language);
        await kanal.PostAsync($"{conversation}/rating", new VisitorRating(score, chance.Says(0.3) ? chance.Of(score > 3 ? phrases.Praise : phrases.Blame) : null), ct);
        return new Visit(answers, score);
    }

    string NextId() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"visitor-{++_written}");
}
