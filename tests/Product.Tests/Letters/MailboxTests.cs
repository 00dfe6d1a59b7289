using System.Net;
using System.Net.Http.Json;
using Kanal.Product.Tests.Email;

namespace Kanal.Product.Tests.Letters;

public sealed class MailboxTests(PostOffice office) : IClassFixture<PostOffice>
{
    [Fact]
    public async Task A_password_is_kept_and_never_shown()
    {
        var site = (await office.Agent.GetAsync("/sites")).Rows[0]["id"];
        var made = (await office.Agent.PostAsync("/mailboxes", new
        {
            site,
            address = "Hemmelig@Fjordrejser.example",
            incoming = new { host = "imap.example", port = 993, user = "h", secret = "dybt-hemmeligt" },
            active = false,
        })).Expect(HttpStatusCode.Created);
        Assert.Equal(("hemmelig@fjordrejser.example", "true"), (made["address"], made["incoming.hasSecret"]));
        var all = await office.Agent.TextAsync("/mailboxes");
        Assert.DoesNotContain("dybt-hemmeligt", all, StringComparison.Ordinal);
        Assert.Equal(0, await office.Here.Database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from mailboxes where incoming_secret like '%hemmeligt%'"), CancellationToken.None));

        var changed = (await office.Agent.PutAsync($"/mailboxes/{made["id"]}", new { incoming = new { host = "imap.example", port = 143, security = "startTls", user = "h" }, version = made.Number("version") })).Expect(HttpStatusCode.OK);
        Assert.Equal(("143", "true"), (changed["incoming.port"], changed["incoming.hasSecret"]));
        Assert.Equal("changed-meanwhile", (await office.Agent.PutAsync($"/mailboxes/{made["id"]}", new { active = true, version = made.Number("version") })).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("invalid", (await office.Agent.PutAsync($"/mailboxes/{made["id"]}", new { incoming = new { host = "andres.example", port = 993 } })).Expect(HttpStatusCode.BadRequest).Problem);
        Assert.Equal("address-taken", (await office.Agent.PostAsync("/mailboxes", new { site, address = "hemmelig@fjordrejser.example" })).Expect(HttpStatusCode.Conflict).Problem);
        (await office.Agent.DeleteAsync($"/mailboxes/{made["id"]}")).Expect(HttpStatusCode.NoContent);
        (await office.Agent.GetAsync($"/mailboxes/{made["id"]}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_a_site_has_several_mailboxes_a_visitor_goes_on_by_letter_as_with_one()
    {
        var second = await PostOffice.ConnectAsync(office.Agent, office.Sink.Port, "kontor@fjordrejser.example");
        var visitor = await office.Here.Organisation.NewConversationAsync();
        (await visitor.SwitchToLettersAsync("mette@kunde.example")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(["chat", "email"], (await office.Agent.SeeAsync(visitor.Conversation)).Body.GetProperty("legs").EnumerateArray().Select(leg => leg.GetProperty("channel").GetString()!));
        (await office.Agent.DeleteAsync($"/mailboxes/{second}")).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_connection_is_tried_and_what_is_wrong_is_said()
    {
        var works = (await office.Agent.PostAsync($"/mailboxes/{office.Mailbox}/test", new { })).Expect(HttpStatusCode.OK);
        Assert.Equal("true", works["works"]);
        var wrong = (await office.Agent.PostAsync("/mailboxes/test", new { address = "x@fjordrejser.example", outgoing = new { host = "127.0.0.1", port = 1, security = "none" } })).Expect(HttpStatusCode.OK);
        Assert.Equal("false", wrong["works"]);
        Assert.NotEqual("", wrong.Body.GetProperty("steps")[0].GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task Who_asks_for_lines_is_told_of_each_step_as_it_comes()
    {
        var asked = new TaskCompletionSource();
        await using var slow = ScriptedPeer.Play(async peer =>
        {
            await asked.Task;
            await peer.SayAsync("220 here at last\r\n");
            await peer.HearAsync("EHLO");
            await peer.SayAsync("250 slow\r\n");
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/mailboxes/test")
        {
            Content = JsonContent.Create(new { address = "x@fjordrejser.example", outgoing = new { host = "127.0.0.1", port = slow.Port, security = "none" } }),
            Headers = { { "Accept", "application/x-ndjson" }, { "Authorization", $"Bearer {office.Agent.Bearer}" } },
        };
        using var answer = await office.Here.Organisation.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal($$$"""{"trying":{"what":"outgoing","subject":"127.0.0.1:{{{slow.Port}}}"}}""", await lines.ReadLineAsync());
        asked.SetResult();
        Assert.StartsWith("""{"step":{"what":"outgoing",""", await lines.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"works":true}""", await lines.ReadLineAsync());
        Assert.Null(await lines.ReadLineAsync());
    }

    [Fact]
    public async Task Only_administrators_connect_mailboxes()
    {
        var agent = await office.Here.Organisation.NewAgentAsync();
        (await agent.GetAsync("/mailboxes")).Expect(HttpStatusCode.OK);
        (await agent.PostAsync("/mailboxes", new { address = "x@fjordrejser.example" })).Expect(HttpStatusCode.Forbidden);
        (await agent.PostAsync("/blocked-senders", new { site = "0000000000001", sender = "@x.example" })).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_site_knows_its_address_once_a_mailbox_is_connected() =>
        Assert.Contains((await office.Agent.GetAsync("/entry-points")).Rows, point => point["channel"] == "email" && point["address"] == PostOffice.Address);
}
