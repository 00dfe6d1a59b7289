using System.Net;
using Kanal.Centre.Live;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Live;

public sealed class FollowingTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    readonly Organisation _organisation = here.Organisation;

    [Fact]
    public async Task A_desk_that_follows_its_own_is_told_of_what_is_in_its_hands_and_of_what_it_shows()
    {
        var agent = await _organisation.NewAgentAsync();
        var (own, shown, other) = (await _organisation.NewConversationAsync(), await _organisation.NewConversationAsync(), await _organisation.NewConversationAsync());
        (await agent.TakeAsync(own.Conversation)).Expect(HttpStatusCode.OK);
        (await _organisation.Administrator.TakeAsync(other.Conversation)).Expect(HttpStatusCode.OK);
        await using var desk = await agent.FollowAsync("mine", open: shown.Conversation);
        await desk.NextAsync("hello");
        foreach (var visitor in new[] { other, shown, own })
        {
            await visitor.TypeAsync();
            (await visitor.SayAsync("Er der plads?")).Expect(HttpStatusCode.Created);
            (await _organisation.Administrator.NoteAsync(visitor.Conversation, "Ringer igen")).Expect(HttpStatusCode.Created);
        }

        Assert.Equal(
            [("typing", shown.Conversation), ("message", shown.Conversation), ("line", shown.Conversation), ("typing", own.Conversation), ("message", own.Conversation), ("line", own.Conversation)],
            await InsideAsync(desk, "line", own.Conversation));
    }

    [Fact]
    public async Task Whoever_is_handed_a_conversation_is_told_of_it_at_once_and_whoever_had_it_no_more()
    {
        var (one, other) = (await _organisation.NewAgentAsync(), await _organisation.NewAgentAsync());
        var visitor = await _organisation.NewConversationAsync();
        (await one.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await using var first = await one.FollowAsync("mine");
        await using var second = await other.FollowAsync("mine");
        await visitor.SayAsync("Før");
        (await one.HandToAsync(visitor.Conversation, other)).Expect(HttpStatusCode.OK);
        await visitor.SayAsync("Efter");
        Assert.Equal("Før", (await first.NextAsync("message"))["entry.text"]);
        await first.NextAsync("conversation", told => told["id"] == visitor.Conversation && told["agent.id"] == other.Id);
        await second.NextAsync("conversation", told => told["id"] == visitor.Conversation && told["agent.id"] == other.Id);
        Assert.Equal("Efter", (await second.NextAsync("message"))["entry.text"]);
        await other.WrapUpAsync(visitor.Conversation);
        await second.NextAsync("conversation", told => told["id"] == visitor.Conversation && told["state"] == "closed");
        var last = await _organisation.NewConversationAsync();
        (await one.TakeAsync(last.Conversation)).Expect(HttpStatusCode.OK);
        await last.SayAsync("Slut");
        Assert.Equal([("message", last.Conversation)], (await InsideAsync(first, "message", last.Conversation)).Where(told => told.Name == "message"));
    }

    [Fact]
    public async Task Everyone_learns_who_comes_to_wait_and_who_waits_no_more_and_what_they_say_meanwhile_whoever_looks_at_the_queue()
    {
        await using var little = await (await _organisation.NewAgentAsync()).FollowAsync("mine");
        await using var more = await (await _organisation.NewAgentAsync()).FollowAsync("queue");
        await little.NextAsync("hello");
        await more.NextAsync("hello");
        var visitor = await _organisation.NewConversationAsync();
        await visitor.SayAsync("Er her nogen?");
        var taker = await _organisation.NewAgentAsync();
        (await taker.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await visitor.SayAsync("Endelig");
        (await taker.WrapUpAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await _organisation.NewConversationAsync("Slut");
        foreach (var (desk, wanted) in new[] { (little, new[] { "conversation queued", "conversation assigned" }), (more, ["message", "conversation queued", "message", "conversation assigned"]) })
        {
            List<string> heard = [];
            for (var next = await desk.NextAsync(); next.Name != "conversation" || next["lastMessage.text"] != "Slut"; next = await desk.NextAsync())
            {
                if (next["conversation"] == visitor.Conversation || (next.Name == "conversation" && next["id"] == visitor.Conversation))
                {
                    heard.Add(next.Name == "message" ? "message" : $"{next.Name} {next["state"]}");
                }
            }

            Assert.Equal(wanted.Order(), heard.Where(one => one.StartsWith("message", StringComparison.Ordinal) || one.StartsWith("conversation", StringComparison.Ordinal)).Order());
        }
    }

    [Fact]
    public async Task Nothing_is_missed_when_a_conversation_is_opened_while_messages_come()
    {
        var (agent, visitor) = (await _organisation.NewAgentAsync(), await _organisation.NewConversationAsync());
        (await _organisation.Administrator.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        using var enough = new CancellationTokenSource();

        // Visitors who say so much at once are held back.
        var saying = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                (await _organisation.Administrator.SayAsync(visitor.Conversation, "Og en ting til")).Expect(HttpStatusCode.Created);
            }
        });
        string? place = null;
        for (var round = 0; round < 10; round++)
        {
            await using (var before = await agent.FollowAsync("mine", place))
            {
                await before.NextAsync("hello");
                place = before.LastId ?? place;
            }

            await using var desk = await agent.FollowAsync("mine", place, visitor.Conversation);
            await desk.NextAsync("hello");
            var read = (await agent.GetAsync($"/conversations/{visitor.Conversation}/timeline?limit=100")).Rows.Max(entry => entry.Number("sequence"));
            var seen = (await desk.NextAsync("message", told => told.Number("entry.sequence") >= read)).Number("entry.sequence");
            Assert.InRange(seen, 1, read + 1);
            Assert.Equal(seen + 1, (await desk.NextAsync("message")).Number("entry.sequence"));
            place = desk.LastId;
        }

        await enough.CancelAsync();
        await saying;
    }

    [Fact]
    public async Task A_desk_that_comes_back_and_follows_more_gets_what_it_missed_of_that_too()
    {
        var (agent, visitor) = (await _organisation.NewAgentAsync(), await _organisation.NewConversationAsync());
        (await _organisation.Administrator.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        string? place;
        await using (var before = await agent.FollowAsync("mine"))
        {
            place = (await before.NextAsync("hello")).Id;
        }

        await visitor.SayAsync("Imens");
        await using var desk = await agent.FollowAsync("mine", place, visitor.Conversation);
        Assert.Equal("Imens", (await desk.NextAsync("message"))["entry.text"]);
    }

    [Fact]
    public async Task However_much_others_are_told_a_desk_keeps_its_place()
    {
        const int MoreThanIsRemembered = 5000;
        await using var alone = await Fjordrejser.FoundAsync();
        var feed = alone.Kanal.Services.GetRequiredService<DeskFeed>();
        var (agent, visitor) = (await alone.Organisation.NewAgentAsync(), await alone.Organisation.NewConversationAsync());
        await using var desk = await agent.FollowAsync("mine");
        await desk.NextAsync("hello");
        for (var i = 0; i < MoreThanIsRemembered; i++)
        {
            feed.TellHere("units", new { i }, default(Kanal.Centre.Storage.Id));
        }

        (await alone.Organisation.Administrator.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await using var back = await agent.FollowAsync("mine", (await desk.NextAsync("place", told => Number(told.Id!) > MoreThanIsRemembered - 600)).Id);
        await back.NextAsync("hello");
        Assert.NotEqual("reset", (await back.NextAsync()).Name);

        static int Number(string place) => int.Parse(place.AsSpan(place.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task After_a_restart_the_server_knows_whose_a_conversation_is()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var (agent, other) = (await alone.Organisation.NewAgentAsync(), await alone.Organisation.NewAgentAsync());
        var visitor = await alone.Organisation.NewConversationAsync();
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await alone.Kanal.RestartAsync();
        await using var desk = await agent.FollowAsync("mine");
        await desk.NextAsync("hello");
        await visitor.SayAsync("Er du der endnu?");
        Assert.Equal("Er du der endnu?", (await desk.NextAsync("message"))["entry.text"]);
        await using var others = await other.FollowAsync("mine");
        // Until it has read them everyone is told everything.
        for (var tries = 1; tries == 1 || (await InsideAsync(others, "conversation", null)).Count > 0; tries++)
        {
            Assert.InRange(tries, 1, 500);
            await visitor.SayAsync("Hallo");
            await alone.Organisation.NewConversationAsync();
        }
    }

    [Theory]
    [InlineData("follow=yours")]
    [InlineData("follow=mine&open=nonsense")]
    public async Task What_cannot_be_followed_is_refused(string wish)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _organisation.Administrator.GetAsync($"/events?{wish}")).Status);
    }

    // What happened inside conversations, up to that event; "conversation" is how one stands.
    static async Task<List<(string Name, string? Conversation)>> InsideAsync(EventReader desk, string last, string? conversation)
    {
        List<(string, string?)> inside = [];
        while (true)
        {
            var next = await desk.NextAsync();
            var its = next.Name == "conversation" ? next["id"] : next["conversation"];
            if (next.Name is "typing" or "message" or "line" or "read" or "visitor" or "delivery")
            {
                inside.Add((next.Name, its));
            }

            if (next.Name == last && (conversation is null || its == conversation))
            {
                return inside;
            }
        }
    }
}
