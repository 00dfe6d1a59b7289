using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

public sealed class MessageTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    readonly Organisation _organisation = here.Organisation;

    [Fact]
    public async Task The_last_page_of_what_was_said_says_that_it_is_the_last()
    {
        var visitor = await _organisation.NewConversationAsync();
        await visitor.SayAsync("Og en hund");
        foreach (var path in (string[])["/messages", "/messages?limit=2", "/messages?limit=1&after=1", "/messages?after=2"])
        {
            var page = (await visitor.GetAsync($"/conversations/{visitor.Conversation}{path}")).Expect(HttpStatusCode.OK);
            Assert.True(page["next"] is null or "null", $"{path} was answered with {page}");
        }

        Assert.Equal("1", (await visitor.GetAsync($"/conversations/{visitor.Conversation}/messages?limit=1"))["next"]);
        Assert.Equal("1", (await _organisation.Administrator.GetAsync($"/conversations/{visitor.Conversation}/messages?limit=1"))["next"]);
    }

    [Fact]
    public async Task A_message_is_taken_once_and_its_repeat_gets_the_same_place()
    {
        var visitor = await _organisation.NewConversationAsync();
        Assert.Equal(2, (await visitor.SayAsync("Og en hund", "dog")).Expect(HttpStatusCode.Created).Number("sequence"));
        Assert.Equal(3, (await visitor.SayAsync("Og en kat", "cat")).Expect(HttpStatusCode.Created).Number("sequence"));
        Assert.Equal(2, (await visitor.SayAsync("Og en hund", "dog")).Expect(HttpStatusCode.OK).Number("sequence"));
        Assert.Equal(["Hej", "Og en hund", "Og en kat"], (await visitor.HistoryAsync()).Each("text"));
    }

    [Fact]
    public async Task A_name_that_comes_again_with_other_words_is_refused()
    {
        var visitor = await _organisation.NewConversationAsync("Hej");
        var file = (await visitor.UploadAsync("Pas"u8.ToArray(), "pas.txt")).Expect(HttpStatusCode.Created)["id"]!;
        (await visitor.SayAsync("Og en hund", "dog")).Expect(HttpStatusCode.Created);
        (await visitor.SayAsync("Her er passet", "passport", file)).Expect(HttpStatusCode.Created);
        (await visitor.SayAsync("Her er passet", "passport", file)).Expect(HttpStatusCode.OK);
        foreach (var refused in new[] { await visitor.SayAsync("Og en kat", "dog"), await visitor.SayAsync("Her er passet", "passport"), await visitor.SayAsync("Og en hund", "dog", file) })
        {
            Assert.Equal("client-id-reused", refused.Expect(HttpStatusCode.Conflict).Problem);
        }

        Assert.Equal(["Hej", "Og en hund", "Her er passet"], (await visitor.HistoryAsync()).Each("text"));
    }

    [Fact]
    public async Task Of_two_messages_that_come_under_one_name_at_once_one_is_refused()
    {
        var visitor = await _organisation.NewConversationAsync();
        for (var round = 0; round < 10; round++)
        {
            var name = $"twice-{round}";
            var answers = await Task.WhenAll(visitor.SayAsync("Ja", name), visitor.SayAsync("Nej", name));
            Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        }
    }

    [Fact]
    public async Task An_agents_name_that_comes_again_with_other_words_is_refused()
    {
        var (visitor, agent) = (await _organisation.NewConversationAsync(), _organisation.Administrator);
        (await agent.SayAsync(visitor.Conversation, "Ja", "one")).Expect(HttpStatusCode.Created);
        (await agent.SayAsync(visitor.Conversation, "Ja", "one")).Expect(HttpStatusCode.OK);
        Assert.Equal("client-id-reused", (await agent.SayAsync(visitor.Conversation, "Nej", "one")).Expect(HttpStatusCode.Conflict).Problem);
        (await agent.NoteAsync(visitor.Conversation, "Ringer", "note")).Expect(HttpStatusCode.Created);
        (await agent.NoteAsync(visitor.Conversation, "Ringer", "note")).Expect(HttpStatusCode.OK);
        Assert.Equal("client-id-reused", (await agent.NoteAsync(visitor.Conversation, "Ringer ikke", "note")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(["Hej", "Ja"], (await visitor.HistoryAsync()).Each("text"));
    }

    [Fact]
    public async Task The_history_goes_on_after_a_sequence_and_page_by_page()
    {
        var visitor = await _organisation.NewConversationAsync("1");
        for (var i = 2; i <= 7; i++)
        {
            await visitor.SayAsync($"{i}");
        }

        Assert.Equal(["5", "6", "7"], (await visitor.HistoryAsync(4)).Each("text"));
        Assert.Empty((await visitor.HistoryAsync(7)).Rows);
        List<string> pages = [];
        for (var next = "0"; next is not null;)
        {
            var page = (await visitor.GetAsync($"/conversations/{visitor.Conversation}/messages?after={next}&limit=3")).Expect(HttpStatusCode.OK);
            pages.AddRange(page.Each("text"));
            next = page["next"] is "null" or null ? null : page["next"];
        }

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], pages);
    }

    [Fact]
    public async Task What_was_written_comes_back_letter_for_letter()
    {
        const string Words = "Smørrebrød & <b>øl</b>\n\tżółć șț 🏴‍☠️ ' \" \\ %00 {{customer.name}}";
        var visitor = await _organisation.NewConversationAsync(Words);
        await _organisation.Administrator.SayAsync(visitor.Conversation, Words);
        Assert.Equal([Words, Words], (await visitor.HistoryAsync()).Each("text"));
        var message = (await visitor.HistoryAsync()).Rows[1];
        Assert.Equal(("agent", "Anna"), (message["from"], message["name"]));
    }

    [Fact]
    public async Task A_message_of_the_greatest_length_is_taken()
    {
        var visitor = await _organisation.NewConversationAsync();
        (await visitor.SayAsync(new string('ø', 8000))).Expect(HttpStatusCode.Created);
        (await visitor.SayAsync(string.Concat(Enumerable.Repeat("🏔", 4000)))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_transcript_has_both_sides_and_is_the_visitors_alone()
    {
        var visitor = await _organisation.NewConversationAsync("Hvornår sejler færgen?");
        await _organisation.Administrator.SayAsync(visitor.Conversation, "Klokken 9.");
        await _organisation.Administrator.NoteAsync(visitor.Conversation, "Ringer selv tilbage.");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/public/v1/conversations/{visitor.Conversation}/transcript?language=da") { Headers = { { "Authorization", $"Bearer {visitor.Bearer}" } } };
        using var answer = await _organisation.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("Hvornår sejler færgen?", text, StringComparison.Ordinal);
        Assert.Contains("Anna, Fjordrejser: Klokken 9.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ringer selv", text, StringComparison.Ordinal);
    }
}
