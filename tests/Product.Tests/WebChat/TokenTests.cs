using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

public sealed class TokenTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static readonly object _nothing = new();
    readonly Organisation _organisation = here.Organisation;

    [Fact]
    public async Task Without_a_token_nothing_is_read_and_nothing_written()
    {
        var visitor = await _organisation.NewConversationAsync();
        await RefusedEverywhereAsync(visitor.Conversation, null, HttpStatusCode.Unauthorized, "token-needed");
        await RefusedEverywhereAsync(visitor.Conversation, "nonsense", HttpStatusCode.Unauthorized, "token-needed");
        await RefusedEverywhereAsync(visitor.Conversation, visitor.Bearer![..^2] + "AA", HttpStatusCode.Unauthorized, "token-needed");
    }

    [Fact]
    public async Task The_token_of_one_conversation_opens_no_other()
    {
        var (mine, theirs) = (await _organisation.NewConversationAsync(), await _organisation.NewConversationAsync());
        await RefusedEverywhereAsync(theirs.Conversation, mine.Bearer, HttpStatusCode.Forbidden, "foreign-token");
        await RefusedEverywhereAsync("0000000000001", mine.Bearer, HttpStatusCode.Forbidden, "foreign-token");
        await RefusedEverywhereAsync("not-an-id", mine.Bearer, HttpStatusCode.Forbidden, "foreign-token");
        Assert.Single((await theirs.HistoryAsync()).Rows);
    }

    [Fact]
    public async Task A_visitors_token_is_no_key_to_the_business_api()
    {
        var visitor = await _organisation.NewConversationAsync();
        var intruder = new AgentClient(_organisation.Http, "0000000000001", "Nobody");
        foreach (var token in new[] { visitor.Bearer, null, "kanal_nonsense" })
        {
            intruder.Bearer = token;
            (await intruder.GetAsync("/conversations")).Expect(HttpStatusCode.Unauthorized);
            (await intruder.SeeAsync(visitor.Conversation)).Expect(HttpStatusCode.Unauthorized);
            (await intruder.SayAsync(visitor.Conversation, "Hej")).Expect(HttpStatusCode.Unauthorized);
            (await intruder.GetAsync("/events")).Expect(HttpStatusCode.Unauthorized);
        }
    }

    async Task RefusedEverywhereAsync(string conversation, string? token, HttpStatusCode status, string problem)
    {
        var before = await here.RowsAsync();
        var intruder = new VisitorClient(_organisation.Http, Organisation.Site) { Conversation = conversation, Bearer = token };
        foreach (var asked in new[] { "", "/messages", "/events", "/transcript", "/files/0000000000001" })
        {
            Assert.Equal(problem, (await intruder.GetAsync($"/conversations/{conversation}{asked}")).Expect(status).Problem);
        }

        Assert.Equal(problem, (await intruder.SayAsync("Hej")).Expect(status).Problem);
        Assert.Equal(problem, (await intruder.TypeAsync()).Expect(status).Problem);
        Assert.Equal(problem, (await intruder.ReadAsync(1)).Expect(status).Problem);
        Assert.Equal(problem, (await intruder.RateAsync(5)).Expect(status).Problem);
        Assert.Equal(problem, (await intruder.EndAsync()).Expect(status).Problem);
        Assert.Equal(problem, (await intruder.PostAsync($"/conversations/{conversation}/facts", _nothing)).Expect(status).Problem);
        Assert.Equal(problem, (await intruder.PostAsync($"/conversations/{conversation}/switch", new { channel = "email", address = "a@example.com" })).Expect(status).Problem);
        Assert.Equal(problem, (await intruder.UploadAsync([1, 2, 3], "a.txt")).Expect(status).Problem);
        Assert.Empty((await here.RowsAsync()).Except(before));
    }
}
