using System.Net;
using System.Text.Json.Nodes;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Strategy;

namespace Kanal.Product.Tests.Invitations;

public sealed class InvitationTests
{
    static readonly object _stuck = new { signals = (string[])["hesitation"], visit = new { seconds = 200 } };

    [Fact]
    public async Task What_visitors_say_to_an_invitation_is_counted_once_and_a_no_holds()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var strategist = await InvitingAsync(here);
        var (first, second, third) = (await InvitedAsync(here), await InvitedAsync(here), await InvitedAsync(here));
        foreach (var one in new[] { first, second, third })
        {
            await one.SaysAsync("shown");
            await one.SaysAsync("shown");
        }

        await first.SaysAsync("accepted");
        await first.SaysAsync("declined");
        (await first.Visitor.StartAsync()).Expect(HttpStatusCode.Created);
        (await first.Visitor.PostAsync($"/sites/{Organisation.Site}/orders", new { visitor = first.Visitor.Visitor, order = "FR-1", value = 100 })).Expect(HttpStatusCode.NoContent);
        await second.SaysAsync("closed");
        Assert.Null((await second.AskAsync())["invitation"]);

        var report = (await strategist.Who.GetAsync($"/sites/{strategist.Site}/invitations")).Expect(HttpStatusCode.OK);
        var result = new Reply(report.Status, Assert.Single(report.Body.GetProperty("invitations").EnumerateArray()));
        Assert.Equal(("checkout", "everybody"), (result["text"], result["rule"]));
        Assert.Equal(("3", "1", "0", "1", "1", "1"), (result["counts.shown"], result["counts.accepted"], result["counts.declined"], result["counts.closed"], result["counts.conversations"], result["counts.orders"]));
        Assert.Equal("3", new Reply(report.Status, result.Body.GetProperty("days")[0])["counts.shown"]);
    }

    [Fact]
    public async Task Only_who_was_invited_can_answer_and_who_will_not_be_known_is_only_counted()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var strategist = await InvitingAsync(here);
        var (invited, other) = (await InvitedAsync(here), await InvitedAsync(here));
        Assert.Equal(HttpStatusCode.NotFound, (await invited.TellAsync("accepted", memory: other.Memory)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await invited.TellAsync("accepted", memory: invited.Memory[..^4] + "AAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await invited.TellAsync("accepted", id: other.Id)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await invited.TellAsync("hm")).Status);
        (await invited.TellAsync("accepted", consent: "none")).Expect(HttpStatusCode.OK);
        var counts = (await strategist.Who.GetAsync($"/sites/{strategist.Site}/invitations?days=1")).Body.GetProperty("invitations")[0].GetProperty("counts");
        Assert.Equal((1, false), (counts.GetProperty("accepted").GetInt32(), counts.TryGetProperty("conversations", out _)));
        Assert.Equal(0, await here.Database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from invitations where visitor is not null or shown_at is not null"), CancellationToken.None));
        Assert.Equal(HttpStatusCode.BadRequest, (await strategist.Who.GetAsync($"/sites/{strategist.Site}/invitations?days=0")).Status);
    }

    // An agent is free, the site is open, and everybody who hesitates is invited.
    static async Task<Strategist> InvitingAsync(Fjordrejser here)
    {
        await here.Organisation.NewAvailableAgentAsync(maxChats: 20);
        var strategist = new Strategist(await here.Organisation.NewAgentAsync(role: "supervisor"), (await here.Organisation.Administrator.GetAsync("/sites")).Rows[0]);
        var settings = JsonNode.Parse((await strategist.SettingsAsync()).Body.GetRawText())!.AsObject();
        settings["consent"] = "journey";
        (await strategist.ChangeSettingsAsync(settings)).Expect(HttpStatusCode.OK);
        await strategist.PublishedAsync(JsonNode.Parse("""
            {
              "format": 1, "name": "Inviting",
              "rules": [{ "id": "everybody", "name": "Everybody", "offer": ["chat", "email"], "invite": { "on": ["hesitation"], "text": "checkout", "afterSeconds": 60 } }]
            }
            """)!);
        return strategist;
    }

    static async Task<Invited> InvitedAsync(Fjordrejser here)
    {
        var invited = new Invited(here.Organisation.NewVisitor());
        await Asking.UntilAsync(invited.AskAsync, menu => menu["invitation.id"] is not null);
        return invited;
    }

    /// <summary>A visitor who carries what they were given.</summary>
    sealed class Invited(VisitorClient visitor)
    {
        public VisitorClient Visitor => visitor;

        public string Id { get; private set; } = "";

        public string Memory { get; private set; } = "";

        public async Task<Reply> AskAsync()
        {
            var menu = (await visitor.PostAsync($"/sites/{Organisation.Site}/menu", new { visitor = visitor.Visitor, memory = Memory, facts = _stuck })).Expect(HttpStatusCode.OK);
            visitor.Visitor = menu["visitor"];
            Memory = menu["memory"]!;
            Id = menu["invitation.id"] ?? Id;
            return menu;
        }

        public async Task SaysAsync(string answer) => Memory = (await TellAsync(answer)).Expect(HttpStatusCode.OK)["memory"]!;

        public Task<Reply> TellAsync(string answer, string? memory = null, string? id = null, string? consent = null) =>
            visitor.PostAsync($"/sites/{Organisation.Site}/invitations/{id ?? Id}", new { visitor = visitor.Visitor, memory = memory ?? Memory, answer, consent });
    }
}
