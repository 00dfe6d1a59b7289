using System.Net;
using static Kanal.Product.Tests.Letters.PostOffice;

namespace Kanal.Product.Tests.Letters;

public sealed class LetterTests(PostOffice office) : IClassFixture<PostOffice>
{
    [Fact]
    public async Task A_letter_waits_in_the_queue_of_its_mailbox_and_says_what_is_new_in_it()
    {
        var conversation = await office.ConversationAsync(Letter("Mette Holm <mette@kunde.example>", "Plads til to?", "Er der plads til to?\n\n-- \nMette\n\nDen 1. november skrev Fjordrejser:\n> Hvornår?"));
        var seen = await office.Agent.SeeAsync(conversation);
        Assert.Equal(("queued", "email", "Mette Holm", "Plads til to?"), (seen["state"], seen["channel"], seen["customer.name"], seen["subject"]));
        var entry = (await office.EntriesAsync(conversation)).Single(entry => entry["kind"] == "message");
        Assert.Equal(("Er der plads til to?", "mette@kunde.example", "false"), (entry["text"], entry["letter.from.address"], entry["letter.mine"]));
        Assert.Contains("From: Mette Holm", await office.Agent.TextAsync($"/conversations/{conversation}/letters/{entry["letter.id"]}/original"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_known_yet_is_answered_in_the_language_that_their_program_says_they_write()
    {
        foreach (var (said, language) in new[] { ("en-GB", "en"), ("sv", "da"), ("en, da", "da") })
        {
            var conversation = await office.ConversationAsync(Letter($"{language}@{said.Replace(", ", "-")}.example", "Dog", "May I bring my dog?", $"Content-Language: {said}"));
            Assert.Equal(language, (await office.Agent.SeeAsync(conversation))["language"]);
        }
    }

    [Fact]
    public async Task A_letter_that_comes_again_is_the_same_letter()
    {
        var letter = Letter("Bo <bo@kunde.example>", "Igen", "Kommer I?");
        var first = (await office.PostAsync(letter)).Expect(HttpStatusCode.Created);
        var again = (await office.PostAsync("Received: from elsewhere\n" + letter)).Expect(HttpStatusCode.OK);
        Assert.Equal((first["letter"], first["conversation"]), (again["letter"], again["conversation"]));
        var many = Letter("Bo <bo@kunde.example>", "Mange", "Alle på én gang");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => office.PostAsync(many)));
        Assert.Single(answers.Select(answer => answer["conversation"]).Distinct());
        Assert.Equal(["Alle på én gang"], await office.MessagesAsync(answers[0]["conversation"]!));
    }

    [Fact]
    public async Task Who_takes_part_and_names_a_letter_joins_and_a_stranger_or_a_subject_alone_does_not()
    {
        var conversation = await office.ConversationAsync(Letter("Ida <ida@kunde.example>", "Kahytter", "Har I kahytter?", "Cc: Per <per@kunde.example>", messageId: "kahyt"));
        const string Answers = "In-Reply-To: <kahyt@kunde.example>";
        Assert.Equal(conversation, await office.ConversationAsync(Letter("ida@kunde.example", "Re: Kahytter", "Med udsigt?", Answers)));
        Assert.Equal(conversation, await office.ConversationAsync(Letter("per@kunde.example", "SV: Kahytter", "Og havudsigt", Answers)));
        Assert.NotEqual(conversation, await office.ConversationAsync(Letter("fremmed@andre.example", "Re: Kahytter", "Hvad skrev de?", Answers)));
        Assert.NotEqual(conversation, await office.ConversationAsync(Letter("ida@kunde.example", "Re: Kahytter", "Uden tråd")));
        Assert.Equal(["Har I kahytter?", "Med udsigt?", "Og havudsigt"], await office.MessagesAsync(conversation));
    }

    [Fact]
    public async Task An_answer_arrives_as_a_letter_and_what_is_answered_to_it_finds_its_conversation_by_our_own_mark()
    {
        await using var desk = await office.Agent.ListenAsync();
        var conversation = await office.ConversationAsync(Letter("Eva <eva@kunde.example>", "Børn", "Hvad koster børn?", messageId: "born"));
        (await office.Agent.SayAsync(conversation, "Under fem år: intet.\n\nSe https://fjordrejser.example/born.", "one")).Expect(HttpStatusCode.Created);
        (await office.Agent.SayAsync(conversation, "Under fem år: intet.\n\nSe https://fjordrejser.example/born.", "one")).Expect(HttpStatusCode.OK);
        var sent = await office.Sink.NextAsync();
        Assert.Equal(["eva@kunde.example"], sent.To);
        Assert.Equal(("<born@kunde.example>", "<born@kunde.example>"), (sent["In-Reply-To"], sent["References"]));
        Assert.Contains($"<{Address}>", sent["From"], StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", sent.Raw, StringComparison.Ordinal);
        Assert.Null(sent["Auto-Submitted"]);
        Assert.StartsWith("rejser+c.", sent["Reply-To"]!.Split('<')[^1], StringComparison.Ordinal);

        // Whoever answers from another address was passed our letter on; whoever makes up a mark was not.
        Assert.Equal(conversation, await office.ConversationAsync(Letter("eva.privat@andre.example", "Re: Børn", "Tak!", $"References: <born@kunde.example> <{sent.MessageId}>")));
        Assert.Equal(conversation, await office.ConversationAsync(Letter("eva3@andre.example", "Re: Børn", "Tak igen!", to: sent["Reply-To"]!)));
        Assert.NotEqual(conversation, await office.ConversationAsync(Letter("eva4@andre.example", "Re: Børn", "Snyd", to: $"rejser+c.{conversation}.0123456789abcdef@fjordrejser.example")));
        await desk.NextAsync("delivery", told => told["conversation"] == conversation && told["state"] == "sent");
        var mine = (await office.EntriesAsync(conversation)).Single(entry => entry["letter.mine"] == "true");
        Assert.Equal(("sent", "accepted", "email"), (mine["letter.state"], Deliveries(mine)[0], mine["channel"]));
    }

    [Fact]
    public async Task A_letter_to_a_closed_conversation_reopens_it_and_another_subject_proposes_a_split()
    {
        var conversation = await office.ConversationAsync(Letter("Lis <lis@kunde.example>", "Mad", "Er der morgenmad?", messageId: "mad"));
        (await office.Agent.WrapUpAsync(conversation)).Expect(HttpStatusCode.OK);
        Assert.Equal(conversation, await office.ConversationAsync(Letter("lis@kunde.example", "En helt anden ting", "Må hunden komme med?", "In-Reply-To: <mad@kunde.example>")));
        Assert.Equal("queued", (await office.Agent.SeeAsync(conversation))["state"]);
        var proposed = (await office.EntriesAsync(conversation)).Single(entry => entry["event.type"] == "splitProposed");
        Assert.Equal(("En helt anden ting", "2"), (proposed["event.subject"], proposed["event.sequence"]));

        var split = (await office.Agent.PostAsync($"/conversations/{conversation}/split", new { from = 2 })).Expect(HttpStatusCode.Created);
        Assert.Equal(["Må hunden komme med?"], await office.MessagesAsync(split["conversation"]!));
        Assert.Equal(split["conversation"], (await office.EntriesAsync(conversation)).Single(entry => entry["sequence"] == "2" && entry["kind"] == "message")["moved.conversation"]);
        (await office.Agent.PostAsync($"/conversations/{conversation}/moves/{split["move"]}/undo", new { })).Expect(HttpStatusCode.NoContent);
        Assert.DoesNotContain(await office.EntriesAsync(conversation), entry => entry["moved.conversation"] is not null);
        Assert.Equal("closed", (await office.Agent.SeeAsync(split["conversation"]!))["state"]);
    }

    [Fact]
    public async Task Two_conversations_become_one_and_two_again()
    {
        var one = await office.ConversationAsync(Letter("Kim <kim@kunde.example>", "Pas", "Skal vi have pas?", messageId: "pas"));
        var other = await office.ConversationAsync(Letter("Kim <kim@kunde.example>", "Visum", "Og visum?", "Cc: Siv <siv@kunde.example>", messageId: "visum"));
        var merged = (await office.Agent.PostAsync($"/conversations/{other}/merge", new { into = one })).Expect(HttpStatusCode.Created);
        Assert.Equal(["Skal vi have pas?", "Og visum?"], await office.MessagesAsync(one));
        Assert.Equal("closed", (await office.Agent.SeeAsync(other))["state"]);
        Assert.Equal(["kim@kunde.example", "siv@kunde.example"], (await office.Agent.GetAsync($"/conversations/{one}/participants")).Each("address"));
        Assert.Equal(one, await office.ConversationAsync(Letter("kim@kunde.example", "Re: Visum", "Haster", "In-Reply-To: <visum@kunde.example>")));
        (await office.Agent.PostAsync($"/conversations/{one}/moves/{merged["move"]}/undo", new { })).Expect(HttpStatusCode.NoContent);
        var (first, second) = (await office.Agent.SeeAsync(one), await office.Agent.SeeAsync(other));
        Assert.Equal(("queued", "Og visum?", "Haster"), (second["state"], second["lastMessage.text"], first["lastMessage.text"]));
        Assert.Equal(["kim@kunde.example"], (await office.Agent.GetAsync($"/conversations/{one}/participants")).Each("address"));
        Assert.Equal(other, await office.ConversationAsync(Letter("kim@kunde.example", "Re: Visum", "Er I der?", "In-Reply-To: <visum@kunde.example>")));
        Assert.Equal("already-undone", (await office.Agent.PostAsync($"/conversations/{one}/moves/{merged["move"]}/undo", new { })).Problem);
    }

    [Fact]
    public async Task Files_are_kept_and_those_of_a_kind_unknown_are_only_there_to_be_saved()
    {
        var conversation = await office.ConversationAsync("""
            From: Ole <ole@kunde.example>
            To: rejser@fjordrejser.example
            Subject: Filer
            Message-ID: <filer@kunde.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: text/plain

            Se her
            --x
            Content-Type: text/plain; name="note.txt"
            Content-Disposition: attachment; filename="note.txt"

            Hej med dig
            --x
            Content-Type: application/x-msdownload; name="spil.exe"
            Content-Disposition: attachment; filename="spil.exe"
            Content-Transfer-Encoding: base64

            TVqQAAMAAAAEAAAA
            --x--
            """);
        var entry = (await office.EntriesAsync(conversation)).Single(entry => entry["kind"] == "message");
        var files = entry.Body.GetProperty("files").EnumerateArray().Select(file => new Api.Reply(HttpStatusCode.OK, file)).ToList();
        Assert.Equal([("note.txt", "text/plain", null), ("spil.exe", "application/octet-stream", "true")], files.Select(file => (file["name"]!, file["type"]!, file["unchecked"])));
        Assert.Contains("Hej med dig", await office.Agent.TextAsync($"/conversations/{conversation}/files/{files[0]["id"]}"), StringComparison.Ordinal);
    }

    internal static string[] Deliveries(Api.Reply entry) => [.. entry.Body.GetProperty("letter").GetProperty("deliveries").EnumerateArray().Select(one => one.GetProperty("state").GetString()!)];
}
