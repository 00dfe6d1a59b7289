using System.Net;
using Kanal.Centre.Live;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Live;

public sealed class DeskStreamTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    readonly Organisation _organisation = here.Organisation;

    [Fact]
    public async Task A_desk_that_comes_back_gets_exactly_what_it_missed()
    {
        var agent = await _organisation.NewAgentAsync();
        var broken = await agent.ListenAsync();
        await using var steady = await agent.ListenAsync((await broken.NextAsync("hello")).Id);
        List<string?> heard = [];
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _organisation.NewConversationAsync()));
            heard.AddRange(await KeptAsync(broken, 4));
            var last = broken.LastId;
            await broken.DisposeAsync();
            await _organisation.NewConversationAsync();
            broken = await agent.ListenAsync(last);
            var hello = await broken.NextAsync("hello");
            Assert.Null(hello.Id);
        }

        var marker = await _organisation.NewConversationAsync("the end");
        heard.AddRange(await KeptUntilAsync(broken, marker.Conversation));
        await broken.DisposeAsync();
        Assert.Equal(await KeptUntilAsync(steady, marker.Conversation), heard);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("0000000000001-5")]
    [InlineData("-1")]
    public async Task A_place_that_is_not_known_means_fetch_everything_anew(string place)
    {
        await using var desk = await _organisation.Administrator.ListenAsync(place);
        await desk.NextAsync("hello");
        var reset = await desk.NextAsync();
        Assert.Equal("reset", reset.Name);
        Assert.NotNull(reset.Id);
    }

    [Fact]
    public async Task After_a_restart_a_desk_is_told_to_fetch_everything_anew_and_goes_on()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        string? last;
        await using (var desk = await alone.Organisation.Administrator.ListenAsync())
        {
            await alone.Organisation.NewConversationAsync();
            await desk.NextAsync("message");
            last = desk.LastId;
        }

        await alone.Kanal.RestartAsync();
        await using var again = await alone.Organisation.Administrator.ListenAsync(last);
        await again.NextAsync("hello");
        Assert.Equal("reset", (await again.NextAsync()).Name);
        await alone.Organisation.NewConversationAsync();
        await again.NextAsync("message");
    }

    [Fact]
    public async Task One_who_does_not_read_is_cut_off_and_harms_nobody()
    {
        const int Told = 2400;
        await using var alone = await Fjordrejser.FoundAsync();
        var feed = alone.Kanal.Services.GetRequiredService<DeskFeed>();
        await using var reads = await alone.Organisation.Administrator.ListenAsync();
        await reads.NextAsync("hello");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events") { Headers = { { "Authorization", $"Bearer {alone.Organisation.Administrator.Bearer}" } } };
        using var answer = await alone.Organisation.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var number = 0;
        while (number < Told)
        {
            for (var i = 0; i < 200; i++)
            {
                feed.Tell("settings", new { what = new string('x', 8000), number = ++number });
            }

            await reads.NextAsync("settings", told => told.Number("number") == number);
        }

        await using var sleeps = new EventReader(answer, await answer.Content.ReadAsStreamAsync());
        await sleeps.Ended.WaitAsync(TimeSpan.FromSeconds(15));
        var got = sleeps.Rest().Where(told => told.Name == "settings").Select(told => told.Number("number")).ToList();
        Assert.Equal(Enumerable.Range(1, got.Count).Select(place => (long)place), got);
        Assert.InRange(got.Count, 1, Told - 1);

        await using var back = await alone.Organisation.Administrator.ListenAsync(sleeps.LastId);
        for (var next = got.Count + 1; next <= Told; next++)
        {
            Assert.Equal(next, (await back.NextAsync("settings")).Number("number"));
        }
    }

    [Fact]
    public async Task What_rings_at_one_agent_is_told_to_no_other()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var (agent, other) = (await alone.Organisation.NewAvailableAgentAsync(), await alone.Organisation.NewAgentAsync());
        await using var desk = await agent.ListenAsync();
        await using var otherDesk = await other.ListenAsync();
        var visitor = await alone.Organisation.NewConversationAsync();
        await agent.AcceptAsync((await desk.NextAsync("offer"))["id"]!);
        await desk.NextAsync("offerEnded");
        await other.NoteAsync(visitor.Conversation, "the end");
        List<string> heard = [];
        while (!heard.Contains("line") || heard[^1] != "line")
        {
            heard.Add((await otherDesk.NextAsync()).Name);
        }

        Assert.DoesNotContain("offer", heard);
        Assert.DoesNotContain("offerEnded", heard);
    }

    [Fact]
    public async Task Without_a_way_in_there_is_no_stream()
    {
        var stranger = new AgentClient(_organisation.Http, "", "");
        (await stranger.GetAsync("/events")).Expect(HttpStatusCode.Unauthorized);
    }

    static async Task<List<string?>> KeptAsync(EventReader desk, int many)
    {
        List<string?> kept = [];
        while (kept.Count < many)
        {
            var next = await desk.NextAsync();
            if (next.Id is not null)
            {
                kept.Add($"{next.Id} {next.Name}");
            }
        }

        return kept;
    }

    static async Task<List<string?>> KeptUntilAsync(EventReader desk, string conversation)
    {
        List<string?> kept = [];
        while (true)
        {
            var next = await desk.NextAsync();
            if (next.Id is not null)
            {
                kept.Add($"{next.Id} {next.Name}");
            }

            if (next.Name == "message" && next["conversation"] == conversation)
            {
                return kept;
            }
        }
    }
}
