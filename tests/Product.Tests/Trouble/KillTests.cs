using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Trouble;

public sealed class KillTests
{
    const int Visitors = 20;
    const int Kills = 3;

    [Fact]
    public async Task A_server_killed_in_the_rush_has_every_acknowledged_message_once_and_in_order()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        AgentClient[] agents = [await organisation.NewAgentAsync(20), await organisation.NewAgentAsync(20)];
        var talks = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(async _ => new Talk(await organisation.NewConversationAsync(), server)));
        for (var i = 0; i < Visitors; i++)
        {
            (await agents[i % 2].TakeAsync(talks[i].Visitor.Conversation)).Expect(HttpStatusCode.OK);
        }

        using var enough = new CancellationTokenSource();
        var talking = Task.WhenAll(talks.Select(talk => talk.TalkAsync(enough.Token)));
        var listening = Task.WhenAll(talks.Select(talk => talk.ListenAsync()));
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.WhenAll(talks.Select(talk => talk.AcknowledgedAsync(8)));
            await server.KillAsync();
            await server.StartAgainAsync();
        }

        await Task.WhenAll(talks.Select(talk => talk.AcknowledgedAsync(8)));
        await enough.CancelAsync();
        await talking;
        await Task.WhenAll(talks.Select(talk => talk.EndAsync()));
        await listening.WaitAsync(TimeSpan.FromSeconds(20));
        await Task.WhenAll(talks.Select(talk => talk.CheckAsync()));
        Assert.All(talks, talk => Assert.Equal(Enumerable.Range(1, talk.Heard.Count).Select(sequence => (long)sequence), talk.Heard));
        for (var i = 0; i < Visitors; i++)
        {
            var seen = await agents[i % 2].SeeAsync(talks[i].Visitor.Conversation);
            Assert.Equal(("assigned", agents[i % 2].Id), (seen["state"], seen["agent.id"]));
        }
    }

    /// <summary>A visitor who sends one message after the other, each until it is acknowledged, and listens all the while.</summary>
    sealed class Talk(VisitorClient visitor, KanalProcess server)
    {
        const string End = "the-end";

        readonly ConcurrentQueue<(string ClientId, long Sequence)> _acknowledged = [];
        readonly Channel<long> _news = Channel.CreateUnbounded<long>();

        public VisitorClient Visitor => visitor;

        public List<long> Heard { get; } = [];

        public async Task AcknowledgedAsync(int more)
        {
            for (var i = 0; i < more; i++)
            {
                await _news.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            }
        }

        public async Task TalkAsync(CancellationToken enough)
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                var clientId = $"message-{i}";
                while (await TryAsync(clientId) is var sequence)
                {
                    if (sequence is { } place)
                    {
                        _acknowledged.Enqueue((clientId, place));
                        _news.Writer.TryWrite(place);
                        break;
                    }
                }
            }
        }

        /// <summary>Who was waited for by one that was slower may have said so much meanwhile that they are held back for a moment.</summary>
        public Task<Reply> EndAsync() => Asking.UntilAsync(() => visitor.SayAsync("That is all.", End), answer => answer.Status is HttpStatusCode.Created or HttpStatusCode.OK);

        public async Task ListenAsync()
        {
            while (true)
            {
                try
                {
                    await using var stream = await visitor.ListenAsync(lastEventId: Heard.Count == 0 ? null : $"{Heard[^1]}");
                    while (await stream.NextAsync("message") is var message)
                    {
                        Heard.Add(message.Number("sequence"));
                        if (message["clientId"] == End)
                        {
                            return;
                        }
                    }
                }
                catch (Exception broken) when (broken is HttpRequestException or TimeoutException or IOException)
                {
                    // The server was killed; the next stream resumes.
                    await server.Up;
                }
            }
        }

        /// <summary>What the server has is whole, and holds all that was acknowledged.</summary>
        public async Task CheckAsync()
        {
            var history = (await visitor.GetAsync($"/conversations/{visitor.Conversation}/messages?limit=500")).Expect(HttpStatusCode.OK).Rows;
            Assert.Equal(Enumerable.Range(1, history.Length).Select(place => (long)place), history.Select(message => message.Number("sequence")));
            var kept = history.Skip(1).Select(message => (message["clientId"]!, message.Number("sequence"))).ToList();
            Assert.Equal(_acknowledged, kept.SkipLast(1));
            Assert.Equal(history.Length, Heard.Count);
        }

        async Task<long?> TryAsync(string clientId)
        {
            try
            {
                var answer = await visitor.SayAsync(clientId, clientId);
                return answer.Status is HttpStatusCode.Created or HttpStatusCode.OK ? answer.Number("sequence") : null;
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                await server.Up;
                return null;
            }
        }
    }
}
