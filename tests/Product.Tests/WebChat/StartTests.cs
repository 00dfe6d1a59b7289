using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

public sealed class StartTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    readonly Organisation _organisation = here.Organisation;

    [Fact]
    public async Task The_same_start_again_gives_the_same_answer()
    {
        var visitor = _organisation.NewVisitor();
        var first = (await visitor.StartAsync("Er turen ledig?", "first")).Expect(HttpStatusCode.Created);
        var again = (await visitor.StartAsync("Er turen ledig?", "first")).Expect(HttpStatusCode.OK);
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(1, first.Number("sequence"));
        Assert.Equal("true", first["menuKept"]);
        Assert.Equal(["Er turen ledig?"], (await visitor.HistoryAsync()).Each("text"));
    }

    [Fact]
    public async Task Of_ten_equal_starts_at_once_one_opens_a_conversation_and_all_get_it()
    {
        var visitor = _organisation.NewVisitor();
        await visitor.MenuAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => new VisitorClient(_organisation.Http, Organisation.Site) { Visitor = visitor.Visitor }.StartAsync("Hej", "at-once")));
        Assert.Equal(9, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Single(answers.Select(answer => answer["conversation"]).Distinct());
    }

    [Fact]
    public async Task Other_words_under_the_same_client_id_are_refused()
    {
        var visitor = _organisation.NewVisitor();
        (await visitor.StartAsync("Er turen ledig?", "second")).Expect(HttpStatusCode.Created);
        Assert.Equal("client-id-reused", (await visitor.StartAsync("Noget andet", "second")).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task A_letter_needs_an_address_to_answer_to()
    {
        var visitor = _organisation.NewVisitor();
        Assert.NotEmpty((await visitor.StartAsync(channel: "email")).Expect(HttpStatusCode.BadRequest).Errors("address"));
        Assert.NotEmpty((await visitor.StartAsync(channel: "email", address: "mette at example")).Expect(HttpStatusCode.BadRequest).Errors("address"));
        (await visitor.StartAsync(channel: "email", address: "mette@example.dk")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_site_that_is_not_there_is_not_found()
    {
        foreach (var key in new[] { "nowhere", "..%2F", "%E2%80%AE", new string('a', 5000) })
        {
            var stranger = new VisitorClient(_organisation.Http, key);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.StartAsync()).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.MenuAsync()).Status);
        }
    }

    [Fact]
    public async Task A_visitor_who_comes_back_is_the_same_customer_and_another_is_not()
    {
        var (mette, other) = (_organisation.NewVisitor(), _organisation.NewVisitor());
        await mette.MenuAsync();
        await other.MenuAsync();
        Assert.NotEqual(mette.Visitor, other.Visitor);
        var first = await CustomerAsync(mette, "Hej");
        Assert.Equal(first, await CustomerAsync(mette, "Hej igen"));
        Assert.NotEqual(first, await CustomerAsync(other, "Hej"));
    }

    [Fact]
    public async Task The_two_first_conversations_of_a_visitor_at_once_are_one_customers()
    {
        var visitor = _organisation.NewVisitor();
        await visitor.MenuAsync();
        var customers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => CustomerAsync(new(_organisation.Http, Organisation.Site) { Visitor = visitor.Visitor }, $"Hej {i}")));
        Assert.Single(customers.Distinct());
    }

    [Fact]
    public async Task A_site_that_keeps_no_journey_keeps_no_pages()
    {
        var administrator = _organisation.Administrator;
        (await administrator.PostAsync("/sites", new { key = "forgetful", name = "Forgetful", timeZone = "Europe/Copenhagen", keepsJourney = false })).Expect(HttpStatusCode.Created);
        var visitor = new VisitorClient(_organisation.Http, "forgetful");
        (await visitor.StartAsync(facts: new { page = "https://fjordrejser.example/1" })).Expect(HttpStatusCode.Created);
        (await visitor.PostAsync($"/conversations/{visitor.Conversation}/facts", new { page = "https://fjordrejser.example/2" })).Expect(HttpStatusCode.NoContent);
        Assert.Equal("[]", (await administrator.SeeAsync(visitor.Conversation))["journey"]);
    }

    async Task<string?> CustomerAsync(VisitorClient visitor, string text)
    {
        (await visitor.StartAsync(text)).Expect(HttpStatusCode.Created);
        return (await _organisation.Administrator.SeeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK)["customer.id"];
    }
}
