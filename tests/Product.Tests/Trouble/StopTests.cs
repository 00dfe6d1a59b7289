using System.Net;
using System.Net.Sockets;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Trouble;

[OnOneEngine]
public sealed class StopTests
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_server_asked_to_stop_sends_streams_away_answers_the_rest_and_ends_what_is_under_way()
    {
        var clock = new TestClock();
        var kanal = await KanalHost.StartAsync(clock, settings: settings => settings with { Drain = TimeSpan.FromSeconds(60) });
        using var organisation = await Organisation.OnAsync(kanal);
        var visitor = await organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync();
        var slow = new SlowText();
        var underWay = organisation.Administrator.SendAsync(HttpMethod.Put, $"/conversations/{visitor.Conversation}/draft", slow);
        await slow.Begun.WaitAsync(_patience);

        var stopping = kanal.DisposeAsync().AsTask();
        var ready = await Asking.UntilAsync(() => HealthAsync(organisation.Http), health => health.Status == HttpStatusCode.ServiceUnavailable);
        Assert.Equal("This server is being stopped. Try again in a moment.", ready["reason"]);
        await stream.Ended.WaitAsync(_patience);
        var refused = (await visitor.GetAsync($"/conversations/{visitor.Conversation}/events")).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(("stopping", TimeSpan.FromSeconds(1)), (refused.Problem, refused.Headers!.RetryAfter!.Delta));
        (await visitor.SayAsync("Er I der endnu?")).Expect(HttpStatusCode.Created);

        await Asking.UntilAsync(async () => !await AnswersAsync(organisation.Http), () => clock.Advance(TimeSpan.FromSeconds(10)));

        Assert.False(stopping.IsCompleted);
        slow.End();
        (await underWay).Expect(HttpStatusCode.NoContent);
        await stopping.WaitAsync(_patience);
    }

    [Fact]
    public async Task A_server_that_has_stopped_waits_for_nothing_any_more()
    {
        var clock = new TestClock();
        await using (var kanal = await KanalHost.StartAsync(clock))
        {
            using var organisation = await Organisation.OnAsync(kanal);
            var agent = await organisation.NewAvailableAgentAsync();
            // With a desk that closes before, and one that closes with the server.
            await (await agent.ListenAsync()).DisposeAsync();
            await (await organisation.Administrator.ListenAsync()).NextAsync("hello");
        }

        Assert.Equal(0, clock.Waiting);
    }

    static async Task<Reply> HealthAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/health/ready");
        return await Reply.OfAsync(answer);
    }

    static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/health/live");
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or SocketException)
        {
            // A socket that is reset while it connects is told bare.
            return false;
        }
    }

    /// <summary>A request whose second half comes when it is told to.</summary>
    sealed class SlowText : HttpContent
    {
        readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowText() => Headers.ContentType = new("application/json");

        public Task Begun => _begun.Task;

        public void End() => _rest.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("{\"text\":"u8.ToArray());
            await stream.FlushAsync();
            _begun.SetResult();
            await _rest.Task;
            await stream.WriteAsync("\"Udkast\"}"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
