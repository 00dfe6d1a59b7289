using System.Net;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.WebChat;

public sealed class VisitorStreamTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    readonly Organisation _organisation = here.Organisation;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_breaks_again_and_again_misses_nothing_and_repeats_nothing(bool asBrowsersDo)
    {
        var visitor = await _organisation.NewConversationAsync();
        var sending = Task.WhenAll(Enumerable.Range(0, 4).Select(async sender =>
        {
            for (var i = 0; i < 20; i++)
            {
                (await (i % 2 == 0 ? visitor.SayAsync($"{sender}/{i}") : _organisation.Administrator.SayAsync(visitor.Conversation, $"{sender}/{i}"))).Expect(HttpStatusCode.Created);
            }
        }));
        List<long> heard = [];
        while (heard.Count < 81)
        {
            var last = heard.Count == 0 ? null : $"{heard[^1]}";
            await using var stream = asBrowsersDo ? await visitor.ListenAsync(lastEventId: last) : await visitor.ListenAsync(last is null ? null : heard[^1]);
            for (var i = 0; i < 7 && heard.Count < 81; i++)
            {
                var message = await stream.NextAsync("message");
                Assert.Equal(message["sequence"], message.Id);
                heard.Add(message.Number("sequence"));
            }
        }

        await sending;
        Assert.Equal(Enumerable.Range(1, 81).Select(sequence => (long)sequence), heard);
        await using var again = await visitor.ListenAsync(81);
        await visitor.SayAsync("Det sidste");
        Assert.Equal(82, (await again.NextAsync("message")).Number("sequence"));
    }

    [Fact]
    public async Task What_a_browser_says_it_saw_comes_before_what_the_address_says()
    {
        var visitor = await _organisation.NewConversationAsync();
        await visitor.SayAsync("2");
        await visitor.SayAsync("3");
        await using var stream = await visitor.ListenAsync(after: 0, lastEventId: "2");
        Assert.Equal(3, (await stream.NextAsync("message")).Number("sequence"));
    }

    [Fact]
    public async Task A_visitor_hears_all_that_happens_to_the_conversation()
    {
        var agent = await _organisation.NewAgentAsync();
        var visitor = await _organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync(1);
        Assert.True((await stream.NextAsync("queue")).Number("position") >= 1);

        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        Assert.Equal(agent.Name, (await stream.NextAsync("assigned"))["agent.name"]);

        (await agent.PostAsync($"/conversations/{visitor.Conversation}/typing", new { typing = true })).Expect(HttpStatusCode.NoContent);
        var typing = await stream.NextAsync("typing");
        Assert.Equal(("agent", agent.Name, "true"), (typing["from"], typing["name"], typing["typing"]));

        (await agent.ReadAsync(visitor.Conversation, 1)).Expect(HttpStatusCode.NoContent);
        var read = await stream.NextAsync("read");
        Assert.Equal(("agent", "1"), (read["by"], read["sequence"]));

        await agent.SayAsync(visitor.Conversation, "Goddag");
        var message = await stream.NextAsync("message");
        Assert.Equal(("2", "agent", agent.Name, "Goddag", null), (message.Id, message["from"], message["name"], message["text"], message["clientId"]));

        (await agent.WrapUpAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        Assert.Equal("agent", (await stream.NextAsync("closed"))["by"]);

        await visitor.SayAsync("En ting til");
        await stream.NextAsync("reopened");
        await stream.NextAsync("queue");
    }

    [Fact]
    public async Task One_who_comes_in_late_is_told_how_things_stand()
    {
        var agent = await _organisation.NewAgentAsync();
        var visitor = await _organisation.NewConversationAsync();
        await using (var queued = await visitor.ListenAsync())
        {
            Assert.Equal("queue", (await queued.NextAsync()).Name);
            Assert.Equal("message", (await queued.NextAsync()).Name);
        }

        await agent.TakeAsync(visitor.Conversation);
        await using (var assigned = await visitor.ListenAsync(1))
        {
            var first = await assigned.NextAsync();
            Assert.Equal(("assigned", agent.Name, null), (first.Name, first["agent.name"], first.Id));
        }

        await agent.WrapUpAsync(visitor.Conversation);
        await using var closed = await visitor.ListenAsync(1);
        Assert.Equal("closed", (await closed.NextAsync()).Name);
    }

    [Fact]
    public async Task A_place_in_the_queue_from_before_the_agent_is_not_told_after_the_agent()
    {
        // So many never wait here, however many the other tests have left waiting.
        const int Nowhere = 7_000;
        var agent = await _organisation.NewAgentAsync();
        var visitor = await _organisation.NewConversationAsync();
        await using var open = await visitor.ListenAsync(1);
        await open.NextAsync("queue");
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await open.NextAsync("assigned");
        await using var late = await visitor.ListenAsync(1);
        Assert.Equal("assigned", (await late.NextAsync()).Name);
        here.Kanal.Services.GetRequiredService<Feed>().Publish(Topic.Visitor(Id.Parse(visitor.Conversation, null)), new Change("queue", new { position = Nowhere }));
        (await agent.SayAsync(visitor.Conversation, "Goddag")).Expect(HttpStatusCode.Created);
        (await agent.HandBackAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        foreach (var stream in new[] { open, late })
        {
            Assert.Equal("message", (await stream.NextAsync()).Name);
            Assert.NotEqual(Nowhere, (await stream.NextAsync("queue")).Number("position"));
        }
    }

    [Fact]
    public async Task The_desk_hears_the_visitor_come_type_read_and_go()
    {
        var visitor = await _organisation.NewConversationAsync();
        await using var desk = await _organisation.Administrator.ListenAsync();
        await desk.NextAsync("hello");
        await using (await visitor.ListenAsync())
        {
            Assert.Equal("true", (await desk.NextAsync("visitor", Theirs))["online"]);
            await visitor.TypeAsync();
            Assert.Equal(("visitor", "true"), await DeskAsync("typing", "from", "typing"));
            await _organisation.Administrator.SayAsync(visitor.Conversation, "Goddag");
            await visitor.ReadAsync(2);
            Assert.Equal(("visitor", "2"), await DeskAsync("read", "by", "sequence"));
        }

        Assert.Equal("false", (await desk.NextAsync("visitor", Theirs))["online"]);
        Assert.Equal(2, (await visitor.StandingAsync()).Number("readByVisitor"));

        bool Theirs(StreamEvent told) => told["conversation"] == visitor.Conversation;

        async Task<(string?, string?)> DeskAsync(string name, string one, string other)
        {
            var told = await desk.NextAsync(name, Theirs);
            return (told[one], told[other]);
        }
    }

    [Fact]
    public async Task Reading_further_than_was_written_marks_nothing()
    {
        var visitor = await _organisation.NewConversationAsync();
        (await visitor.ReadAsync(99)).Expect(HttpStatusCode.NoContent);
        (await visitor.ReadAsync(-1)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(1, (await visitor.StandingAsync()).Number("readByVisitor"));
    }
}
