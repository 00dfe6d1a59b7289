using System.Net;
using static Kanal.Product.Tests.Letters.PostOffice;

namespace Kanal.Product.Tests.Letters;

public sealed class OutboxTests(PostOffice office) : IClassFixture<PostOffice>
{
    [Fact]
    public async Task What_is_refused_for_now_is_tried_again_and_what_is_refused_for_good_is_said()
    {
        await using var desk = await office.Agent.ListenAsync();
        office.Sink.Answers["senere@kunde.example"] = "451 not now";
        office.Sink.Answers["aldrig@kunde.example"] = "550 never";
        var conversation = await office.ConversationAsync(Letter("Uffe <senere@kunde.example>", "Tog", "Går toget?"));
        (await office.Agent.PostAsync($"/conversations/{conversation}/messages", new { clientId = "one", text = "Ja", letter = new { cc = new[] { "aldrig@kunde.example", "altid@kunde.example" } } })).Expect(HttpStatusCode.Created);
        await desk.NextAsync("delivery", told => told["conversation"] == conversation && told["state"] == "waiting" && told["nextAttemptAt"] is not null);
        var entry = (await office.EntriesAsync(conversation)).Single(entry => entry["letter.mine"] == "true");
        Assert.Equal(["failed", "accepted", "retrying"], LetterTests.Deliveries(entry));
        Assert.Contains("deliveryFailed", await office.EventsAsync(conversation));

        office.Sink.Answers.TryRemove("senere@kunde.example", out _);
        (await office.Agent.PostAsync($"/conversations/{conversation}/letters/{entry["letter.id"]}/retry", new { })).Expect(HttpStatusCode.NoContent);
        office.Sink.Answers.TryRemove("aldrig@kunde.example", out _);
        await desk.NextAsync("delivery", told => told["conversation"] == conversation && told["state"] is "sent" or "failed");
        Assert.Single(office.Sink.All, letter => letter.To.Contains("altid@kunde.example"));
        Assert.Single(office.Sink.All.Where(letter => letter.To.Contains("altid@kunde.example") || letter.To.Contains("senere@kunde.example")).Select(letter => letter.MessageId).Distinct());
        Assert.True((await office.Agent.GetAsync($"/conversations/{conversation}/letters/{entry["letter.id"]}/attempts")).Rows.Length >= 2);
    }

    [Fact]
    public async Task A_letter_that_may_have_been_taken_is_never_sent_again_by_itself()
    {
        await using var sink = new SmtpSink { CutsAfterDot = true };
        await using var desk = await office.Agent.ListenAsync();
        var mailbox = await ConnectAsync(office.Agent, sink.Port, "usikker@fjordrejser.example");
        var conversation = (await office.PostAsync(Letter("Niels <niels@kunde.example>", "Bus", "Går bussen?"), mailbox)).Expect(HttpStatusCode.Created)["conversation"]!;
        (await office.Agent.SayAsync(conversation, "Ja")).Expect(HttpStatusCode.Created);
        await desk.NextAsync("delivery", told => told["conversation"] == conversation && told["state"] == "uncertain");
        var taken = Assert.Single(sink.All).MessageId;
        sink.CutsAfterDot = false;
        var letter = (await office.EntriesAsync(conversation)).Single(entry => entry["letter.mine"] == "true")["letter.id"];
        (await office.Agent.PostAsync($"/conversations/{conversation}/letters/{letter}/retry", new { })).Expect(HttpStatusCode.NoContent);
        Assert.Equal(taken, (await sink.NextAsync()).MessageId);
        await desk.NextAsync("delivery", told => told["conversation"] == conversation && told["state"] == "sent");
        Assert.Equal("not-retryable", (await office.Agent.PostAsync($"/conversations/{conversation}/letters/{letter}/retry", new { })).Problem);
    }

    [Fact]
    public async Task Whom_a_letter_is_passed_on_to_answers_the_desk_and_not_the_customer()
    {
        var conversation = await office.ConversationAsync(Letter("Gry <gry@kunde.example>", "Færge", "Er færgen sikker?"));
        var forwarded = (await office.Agent.PostAsync($"/conversations/{conversation}/forward", new { clientId = "f", text = "Kan du svare?", to = new[] { "kaptajn@rederi.example" }, sequence = 1 })).Expect(HttpStatusCode.Created);
        Assert.Equal(("forwarded", "kaptajn@rederi.example"), (forwarded["event.type"], forwarded["event.address"]));
        var sent = await office.Sink.NextAsync();
        while (sent.To is not ["kaptajn@rederi.example"])
        {
            sent = await office.Sink.NextAsync();
        }

        var answer = (await office.PostAsync(Letter("kaptajn@rederi.example", "Re: Fwd: Færge", "Ja, helt sikker", $"In-Reply-To: <{sent.MessageId}>"))).Expect(HttpStatusCode.Created);
        Assert.Equal((conversation, "note"), (answer["conversation"], answer["became"]));
        Assert.Equal(["Er færgen sikker?"], await office.MessagesAsync(conversation));
        Assert.Contains((await office.Agent.GetAsync($"/conversations/{conversation}/participants")).Rows, one => one["address"] == "kaptajn@rederi.example" && one["role"] == "forwarded");
    }

    [Fact]
    public async Task A_reply_to_all_goes_to_all_but_us()
    {
        var conversation = await office.ConversationAsync(Letter("Tom <tom@kunde.example>", "Møde", "Mødes vi?", "Cc: Kaj <kaj@kunde.example>, rejser@fjordrejser.example"));
        var plan = (await office.Agent.GetAsync($"/conversations/{conversation}/reply?all=true")).Expect(HttpStatusCode.OK);
        Assert.Equal(("email", "Re: Møde"), (plan["channel"], plan["subject"]));
        Assert.Equal(["tom@kunde.example", "kaj@kunde.example"], plan.Body.GetProperty("to").EnumerateArray().Concat(plan.Body.GetProperty("cc").EnumerateArray()).Select(one => one.GetProperty("address").GetString()));
        (await office.Agent.DeleteAsync($"/conversations/{conversation}/participants/kaj@kunde.example")).Expect(HttpStatusCode.NoContent);
        Assert.Empty((await office.Agent.GetAsync($"/conversations/{conversation}/reply?all=true")).Body.GetProperty("cc").EnumerateArray());
        var refused = await office.Agent.PostAsync($"/conversations/{conversation}/messages", new { clientId = "x", text = "Ja", letter = new { to = new[] { "ikke en adresse" } } });
        Assert.Equal("invalid", refused.Expect(HttpStatusCode.BadRequest).Problem);
        Assert.Equal(["Mødes vi?"], await office.MessagesAsync(conversation));
    }

    [Fact]
    public async Task A_customer_who_left_the_chat_is_answered_by_letter_and_their_answer_stands_in_the_chat()
    {
        var visitor = office.Here.Organisation.NewVisitor();
        (await visitor.StartAsync("Er der plads?", address: "gitte@kunde.example")).Expect(HttpStatusCode.Created);
        (await office.Agent.PostAsync($"/conversations/{visitor.Conversation}/messages", new { clientId = "one", text = "Ja, der er plads", channel = "email" })).Expect(HttpStatusCode.Created);
        var sent = await office.Sink.NextAsync();
        while (sent.To is not ["gitte@kunde.example"])
        {
            sent = await office.Sink.NextAsync();
        }

        Assert.Equal(visitor.Conversation, await office.ConversationAsync(Letter("gitte@kunde.example", "Re: Plads", "Så kommer vi", $"In-Reply-To: <{sent.MessageId}>")));
        Assert.Equal(["Er der plads?", "Ja, der er plads", "Så kommer vi"], (await visitor.HistoryAsync()).Each("text"));
        (await office.Agent.SayAsync(visitor.Conversation, "Velkommen")).Expect(HttpStatusCode.Created);
        while ((await office.Sink.NextAsync()).To is not ["gitte@kunde.example"])
        {
        }
    }
}
