using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using static Kanal.Product.Tests.Letters.PostOffice;

namespace Kanal.Product.Tests.Letters;

public sealed class TimedLetterTests(TimedOffice office) : IClassFixture<TimedOffice>
{
    // Alarms are late by a thousandth, never early.
    static readonly TimeSpan _moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_is_answered_in_a_chat_that_was_left_goes_by_letter_unless_it_is_read_within_a_minute()
    {
        await using var desk = await office.Agent.ListenAsync();
        var (back, gone) = (office.Here.Organisation.NewVisitor(), office.Here.Organisation.NewVisitor());
        (await back.StartAsync("Er der plads?", address: "tilbage@kunde.example")).Expect(HttpStatusCode.Created);
        (await gone.StartAsync("Er der plads?", address: "borte@kunde.example")).Expect(HttpStatusCode.Created);
        var said = (await office.Agent.SayAsync(back.Conversation, "Ja")).Expect(HttpStatusCode.Created);
        (await office.Agent.SayAsync(gone.Conversation, "Ja")).Expect(HttpStatusCode.Created);
        var waiting = await office.MineAsync(back.Conversation);
        Assert.Equal(("waiting", office.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds()), (waiting["letter.state"], At(waiting["letter.nextAttemptAt"]).ToUnixTimeSeconds()));

        office.Clock.Advance(TimeSpan.FromSeconds(59));
        (await back.ReadAsync(said.Number("sequence"))).Expect(HttpStatusCode.NoContent);
        Assert.DoesNotContain(office.Sink.All, letter => letter.To.Contains("borte@kunde.example"));
        office.Clock.Advance(TimeSpan.FromSeconds(2));
        await desk.AllAsync(
            ("delivery", told => told["conversation"] == back.Conversation && told["state"] == "notNeeded"),
            ("delivery", told => told["conversation"] == gone.Conversation && told["state"] == "sent"));
        Assert.Single(office.Sink.All, letter => letter.To.Contains("borte@kunde.example"));
        Assert.DoesNotContain(office.Sink.All, letter => letter.To.Contains("tilbage@kunde.example"));
    }

    [Fact]
    public async Task What_is_refused_for_now_is_tried_for_three_days_and_has_failed_then()
    {
        office.Sink.Answers["fuld@kunde.example"] = "452 4.2.2 mailbox full";
        await using var desk = await office.Agent.ListenAsync();
        var conversation = (await PostAsync(office.Agent, office.Mailbox, Letter("fuld@kunde.example", "Postkasse", "Er den fuld?"))).Expect(HttpStatusCode.Created)["conversation"]!;
        (await office.Agent.SayAsync(conversation, "Ja")).Expect(HttpStatusCode.Created);
        var began = office.Clock.GetUtcNow();
        List<TimeSpan> pauses = [];
        while (await NextAsync() is { } next)
        {
            pauses.Add(next - office.Clock.GetUtcNow());
            office.Clock.Advance(next - office.Clock.GetUtcNow() + _moment);
        }

        Assert.Equal([1, 5, 15, 30, 60, 120, 240, 240], pauses.Take(8).Select(pause => Math.Round(pause.TotalMinutes)));
        Assert.InRange(office.Clock.GetUtcNow() - began, TimeSpan.FromDays(3), TimeSpan.FromDays(3.2));
        var mine = await office.MineAsync(conversation);
        Assert.Equal(("failed", "failed"), (mine["letter.state"], LetterTests.Deliveries(mine)[0]));
        var attempts = (await office.Agent.GetAsync($"/conversations/{conversation}/letters/{mine["letter.id"]}/attempts")).Rows;
        Assert.Equal((pauses.Count + 1, "failed"), (attempts.Length, attempts[^1]["outcome"]));
        Assert.Contains("mailbox full", attempts[^1]["detail"], StringComparison.Ordinal);

        async Task<DateTimeOffset?> NextAsync()
        {
            var told = await desk.NextAsync("delivery", told => told["conversation"] == conversation && (told["state"] == "failed" || (told["state"] == "waiting" && At(told["nextAttemptAt"]) > office.Clock.GetUtcNow())));
            return told["state"] == "failed" ? null : At(told["nextAttemptAt"]);
        }
    }

    [Fact]
    public async Task A_letter_does_not_wait_for_those_of_a_mailbox_whose_server_does_not_answer()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var desk = await office.Agent.ListenAsync();
        var stuck = await ConnectAsync(office.Agent, ((IPEndPoint)silent.LocalEndpoint).Port, "tavs@fjordrejser.example");
        var first = (await PostAsync(office.Agent, stuck, Letter("kim@kunde.example", "Tavs", "Svarer I?"))).Expect(HttpStatusCode.Created)["conversation"]!;
        (await office.Agent.SayAsync(first, "Ja")).Expect(HttpStatusCode.Created);
        var connected = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var second = (await PostAsync(office.Agent, office.Mailbox, Letter("liv@kunde.example", "Snak", "Svarer I?"))).Expect(HttpStatusCode.Created)["conversation"]!;
        (await office.Agent.SayAsync(second, "Ja")).Expect(HttpStatusCode.Created);
        await desk.NextAsync("delivery", told => told["conversation"] == second && told["state"] == "sent");
        connected.Dispose();
        await desk.NextAsync("delivery", told => told["conversation"] == first && told["state"] == "waiting" && told["nextAttemptAt"] is not null);
    }

    [Fact]
    public async Task A_letter_does_not_wait_for_the_token_of_a_mailbox_whose_issuer_does_not_answer()
    {
        await using var issuer = new TokenIssuer();
        await using var sink = new SmtpSink();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var desk = await office.Agent.ListenAsync();
        var stuck = await SayAsync("stum@fjordrejser.example", $"http://{silent.LocalEndpoint}/token", "ask@kunde.example");
        using (await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
        {
            var goes = await SayAsync("hurtig@fjordrejser.example", issuer.Address, "bo@kunde.example");
            await desk.NextAsync("delivery", told => told["conversation"] == goes && told["state"] == "sent");
        }

        await desk.NextAsync("delivery", told => told["conversation"] == stuck && told["state"] == "waiting" && told["nextAttemptAt"] is not null);

        async Task<string> SayAsync(string address, string tokenUrl, string customer)
        {
            var mailbox = (await office.Agent.PostAsync("/mailboxes", new
            {
                site = (await office.Agent.GetAsync("/sites")).Rows[0]["id"],
                address,
                acknowledges = false,
                outgoing = new { host = "127.0.0.1", port = sink.Port, security = "none", user = address, authentication = "token", secret = "refresh", tokenUrl, clientId = "kanal" },
            })).Expect(HttpStatusCode.Created)["id"]!;
            var conversation = (await PostAsync(office.Agent, mailbox, Letter(customer, "Kort", "Er I der?"))).Expect(HttpStatusCode.Created)["conversation"]!;
            (await office.Agent.SayAsync(conversation, "Ja")).Expect(HttpStatusCode.Created);
            return conversation;
        }
    }

    [Fact]
    public async Task What_waits_for_its_conversation_is_placed_though_it_can_not_be_read_at_once()
    {
        var letter = (await PostAsync(office.Agent, office.Mailbox, Letter("max@kunde.example", "Plads", "Er der plads?"))).Expect(HttpStatusCode.Created)["letter"]!;
        Assert.True(Id.TryParse(letter, null, out var id));
        await office.Here.Kanal.RestartAsync(() => office.Here.Kanal.Storage.SqlAsync($"update letters set placed = false where id = {id.Value}; alter table letters rename to mislaid").Wait());
        await office.Agent.GetAsync("/mailboxes");
        await office.Here.Kanal.Storage.SqlAsync("alter table mislaid rename to letters");
        await Asking.UntilAsync(() => office.Here.Database.ReadAsync(sql => sql.FirstAsync<bool>("select placed from letters where id = @id", new { id }), CancellationToken.None), () => office.Clock.Advance(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_refresh_token_is_exchanged_when_the_last_token_ends_and_one_that_is_refused_is_said()
    {
        await using var issuer = new TokenIssuer();
        await using var sink = new SmtpSink();
        await using var desk = await office.Agent.ListenAsync();
        var mailbox = (await office.Agent.PostAsync("/mailboxes", new
        {
            site = (await office.Agent.GetAsync("/sites")).Rows[0]["id"],
            address = "sky@fjordrejser.example",
            acknowledges = false,
            outgoing = new { host = "127.0.0.1", port = sink.Port, security = "none", user = "sky@fjordrejser.example", authentication = "token", secret = "refresh & keep", tokenUrl = issuer.Address, clientId = "kanal", clientSecret = "hush=hush" },
        })).Expect(HttpStatusCode.Created)["id"]!;
        var conversation = (await PostAsync(office.Agent, mailbox, Letter("Ea <ea@kunde.example>", "Sky", "Er I i skyen?"))).Expect(HttpStatusCode.Created)["conversation"]!;

        await AnswerAsync("sent");
        await AnswerAsync("sent");
        var asked = Assert.Single(issuer.Asked);
        Assert.Equal("application/x-www-form-urlencoded", asked.Type);
        Assert.Equal(["client_id=kanal", "client_secret=hush%3Dhush", "grant_type=refresh_token", "refresh_token=refresh+%26+keep"], asked.Form.Split('&').Order(StringComparer.Ordinal));

        // The second one brings another refresh token with it, in whose place the first must not be used again.
        issuer.Refresh = "refresh 2";
        office.Clock.Advance(TimeSpan.FromHours(1));
        await AnswerAsync("sent");
        issuer.Refresh = null;
        office.Clock.Advance(TimeSpan.FromHours(1));
        await AnswerAsync("sent");
        Assert.Equal(["token 1", "token 1", "token 2", "token 3"], sink.Tokens);
        Assert.Contains("refresh_token=refresh+2", issuer.Asked.Last().Form, StringComparison.Ordinal);

        issuer.Refuses = true;
        office.Clock.Advance(TimeSpan.FromHours(1));
        await AnswerAsync("waiting");
        var trouble = (await office.Agent.GetAsync($"/mailboxes/{mailbox}"))["state.outgoingTrouble"];
        Assert.Equal("127.0.0.1 gave no token for this mailbox: invalid_grant, The user has gone. Sign in there again and enter the new refresh token.", trouble);
        issuer.Refuses = false;
        office.Clock.Advance(TimeSpan.FromMinutes(1) + _moment);
        await desk.NextAsync("delivery", told => told["conversation"] == conversation && told["state"] == "sent");
        Assert.Null((await office.Agent.GetAsync($"/mailboxes/{mailbox}"))["state.outgoingTrouble"]);

        async Task AnswerAsync(string becomes)
        {
            (await office.Agent.SayAsync(conversation, "Ja")).Expect(HttpStatusCode.Created);
            await desk.NextAsync("delivery", told => told["conversation"] == conversation && told["state"] == becomes && (becomes != "waiting" || told["nextAttemptAt"] is not null));
        }
    }

    static DateTimeOffset At(string? text) => DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture);
}
