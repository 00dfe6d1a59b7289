using System.Net;
using static Kanal.Product.Tests.Letters.PostOffice;

namespace Kanal.Product.Tests.Letters;

public sealed class MachineTests(PostOffice office) : IClassFixture<PostOffice>
{
    [Fact]
    public async Task Who_writes_is_told_once_a_day_that_it_has_come_and_machines_are_told_nothing()
    {
        await using var sink = new SmtpSink();
        var mailbox = await ConnectAsync(office.Agent, sink.Port, "salg@fjordrejser.example", acknowledges: true);
        foreach (var machine in new[] { "Auto-Submitted: auto-generated", "Precedence: bulk", "List-Id: <nyt.example>", "Return-Path: <>" })
        {
            (await office.PostAsync(Letter("robot@kunde.example", "Nyt", machine, machine), mailbox)).Expect(HttpStatusCode.Created);
        }

        var first = (await office.PostAsync(Letter("Rie <rie@kunde.example>", "Vejr", "Regner det?"), mailbox)).Expect(HttpStatusCode.Created)["conversation"]!;
        (await office.PostAsync(Letter("Rie <rie@kunde.example>", "Vind", "Blæser det?"), mailbox)).Expect(HttpStatusCode.Created);
        (await office.PostAsync(Letter("Åse <ase@kunde.example>", "Sne", "Sner det?"), mailbox)).Expect(HttpStatusCode.Created);
        var told = new[] { await sink.NextAsync(), await sink.NextAsync() };
        Assert.Equal(["ase@kunde.example", "rie@kunde.example"], told.SelectMany(letter => letter.To).Order());
        Assert.All(told, letter => Assert.Equal(("auto-replied", "All"), (letter["Auto-Submitted"], letter["X-Auto-Response-Suppress"])));
        Assert.Contains("acknowledged", await office.EventsAsync(first));
        Assert.Equal("queued", (await office.Agent.SeeAsync(first))["state"]);
    }

    [Fact]
    public async Task A_bounce_marks_the_letter_that_it_is_about_and_is_no_word_of_the_customers()
    {
        await using var desk = await office.Agent.ListenAsync();
        var conversation = await office.ConversationAsync(Letter("Jan <jan@vaek.example>", "Pris", "Hvad koster det?"));
        (await office.Agent.SayAsync(conversation, "100 kr.")).Expect(HttpStatusCode.Created);
        await desk.NextAsync("delivery", told => told["state"] == "sent" && told["conversation"] == conversation);
        var sent = office.Sink.All.Single(letter => letter.To is ["jan@vaek.example"]);
        var bounced = (await office.PostAsync($"""
            Return-Path: <>
            From: MAILER-DAEMON@vaek.example
            To: rejser@fjordrejser.example
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <{Guid.NewGuid():N}@vaek.example>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            It could not be delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; vaek.example

            Final-Recipient: rfc822; jan@vaek.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 no such user

            --b
            Content-Type: message/rfc822

            From: rejser@fjordrejser.example
            To: jan@vaek.example
            Subject: Re: Pris
            Message-ID: <{sent.MessageId}>

            100 kr.
            --b--
            """)).Expect(HttpStatusCode.Created);
        Assert.Equal((conversation, "bounce"), (bounced["conversation"], bounced["became"]));
        var entries = await office.EntriesAsync(conversation);
        Assert.Equal(["Hvad koster det?", "100 kr."], entries.Where(entry => entry["kind"] == "message").Select(entry => entry["text"]));
        var failed = entries.Single(entry => entry["event.type"] == "deliveryFailed");
        Assert.Equal("jan@vaek.example", failed["event.address"]);
        Assert.Contains("no such user", failed["event.reason"], StringComparison.Ordinal);
        var mine = entries.Single(entry => entry["letter.mine"] == "true");
        Assert.Equal(("failed", "bounced"), (mine["letter.state"], LetterTests.Deliveries(mine)[0]));
    }

    [Fact]
    public async Task An_absence_note_is_a_note_and_opens_nothing_again()
    {
        var conversation = await office.ConversationAsync(Letter("Pia <pia@kunde.example>", "Rabat", "Har I rabat?", messageId: "rabat"));
        (await office.Agent.WrapUpAsync(conversation)).Expect(HttpStatusCode.OK);
        var note = (await office.PostAsync(Letter("pia@kunde.example", "Autosvar: Rabat", "Jeg er på ferie", "In-Reply-To: <rabat@kunde.example>\nAuto-Submitted: auto-replied"))).Expect(HttpStatusCode.Created);
        Assert.Equal((conversation, "note"), (note["conversation"], note["became"]));
        Assert.Equal("closed", (await office.Agent.SeeAsync(conversation))["state"]);
        Assert.Equal("Jeg er på ferie", (await office.EntriesAsync(conversation)).Single(entry => entry["kind"] == "note")["text"]);
    }

    [Fact]
    public async Task Spam_bothers_nobody_and_can_be_taken_back()
    {
        var flagged = (await office.PostAsync(Letter("vind@spam.example", "Vind nu", "Klik", "X-Spam-Flag: YES"))).Expect(HttpStatusCode.Created);
        var seen = await office.Agent.SeeAsync(flagged["conversation"]!);
        Assert.Equal(("spam", "closed", "spam"), (flagged["became"], seen["state"], seen["outcome"]));
        (await office.Agent.DeleteAsync($"/conversations/{flagged["conversation"]}/spam")).Expect(HttpStatusCode.OK);
        Assert.Equal("queued", (await office.Agent.SeeAsync(flagged["conversation"]!))["state"]);

        var byHand = await office.ConversationAsync(Letter("tilbud@reklame.example", "Tilbud", "Køb"));
        Assert.Equal("closed", (await office.Agent.PostAsync($"/conversations/{byHand}/spam", new { block = "domain" })).Expect(HttpStatusCode.OK)["state"]);
        Assert.Equal("spam", (await office.PostAsync(Letter("andet@reklame.example", "Mere", "Køb mere")))["became"]);
        Assert.Equal(["@reklame.example"], (await office.Agent.GetAsync("/blocked-senders")).Each("sender"));
        (await office.Agent.DeleteAsync($"/conversations/{byHand}/spam")).Expect(HttpStatusCode.OK);
        Assert.Equal("message", (await office.PostAsync(Letter("tredje@reklame.example", "Undskyld", "Vi mente det")))["became"]);
    }
}
