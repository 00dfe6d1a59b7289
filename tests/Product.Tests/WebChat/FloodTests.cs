using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

public sealed class FloodTests : IAsyncLifetime
{
    // The clock stands still: however slow the machine is, nobody is let in again meanwhile.
    readonly TestClock _clock = new();

    Fjordrejser Here { get; set; } = null!;

    public async ValueTask InitializeAsync() => Here = await Fjordrejser.FoundAsync(_clock);

    public ValueTask DisposeAsync() => Here.DisposeAsync();

    [Fact]
    public async Task A_visitor_who_floods_is_told_to_wait_while_another_is_served()
    {
        var (flood, other) = (await Here.Organisation.NewConversationAsync(), await Here.Organisation.NewConversationAsync());
        var pouring = Task.WhenAll(Enumerable.Range(0, 300).Select(i => flood.SayAsync($"{i}")));
        for (var i = 0; i < 20; i++)
        {
            (await other.SayAsync($"{i}")).Expect(HttpStatusCode.Created);
        }

        var answers = await pouring;
        var refused = answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal("too-many", answer.Problem));
        Assert.All(refused, answer => Assert.True(answer.Headers!.RetryAfter!.Delta >= TimeSpan.FromSeconds(1)));
        var taken = answers.Count(answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(300, taken + refused.Count);
        Assert.Equal(taken + 1, (await flood.StandingAsync()).Number("lastSequence"));
    }

    [Fact]
    public async Task A_visitor_can_open_only_so_many_conversations()
    {
        var visitor = Here.Organisation.NewVisitor();
        await visitor.MenuAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => new VisitorClient(Here.Organisation.Http, Organisation.Site) { Visitor = visitor.Visitor }.StartAsync($"{i}")));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests);
        (await Here.Organisation.NewVisitor().StartAsync()).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Signals_are_limited_too()
    {
        var visitor = await Here.Organisation.NewConversationAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => visitor.TypeAsync()));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests);
        (await visitor.SayAsync("Undskyld")).Expect(HttpStatusCode.Created);
    }
}
