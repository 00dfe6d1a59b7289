using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Shown;

public sealed class PhoneCodeTests(Fjordrejser shared) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task The_browser_whose_code_was_read_out_joins_the_conversation()
    {
        var here = shared;
        var site = await ShowingSite.OnAsync(here);
        var (caller, code) = await CallerAsync(here);
        Assert.Matches("^[0-9]{6}$", code);
        await using var waiting = await WaitAsync(caller);
        (await JoinAsync(site, $"{code[..3]} {code[3..]}")).Expect(HttpStatusCode.NoContent);
        var joined = await waiting.NextAsync("joined");
        Assert.Equal((site.Visitor.Conversation, site.Agent.Name), (joined["conversation"], joined["agent.name"]));
        caller.Conversation = joined["conversation"]!;
        caller.Bearer = joined["token"];
        await using var stream = await caller.ListenAsync();
        (await site.ShowAsync(await site.NewGuideAsync())).Expect(HttpStatusCode.Created);
        await stream.NextAsync("show");
        Assert.Equal("wrong-code", (await JoinAsync(site, code)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task It_sees_what_comes_after_the_joining_and_nothing_of_what_was_before()
    {
        var here = shared;
        var site = await ShowingSite.OnAsync(here);
        var owner = site.Visitor;
        var passport = (await owner.UploadAsync("My passport"u8.ToArray(), "passport.txt", "text/plain")).Expect(HttpStatusCode.Created)["id"]!;
        (await owner.SayAsync("Her er mit pas", null, passport)).Expect(HttpStatusCode.Created);
        (await site.ShowAsync(await site.NewGuideAsync())).Expect(HttpStatusCode.Created);
        var early = await site.LastAsync();
        var (caller, code) = await CallerAsync(here);
        await using var waiting = await WaitAsync(caller);
        (await JoinAsync(site, code)).Expect(HttpStatusCode.NoContent);
        var joined = await waiting.NextAsync("joined");
        (caller.Conversation, caller.Bearer) = (owner.Conversation, joined["token"]);

        Assert.Empty((await caller.HistoryAsync()).Expect(HttpStatusCode.OK).Rows);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/conversations/{owner.Conversation}/files/{passport}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.PostAsync($"/conversations/{owner.Conversation}/shown/{early}", new { step = 1 })).Status);
        Assert.Equal("joined-by-code", (await caller.CallAsync()).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("joined-by-code", (await caller.SwitchToCallAsync("+45 20 12 34 56")).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.DoesNotContain("kuffert", await caller.TextAsync($"/conversations/{owner.Conversation}/transcript"), StringComparison.Ordinal);

        // From the beginning or from nowhere, the stream begins with what is new.
        await using var stream = await caller.ListenAsync(after: 0);
        (await site.Agent.SayAsync(owner.Conversation, "Nu kan vi begge se det")).Expect(HttpStatusCode.Created);
        Assert.Equal("Nu kan vi begge se det", (await stream.NextAsync("message"))["text"]);
        Assert.Equal(["Nu kan vi begge se det"], (await caller.HistoryAsync()).Each("text"));
        var ticket = (await owner.UploadAsync("My ticket"u8.ToArray(), "ticket.txt", "text/plain")).Expect(HttpStatusCode.Created)["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync($"/conversations/{owner.Conversation}/files/{ticket}")).Status);
        Assert.Equal(4, (await owner.HistoryAsync()).Rows.Length);
    }

    [Fact]
    public async Task The_customers_own_browser_sees_all_of_it_as_before()
    {
        var here = shared;
        var agent = await here.Organisation.NewAgentAsync();
        var caller = here.Organisation.NewVisitor();
        (await caller.MenuAsync()).Expect(HttpStatusCode.OK);
        (await caller.StartAsync("Min kuffert er væk")).Expect(HttpStatusCode.Created);
        var code = await CodeAsync(caller);
        (await agent.PostAsync($"/conversations/{caller.Conversation}/phone-code", new { code })).Expect(HttpStatusCode.NoContent);
        await using var late = await WaitAsync(caller);
        caller.Bearer = (await late.NextAsync("joined"))["token"];
        Assert.Equal(["Min kuffert er væk"], (await caller.HistoryAsync()).Each("text"));
    }

    [Fact]
    public async Task A_browser_that_lost_the_line_meanwhile_joins_when_it_is_back()
    {
        var here = shared;
        var site = await ShowingSite.OnAsync(here);
        var (caller, code) = await CallerAsync(here);
        (await JoinAsync(site, code)).Expect(HttpStatusCode.NoContent);
        await using var late = await WaitAsync(caller);
        Assert.Equal(site.Visitor.Conversation, (await late.NextAsync("joined"))["conversation"]);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_not_taken_either_until_ten_minutes_are_over()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var site = await ShowingSite.OnAsync(here);
        var (caller, code) = await CallerAsync(here);
        for (var i = 1; i <= 5; i++)
        {
            Assert.Equal("wrong-code", (await JoinAsync(site, Other(code, i))).Expect(HttpStatusCode.Conflict).Problem);
        }

        Assert.Equal("too-many-tries", (await JoinAsync(site, code)).Expect(HttpStatusCode.TooManyRequests).Problem);
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("wrong-code", (await JoinAsync(site, code)).Expect(HttpStatusCode.Conflict).Problem);
        (await JoinAsync(site, await CodeAsync(caller))).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Agents_who_try_together_get_no_further_than_twenty_five()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var site = await ShowingSite.OnAsync(here);
        var (_, code) = await CallerAsync(here);
        var agents = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => here.Organisation.NewAgentAsync()));
        var answers = await Task.WhenAll(agents.SelectMany(agent => Enumerable.Range(1, 8).Select(i => JoinAsync(site, Other(code, i), agent))));
        Assert.Equal(25, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Conflict), answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status));
    }

    [Fact]
    public async Task A_code_is_over_after_ten_minutes_and_when_there_is_a_new_one()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var site = await ShowingSite.OnAsync(here);
        var (caller, first) = await CallerAsync(here);
        var second = await CodeAsync(caller);
        Assert.Equal("wrong-code", (await JoinAsync(site, first)).Expect(HttpStatusCode.Conflict).Problem);
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("wrong-code", (await JoinAsync(site, second)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task Codes_are_kept_as_no_digits_and_only_ours_are_waited_for()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var site = await ShowingSite.OnAsync(here);
        var (caller, code) = await CallerAsync(here);
        Assert.Equal(0, await here.Database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from phone_codes where digest like @code", new { code = $"%{code}%" }), CancellationToken.None));
        foreach (var wrong in (string[])["", "12345", "1234567", "12345a", "１２３４５６"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await JoinAsync(site, wrong)).Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await caller.PostAsync($"/sites/{Organisation.Site}/phone-code", new { visitor = "made-up" })).Status);
        var stranger = here.Organisation.NewVisitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"/sites/{Organisation.Site}/phone-code/events")).Status);
        (await stranger.MenuAsync()).Expect(HttpStatusCode.OK);
        stranger.Bearer = stranger.Visitor;
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/sites/{Organisation.Site}/phone-code/events")).Status);
    }

    static async Task<(VisitorClient Caller, string Code)> CallerAsync(Fjordrejser here)
    {
        var caller = here.Organisation.NewVisitor();
        (await caller.MenuAsync()).Expect(HttpStatusCode.OK);
        return (caller, await CodeAsync(caller));
    }

    static async Task<string> CodeAsync(VisitorClient caller) =>
        (await caller.PostAsync($"/sites/{Organisation.Site}/phone-code", new { visitor = caller.Visitor })).Expect(HttpStatusCode.OK)["code"]!;

    static Task<EventReader> WaitAsync(VisitorClient caller)
    {
        caller.Bearer = caller.Visitor;
        return caller.ListenToAsync($"/sites/{Organisation.Site}/phone-code/events");
    }

    static Task<Reply> JoinAsync(ShowingSite site, string code, AgentClient? agent = null) => (agent ?? site.Agent).PostAsync($"/conversations/{site.Visitor.Conversation}/phone-code", new { code });

    // Another one, which nobody has been given: a test makes two at most.
    static string Other(string code, int by) => ((int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) + by) % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
}
