using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kanal.Product.Tests.Hosting;
using Kanal.Web.Demo;

namespace Kanal.Product.Tests.Web.Demo;

public sealed class StageTests(DemoHost demo) : IClassFixture<DemoHost>
{
    [Theory]
    [InlineData("agent")]
    [InlineData("supervisor")]
    [InlineData("administrator")]
    public async Task A_link_signs_in_as_each_role(string role)
    {
        using var desk = await SignedInAsync(demo.Client.BaseAddress!, role);
        var session = await desk.GetFromJsonAsync<JsonElement>("/api/v1/session");
        Assert.Equal(role, session.GetProperty("agent").GetProperty("role").GetString());
        Assert.Equal("Fjordrejser", session.GetProperty("organisation").GetString());
    }

    [Fact]
    public async Task There_is_a_history_and_a_handful_who_wait()
    {
        using var desk = await SignedInAsync(demo.Client.BaseAddress!, "supervisor");
        var queue = await desk.GetFromJsonAsync<JsonElement>("/api/v1/queues");
        Assert.InRange(queue.GetProperty("data").EnumerateArray().Sum(one => one.GetProperty("waiting").GetInt32()), 3, 6);
        var closed = 0;
        for (var cursor = ""; cursor is not null;)
        {
            var page = await desk.GetFromJsonAsync<JsonElement>($"/api/v1/conversations?list=all&state=closed&limit=100&cursor={cursor}");
            Assert.DoesNotContain("⟦", page.ToString(), StringComparison.Ordinal);
            closed += page.GetProperty("data").GetArrayLength();
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.InRange(closed, 250, 400);
    }

    [Fact]
    public async Task Those_who_came_last_week_can_come_once_more_and_what_they_were_shown_is_explained()
    {
        using var desk = await SignedInAsync(demo.Client.BaseAddress!, "supervisor");
        var site = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/sites")).GetProperty("data")[0].GetProperty("id").GetString();
        var week = await desk.GetFromJsonAsync<JsonElement>($"/api/v1/sites/{site}/simulations/recorded?from={TimeProvider.System.GetUtcNow().AddDays(-7):yyyy-MM-dd}&days=7");
        Assert.InRange(week.GetProperty("visits").GetInt32(), 500, 1_000);
        Assert.InRange(week.GetProperty("channels").EnumerateArray().Sum(channel => channel.GetProperty("asked").GetInt32()), 50, 150);
        var closed = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/conversations?list=all&state=closed&limit=30")).GetProperty("data").EnumerateArray();
        var chat = closed.First(one => one.GetProperty("channel").GetString() == "chat").GetProperty("id").GetString();
        var decision = await desk.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{chat}/decision");
        Assert.Contains("chat", decision.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_have_come_and_one_of_them_may_be_another_matter()
    {
        using var desk = await SignedInAsync(demo.Client.BaseAddress!, "agent");
        Assert.Equal("post@fjordrejser.example", (await desk.GetFromJsonAsync<JsonElement>("/api/v1/mailboxes")).GetProperty("data")[0].GetProperty("address").GetString());
        var open = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/conversations?list=all&limit=100")).GetProperty("data").EnumerateArray();
        var letters = open.Where(one => one.TryGetProperty("subject", out _)).ToList();
        Assert.Equal(["Andrei Șerban", "Anna Nowak", "Daniel Okafor", "Kirsten Lauridsen"], letters.Select(Customer).Order(StringComparer.Ordinal));
        var timeline = await desk.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{letters.Single(letter => Customer(letter) == "Anna Nowak").GetProperty("id")}/timeline");
        var first = timeline.GetProperty("data").EnumerateArray().First(entry => entry.TryGetProperty("letter", out _)).GetProperty("letter");
        Assert.True(first.GetProperty("hasRemotePictures").GetBoolean());
        Assert.Equal("fjord@nowak.example", first.GetProperty("files")[0].GetProperty("inline").GetString());
        Assert.Contains(timeline.GetProperty("data").EnumerateArray(), entry => entry.TryGetProperty("event", out var line) && line.GetProperty("type").GetString() == "splitProposed");

        static string? Customer(JsonElement conversation) => conversation.GetProperty("customer").GetProperty("name").GetString();
    }

    [Fact]
    public async Task There_are_queues_with_skills_teams_and_people_who_can_meet_them()
    {
        using var desk = await SignedInAsync(demo.Client.BaseAddress!, "supervisor");
        var queues = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/queues")).GetProperty("data").EnumerateArray().ToList();
        Assert.Equal(["Bookings", "General", "Travelling now"], queues.Select(queue => queue.GetProperty("name").GetString()));
        Assert.All(queues, queue => Assert.Empty(queue.GetProperty("warnings").EnumerateArray()));
        Assert.All(queues, queue => Assert.InRange(queue.GetProperty("servedBy").GetArrayLength(), 4, 6));
        Assert.Equal(["Sales", "Tour support"], (await desk.GetFromJsonAsync<JsonElement>("/api/v1/teams")).GetProperty("data").EnumerateArray().Select(team => team.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Chat_is_offered_whatever_the_hour_once_somebody_is_there()
    {
        using var desk = await SignedInAsync(demo.Client.BaseAddress!, "agent");
        var agent = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("agent").GetProperty("id");
        using var presence = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/agents/{agent}/presence") { Content = JsonContent.Create(new { presence = "available" }), Headers = { { "X-Kanal-Desk", "1" } } };
        using var there = await desk.SendAsync(presence);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        // Whoever has come is counted in a moment.
        var first = "";
        for (var begun = TimeProvider.System.GetTimestamp(); first != "chat" && TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(30);)
        {
            using var answer = await demo.Client.PostAsJsonAsync("/public/v1/sites/fjordrejser/menu", new { facts = new { page = "/demo/da", language = "da" } });
            first = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("menu").GetProperty("entries")[0].GetProperty("channel").GetString();
        }

        Assert.Equal("chat", first);
    }

    [Fact]
    public async Task The_strategy_has_grown_over_the_weeks_and_nothing_can_be_said_against_it()
    {
        using var desk = await SignedInAsync(demo.Client.BaseAddress!, "supervisor");
        var site = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/sites")).GetProperty("data")[0].GetProperty("id");
        var strategy = await desk.GetFromJsonAsync<JsonElement>($"/api/v1/sites/{site}/strategy");
        Assert.Empty(strategy.GetProperty("live").GetProperty("problems").EnumerateArray());
        var versions = (await desk.GetFromJsonAsync<JsonElement>($"/api/v1/sites/{site}/strategy/versions")).GetProperty("data").EnumerateArray().ToList();
        Assert.Equal([6, 5, 4, 3, 2, 1], versions.Select(version => version.GetProperty("number").GetInt32()));
        Assert.Equal(3, versions[1].GetProperty("restores").GetInt32());
        Assert.All(versions.Zip(versions.Skip(1)), pair => Assert.True(pair.First.GetProperty("publishedAt").GetDateTimeOffset() > pair.Second.GetProperty("publishedAt").GetDateTimeOffset()));
    }

    [Fact]
    public async Task A_demo_that_is_there_is_gone_on_with_only_when_it_is_to_be_kept()
    {
        await Assert.ThrowsAsync<DemoRefusedException>(() => DemoHost.PrepareAsync(demo.Settings));
        await using var again = await DemoHost.PrepareAsync(demo.Settings with { Demo = new DemoOptions(Keep: true, QuietVisitors: true, QuietAgents: true) });
    }

    [Fact]
    public async Task A_server_that_is_no_demo_has_none_of_its_pages()
    {
        await using var server = await KanalHost.StartAsync();
        foreach (var path in new[] { "/demo", "/demo/da", "/demo/sign-in/administrator", "/demo/assets/fjordrejser.css" })
        {
            using var answer = await server.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    internal static async Task<HttpClient> SignedInAsync(Uri address, string role)
    {
        var browser = new HttpClient(new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = false }) { BaseAddress = address };
        using var answer = await browser.GetAsync($"/demo/sign-in/{role}");
        Assert.Equal("/desk/", answer.Headers.Location?.ToString());
        return browser;
    }
}
