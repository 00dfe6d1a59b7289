using System.Net;
using System.Text;
using Kanal.Centre.Letters;
using Kanal.Channels.Email.Imap;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Servers;
using Kanal.Channels.Email.Smtp;
using Kanal.Product.Tests.Email;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Letters;

/// <summary>The whole way, over Postfix and Dovecot.</summary>
[OnOneEngine]
public sealed class MailPathTests(MailServers servers, Fjordrejser here) : IClassFixture<MailServers>, IClassFixture<Fjordrejser>
{
    const string Address = "support@example.test";

    readonly AgentClient _agent = here.Organisation.Administrator;

    [Fact]
    public async Task A_mail_reaches_the_queue_and_its_answer_the_customer_and_a_bounce_is_told_and_a_machine_left_alone()
    {
        await using var desk = await _agent.ListenAsync();
        await WatchedAsync(desk);
        await SendAsync("kunde@customer.test", PostOffice.Letter("Kunde <kunde@customer.test>", "Plads til to?", "Er der plads til to?", messageId: "to", to: Address), Address);
        var conversation = await ArrivedAsync(desk, "Plads til to?");

        (await _agent.PostAsync($"/conversations/{conversation}/messages", new { clientId = "one", text = "Ja, på dæk 4 – velkommen!", letter = new { cc = new[] { "ghost@example.test" } } })).Expect(HttpStatusCode.Created);
        await using var mailbox = await ImapConnection.OpenAsync(servers.Imap("kunde@customer.test", "secret4"), TimeProvider.System, CancellationToken.None);
        var answer = await LetterAsync(mailbox, mail => mail.Subject == "Re: Plads til to?" && !mail.Headers.Has("Auto-Submitted"));
        Assert.Equal(("to@kunde.example", "to@kunde.example", Address), (answer.InReplyTo.Single(), answer.References.Single(), answer.From[0].Address));
        Assert.Contains("Ja, på dæk 4 – velkommen!", answer.Text, StringComparison.Ordinal);
        Assert.Contains("> Er der plads til to?", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("support+c.", answer.ReplyTo[0].Address, StringComparison.Ordinal);

        var bounced = await desk.NextAsync("line", line => line["entry.event.type"] == "deliveryFailed");
        Assert.Equal((conversation, "ghost@example.test"), (bounced["conversation"], bounced["entry.event.address"]));

        // Answered from elsewhere, to the address that we gave: through the mail server's own plus-addressing.
        await SendAsync("anden@customer.test", PostOffice.Letter("anden@customer.test", "Re: Plads til to?", "Så kommer vi!", to: answer.ReplyTo[0].Address), answer.ReplyTo[0].Address);
        Assert.Equal(conversation, (await desk.NextAsync("message", message => message["entry.text"] == "Så kommer vi!"))["conversation"]);

        await SendAsync("kunde@customer.test", PostOffice.Letter("kunde@customer.test", "Autosvar", "Jeg er væk", "Auto-Submitted: auto-replied", to: Address), Address);
        await ArrivedAsync(desk, "Autosvar");
        await SendAsync("kunde@customer.test", PostOffice.Letter("kunde@customer.test", "Og et brev", "Fra et menneske", to: Address), Address);
        await ArrivedAsync(desk, "Og et brev");
        // One acknowledgement a day, to the first letter.
        var automatic = await LetterAsync(mailbox, mail => mail.Headers.Has("Auto-Submitted"));
        Assert.Equal(("auto-replied", "All", "to@kunde.example"), (automatic.Headers.Raw("Auto-Submitted"), automatic.Headers.Raw("X-Auto-Response-Suppress"), automatic.InReplyTo[0]));

        servers.KillDovecot();
        await servers.StartAgainAsync();
        await servers.DeliverAsync(Address, PostOffice.Letter("kunde@customer.test", "Efter nedbrud", "Er I der?", to: Address));
        await ArrivedAsync(desk, "Efter nedbrud");
        Assert.Equal(4, (await _agent.GetAsync("/conversations?limit=200")).Rows.Length);
    }

    async Task WatchedAsync(EventReader desk)
    {
        var site = (await _agent.GetAsync("/sites")).Rows[0]["id"];
        var made = (await _agent.PostAsync("/mailboxes", new
        {
            site,
            address = Address,
            plusAddressing = true,
            incoming = Server(servers.Imap()),
            outgoing = Server(servers.Submission()),
        })).Expect(HttpStatusCode.Created);
        Assert.Equal("true", (await _agent.PostAsync($"/mailboxes/{made["id"]}/test", new { })).Expect(HttpStatusCode.OK)["works"]);
        while ((await _agent.GetAsync($"/mailboxes/{made["id"]}"))["state.incoming"] != "watching")
        {
            await desk.NextAsync("settings");
        }
    }

    static object Server(MailServerSettings settings) => new
    {
        host = settings.Host,
        port = settings.Port,
        security = settings.Security == MailSecurity.Implicit ? "implicit" : "startTls",
        user = settings.User,
        secret = settings.Password,
        fingerprint = settings.TrustedFingerprint,
    };

    async Task SendAsync(string from, string letter, string to)
    {
        await using var connection = await SmtpConnection.OpenAsync(servers.Arrival(), TimeProvider.System, CancellationToken.None);
        using var message = new MemoryStream(Encoding.UTF8.GetBytes(letter.ReplaceLineEndings("\r\n") + "\r\n"));
        Assert.Equal(SmtpResult.Accepted, (await connection.SendAsync(from, [to], message, CancellationToken.None)).Recipients[0].Result);
    }

    static async Task<string> ArrivedAsync(EventReader desk, string subject) =>
        (await desk.NextAsync("conversation", told => told["subject"] == subject))["id"]!;

    static async Task<Mail> LetterAsync(ImapConnection mailbox, Func<Mail, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            await mailbox.SelectAsync("INBOX", readOnly: true, patience.Token);
            foreach (var uid in await mailbox.UidsAfterAsync(0, patience.Token))
            {
                var raw = new MemoryStream();
                await mailbox.FetchToAsync(uid, raw, patience.Token);
                if (Mail.Read(raw) is var mail && wanted(mail))
                {
                    return mail;
                }
            }

            await mailbox.IdleAsync(patience.Token);
        }
    }
}
