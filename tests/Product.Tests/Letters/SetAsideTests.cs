using System.Net;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Email;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Letters;

/// <summary>What goes wrong with one letter, for a reason of ours.</summary>
public sealed class SetAsideTests(Ward ward) : IClassFixture<Ward>
{
    [Fact]
    public async Task A_letter_that_cant_be_taken_in_is_set_aside_and_those_behind_it_come()
    {
        await using var desk = await ward.Agent.ListenAsync();
        await MailServers.PutInOrderAsync(ward.Inbox,
            PostOffice.Letter("Ib <ib@kunde.example>", Ward.Poison, "Æv", to: Ward.Address),
            PostOffice.Letter("Ib <ib@kunde.example>", Ward.Poison, "Bæv", to: Ward.Address),
            PostOffice.Letter("Bo <bo@kunde.example>", "Bagefter", "Er I der?", to: Ward.Address));

        await UntilAsideAsync(2);
        await desk.NextAsync("conversation", told => told["subject"] == "Bagefter");
        Assert.Equal("2", (await ward.SeeAsync())["state.setAside"]);
        var aside = (await ward.Agent.GetAsync($"/mailboxes/{ward.Mailbox}/set-aside")).Expect(HttpStatusCode.OK).Rows;
        Assert.All(aside, letter => Assert.Equal(("Ib <ib@kunde.example>", Ward.Poison, "INBOX", "Nobody has thought of this."), (letter["from"], letter["subject"], letter["folder"], letter["reason"])));
        // One more whenever the mailbox was changed while the fifth was being written.
        Assert.All(aside, letter => Assert.InRange(letter.Number("tries"), 5, 8));
        Assert.EndsWith("\nBæv", await ward.Agent.TextAsync($"/mailboxes/{ward.Mailbox}/set-aside/{aside[0]["id"]}/original"), StringComparison.Ordinal);

        Assert.Equal("set-aside-again", (await RetryAsync(aside[0])).Expect(HttpStatusCode.Conflict).Problem);
        ward.IsMended = true;
        var taken = (await RetryAsync(aside[0])).Expect(HttpStatusCode.OK);
        ward.IsMended = false;
        Assert.Equal("Bæv", (await ward.Agent.GetAsync($"/conversations/{taken["conversation"]}/timeline")).Rows.Single(entry => entry["kind"] == "message")["text"]);
        (await ward.Agent.DeleteAsync($"/mailboxes/{ward.Mailbox}/set-aside/{aside[1]["id"]}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal("0", (await ward.SeeAsync())["state.setAside"]);
        (await RetryAsync(aside[1])).Expect(HttpStatusCode.NotFound);
        (await (await ward.Here.Organisation.NewAgentAsync()).GetAsync($"/mailboxes/{ward.Mailbox}/set-aside")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_letter_that_cant_be_placed_keeps_neither_the_server_nor_the_others_from_starting()
    {
        var first = (await PostAsync("Første")).Expect(HttpStatusCode.Created);
        var second = (await PostAsync("Anden")).Expect(HttpStatusCode.Created);
        await ward.Here.Database.WriteAsync(sql => sql.ExecuteAsync("update letters set placed = false, files = case when id = @damaged then '{' end where id in (@damaged, @whole)",
            new { damaged = Id.Parse(first["letter"]!, null), whole = Id.Parse(second["letter"]!, null) }), CancellationToken.None);
        await ward.Here.Kanal.RestartAsync();
        await Asking.UntilAsync(UnplacedAsync, left => left == 1);

        (await ward.Agent.GetAsync($"/conversations/{second["conversation"]}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_others_find_of_the_sender_is_said_with_what_to_enter()
    {
        var report = (await ward.Agent.GetAsync($"/mailboxes/{ward.Mailbox}/sender")).Expect(HttpStatusCode.OK);
        Assert.Equal(("example.test", "selector1"), (report["domain"], report["selector"]));
        var findings = report.Body.GetProperty("findings").EnumerateArray().Select(finding => new Reply(HttpStatusCode.OK, finding)).ToDictionary(finding => finding["aspect"]!);
        Assert.Equal(("missing", "MX"), (findings["mx"]["state"], findings["mx"]["enter.type"]));
        Assert.Equal(("wrong", "example.test", "v=spf1 a:old.example.test ~all", "true"), (findings["spf"]["state"], findings["spf"]["enter.name"], findings["spf"]["enter.value"], findings["spf"]["enter.replaces"]));
        Assert.Equal(("missing", "selector1._domainkey.example.test"), (findings["dkim"]["state"], findings["dkim"]["enter.name"]));
        Assert.Equal(("good", null), (findings["dmarc"]["state"], findings["dmarc"]["enter.name"]));
        Assert.Equal("invalid", (await ward.Agent.GetAsync($"/mailboxes/{ward.Mailbox}/sender?selector=no%20name")).Expect(HttpStatusCode.BadRequest).Problem);
    }

    // A letter is tried again after a while, and at once where its mailbox was changed.
    async Task UntilAsideAsync(int letters)
    {
        var (known, now) = (0L, await StandingAsync());
        while (now.Aside < letters)
        {
            now = await Asking.UntilAsync(StandingAsync, found => found.Tries > known || found.Aside == letters);
            known = now.Tries;
            (await ward.Agent.PutAsync($"/mailboxes/{ward.Mailbox}", new { name = $"Forsøg {known}" })).Expect(HttpStatusCode.OK);
        }
    }

    Task<Standing> StandingAsync() => ward.Here.Database.ReadAsync(sql => sql.FirstAsync<Standing>("select coalesce(sum(tries), 0) as tries, count(set_aside_at) as aside from set_aside_letters"), CancellationToken.None)!;

    Task<Reply> RetryAsync(Reply letter) => ward.Agent.PostAsync($"/mailboxes/{ward.Mailbox}/set-aside/{letter["id"]}/retry", new { });

    Task<Reply> PostAsync(string subject) => PostOffice.PostAsync(ward.Agent, ward.Mailbox, PostOffice.Letter("Åse <ase@kunde.example>", subject, "Hej", to: Ward.Address));

    Task<long> UnplacedAsync() => ward.Here.Database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from letters where placed = false"), CancellationToken.None);

    sealed record Standing
    {
        public long Tries { get; init; }

        public long Aside { get; init; }
    }
}
