using System.Net;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

/// <summary>Bad input gets a problem document that says what is wrong, and leaves no trace.</summary>
public sealed class BadInputTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("text/html")]
    [InlineData("*/*")]
    public async Task What_is_not_there_is_said_to_be_so_whatever_form_was_asked_for(string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/public/v1/sites/nowhere/menu/events") { Headers = { { "Accept", form } } };
        Assert.Equal("404 not-found", await here.Kanal.Client.SendAsync(request).SummaryAsync());
    }

    public static TheoryData<string, string, string> Starts { get; } = new()
    {
        { "an unknown member", """{"clientId":"a","channel":"chat","text":"x","colour":"red"}""", "400 bad-request" },
        { "an unknown member within", """{"clientId":"a","channel":"chat","text":"x","facts":{"shoeSize":44}}""", "400 bad-request" },
        { "a number for a text", """{"clientId":"a","channel":"chat","text":5}""", "400 bad-request" },
        { "a list for a text", """{"clientId":"a","channel":"chat","text":["x"]}""", "400 bad-request" },
        { "a text for a number", """{"clientId":"a","channel":"chat","text":"x","facts":{"basket":{"value":"12"}}}""", "400 bad-request" },
        { "a member that is missing", """{"channel":"chat","text":"x"}""", "400 bad-request" },
        { "a member that is null", """{"clientId":"a","channel":"chat","text":null}""", "400 bad-request" },
        { "half a document", """{"clientId":"a","channel":"ch""", "400 bad-request" },
        { "no document", "", "400 bad-request" },
        { "null", "null", "400 bad-request" },
        { "a list", "[]", "400 bad-request" },
        { "bytes that are no UTF-8", "\u00ff\u00fe", "400 bad-request" },
        { "a deep well", new string('[', 5000), "400 bad-request" },
        { "an empty text", """{"clientId":"a","channel":"chat","text":" \n\t "}""", "400 invalid" },
        { "a text over the limit", $$"""{"clientId":"a","channel":"chat","text":"{{new string('x', 8001)}}"}""", "400 text-too-long" },
        { "a bell", """{"clientId":"a","channel":"chat","text":"a\u0007b"}""", "400 invalid" },
        { "a null letter", """{"clientId":"a","channel":"chat","text":"a\u0000b"}""", "400 invalid" },
        { "half a letter", """{"clientId":"a","channel":"chat","text":"a\ud83cb"}""", "400 bad-request" },
        { "another half", """{"clientId":"a","channel":"chat","text":"\udffb"}""", "400 bad-request" },
        { "a null letter in a name", """{"clientId":"a","channel":"chat","text":"x","name":"a\u0000b"}""", "400 invalid" },
        { "a null letter in a page", """{"clientId":"a","channel":"chat","text":"x","facts":{"page":"a\u0000b"}}""", "400 invalid" },
        { "a null letter in a language", """{"clientId":"a","channel":"chat","text":"x","language":"a\u0000b"}""", "201" },
        { "a channel that is none", """{"clientId":"a","channel":"fax","text":"x"}""", "400 invalid" },
        { "a client id with spaces", """{"clientId":"a b","channel":"chat","text":"x"}""", "400 invalid" },
        { "a client id that is empty", """{"clientId":"","channel":"chat","text":"x"}""", "400 invalid" },
        { "a client id over the limit", $$"""{"clientId":"{{new string('a', 65)}}","channel":"chat","text":"x"}""", "400 invalid" },
        { "a page over the limit", $$$"""{"clientId":"a","channel":"chat","text":"x","facts":{"page":"{{{new string('p', 2001)}}}"}}""", "400 invalid" },
        { "a basket of less than nothing", """{"clientId":"a","channel":"chat","text":"x","facts":{"basket":{"value":-1}}}""", "400 invalid" },
        { "a basket beyond all numbers", """{"clientId":"a","channel":"chat","text":"x","facts":{"basket":{"value":1e999}}}""", "400 invalid" },
        { "a forged visitor", """{"clientId":"a","channel":"chat","text":"x","visitor":"AAAA"}""", "400 invalid" },
        { "an address with a line break", """{"clientId":"a","channel":"email","text":"x","address":"a@example.com\nBcc: b@example.com"}""", "400 invalid" },
        { "half a megabyte", $$"""{"clientId":"a","channel":"chat","text":"{{new string('x', 500_000)}}"}""", "413 too-large" },
    };

    public static TheoryData<string, string, string> Messages { get; } = new()
    {
        { "an unknown member", """{"clientId":"a","text":"x","colour":"red"}""", "400 bad-request" },
        { "an empty text", """{"clientId":"a","text":""}""", "400 invalid" },
        { "a text over the limit", $$"""{"clientId":"a","text":"{{new string('x', 8001)}}"}""", "400 text-too-long" },
        { "a null letter", """{"clientId":"a","text":"a\u0000b"}""", "400 invalid" },
        { "half a letter", """{"clientId":"a","text":"a\ud83cb"}""", "400 bad-request" },
        { "a file that is not there", """{"clientId":"a","text":"x","files":["0000000000001"]}""", "400 invalid" },
        { "a file that is none", """{"clientId":"a","text":"x","files":["../../etc/passwd"]}""", "400 bad-request" },
        { "files beyond number", $$"""{"clientId":"a","text":"x","files":[{{string.Join(',', Enumerable.Repeat("\"0000000000001\"", 200))}}]}""", "400 invalid" },
    };

    [Theory]
    [MemberData(nameof(Starts), DisableDiscoveryEnumeration = true)]
    public async Task A_start_with(string what, string body, string expected)
    {
        var before = await here.RowsAsync();
        Assert.Equal(expected, await SummaryAsync($"/public/v1/sites/{Organisation.Site}/conversations", body, null));
        Assert.Equal(("", what), (expected == "201" ? "" : string.Join(", ", (await here.RowsAsync()).Except(before)), what));
    }

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public async Task A_message_with(string what, string body, string expected)
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var before = await here.RowsAsync();
        Assert.Equal(expected, await SummaryAsync($"/public/v1/conversations/{visitor.Conversation}/messages", body, visitor.Bearer));
        Assert.Equal(("", what), (string.Join(", ", (await here.RowsAsync()).Except(before)), what));
    }

    [Fact]
    public async Task Ten_megabytes_in_a_field_are_turned_away_everywhere()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        var before = await here.RowsAsync();
        var large = new string('x', 10 * 1024 * 1024);
        var conversation = $"/public/v1/conversations/{visitor.Conversation}";
        Assert.Equal("413 too-large", await SummaryAsync($"/public/v1/sites/{Organisation.Site}/conversations", $$"""{"clientId":"a","channel":"chat","text":"{{large}}"}""", null));
        Assert.Equal("413 too-large", await SummaryAsync($"/public/v1/sites/{Organisation.Site}/menu", $$$"""{"facts":{"page":"{{{large}}}"}}""", null));
        Assert.Equal("413 too-large", await SummaryAsync($"{conversation}/messages", $$"""{"clientId":"a","text":"{{large}}"}""", visitor.Bearer));
        Assert.Equal("413 too-large", await SummaryAsync($"{conversation}/rating", $$"""{"score":5,"comment":"{{large}}"}""", visitor.Bearer));
        Assert.Equal("413 too-large", await SummaryAsync($"/api/v1/conversations/{visitor.Conversation}/messages", $$"""{"clientId":"a","text":"{{large}}"}""", here.Organisation.Administrator.Bearer));
        Assert.Equal("413 too-large", await SummaryAsync("/api/v1/session", $$"""{"email":"{{large}}","password":"x"}""", null));
        Assert.Empty((await here.RowsAsync()).Except(before));
    }

    [Fact]
    public async Task A_form_is_no_message()
    {
        var visitor = await here.Organisation.NewConversationAsync();
        using var form = new FormUrlEncodedContent([new("clientId", "a"), new("text", "x")]);
        Assert.Equal("unsupported-type", (await visitor.SendAsync(HttpMethod.Post, $"/conversations/{visitor.Conversation}/messages", form)).Expect(HttpStatusCode.UnsupportedMediaType).Problem);
        Assert.Equal("method-not-allowed", (await visitor.SendAsync(HttpMethod.Delete, $"/conversations/{visitor.Conversation}/messages")).Expect(HttpStatusCode.MethodNotAllowed).Problem);
    }

    [Theory]
    [InlineData("messages?after=abc", HttpStatusCode.BadRequest)]
    [InlineData("messages?after=99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("messages?after=-5&limit=-5", HttpStatusCode.OK)]
    [InlineData("transcript?language=%00", HttpStatusCode.OK)]
    [InlineData("files/%00", HttpStatusCode.BadRequest)]
    [InlineData("files/..%2F..%2Fkanal.db", HttpStatusCode.NotFound)]
    public async Task A_strange_question_is_no_trouble(string question, HttpStatusCode status)
    {
        var visitor = await here.Organisation.NewConversationAsync();
        Assert.Equal(status, (await visitor.GetAsync($"/conversations/{visitor.Conversation}/{question}")).Status);
    }

    [Theory]
    [InlineData("/conversations?q=%00")]
    [InlineData("/conversations?channel=%00")]
    [InlineData("/conversations?cursor=%00")]
    [InlineData("/conversations?q=%25%5F%21'%22%3B--")]
    [InlineData("/customers?q=%00")]
    [InlineData("/answers?q=%00&language=%00")]
    [InlineData("/audit?cursor=%00")]
    public async Task A_null_letter_in_a_search_is_no_bug_of_ours(string question) =>
        Assert.InRange((int)(await here.Organisation.Administrator.GetAsync(question)).Status, 200, 499);

    [Fact]
    public async Task What_agents_write_is_looked_at_too()
    {
        var administrator = here.Organisation.Administrator;
        var conversation = (await here.Organisation.NewConversationAsync()).Conversation;
        foreach (var text in new[] { "", "a\0b", new string('x', 8001) })
        {
            (await administrator.SayAsync(conversation, text)).Expect(HttpStatusCode.BadRequest);
            (await administrator.NoteAsync(conversation, text)).Expect(HttpStatusCode.BadRequest);
        }

        Assert.InRange((int)(await administrator.DraftAsync(conversation, "a\0b")).Status, 200, 499);
        Assert.InRange((int)(await administrator.DraftAsync(conversation, new string('x', 7999) + "🏔🏔")).Status, 200, 499);
    }

    async Task<string> SummaryAsync(string path, string body, string? bearer)
    {
        var bytes = body.Contains('\u00ff', StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(body) : Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } } };
        if (bearer is not null)
        {
            request.Headers.Authorization = new("Bearer", bearer);
        }

        using var answer = await here.Organisation.Http.SendAsync(request);
        var reply = await Reply.OfAsync(answer);
        if (answer.IsSuccessStatusCode)
        {
            return $"{(int)reply.Status}";
        }

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("urn:kanal:problem:", reply["type"], StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(reply["detail"]));
        return $"{(int)reply.Status} {reply.Problem}";
    }
}
