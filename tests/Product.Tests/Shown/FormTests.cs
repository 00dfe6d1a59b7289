using System.Net;
using System.Text;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Shown;

public sealed class FormTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task A_form_comes_back_as_a_message_with_its_values_and_files()
    {
        var (site, shown) = await ShownAsync();
        await using var desk = await site.Agent.ListenAsync();
        (await site.TellAsync(shown, filled: 1)).Expect(HttpStatusCode.NoContent);
        await desk.NextAsync("shown", told => told["filled"] == "1" && told["sentAt"] is null);
        var file = (await site.Visitor.UploadAsync(Encoding.UTF8.GetBytes("Sort kuffert"), "kuffert.txt", "text/plain")).Expect(HttpStatusCode.Created)["id"]!;
        (await site.SendAsync(shown, new { booking = "FR204518", what = "lost", picture = new[] { file } })).Expect(HttpStatusCode.Created);

        var message = await desk.NextAsync("message", told => told["entry.card.form.title"] is not null);
        Assert.Equal(("visitor", "Report lost luggage", shown), (message["entry.from"], message["entry.card.form.title"], message["entry.card.form.shown"]));
        await desk.NextAsync("shown", told => told["sentAt"] is not null && told["filled"] == "3");
        var said = (await site.Visitor.HistoryAsync(2)).Rows[0];
        Assert.StartsWith("Report lost luggage\nBooking number: FR204518\nWhat happened?: It never came\nA picture: ", said["text"], StringComparison.Ordinal);
        Assert.Equal(file, said.Body.GetProperty("files")[0].GetProperty("id").GetString());
        Assert.Equal(["booking", "what", "picture"], said.Body.GetProperty("card").GetProperty("form").GetProperty("values").EnumerateArray().Select(value => value.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_field_and_nothing_is_sent()
    {
        var (site, shown) = await ShownAsync();
        var refused = (await site.SendAsync(shown, new { booking = "nonsense", hidden = "x" })).Expect(HttpStatusCode.BadRequest);
        Assert.Equal("form-faults", refused.Problem);
        Assert.Equal(["fields.booking", "fields.hidden", "fields.what"], refused.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        Assert.Equal("2", (await site.Visitor.StandingAsync())["lastSequence"]);
        Assert.Null((await site.ShownAsync())[0]["sentAt"]);
    }

    [Fact]
    public async Task A_form_is_sent_once_and_a_repeat_does_no_harm()
    {
        var (site, shown) = await ShownAsync();
        var right = new { booking = "FR204518", what = "torn" };
        var first = (await site.SendAsync(shown, right, "mine")).Expect(HttpStatusCode.Created);
        Assert.Equal(first["sequence"], (await site.SendAsync(shown, right, "mine")).Expect(HttpStatusCode.OK)["sequence"]);
        Assert.Equal("client-id-reused", (await site.SendAsync(shown, new { booking = "FR000000", what = "torn" }, "mine")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("form-sent", (await site.SendAsync(shown, right)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_not_taken()
    {
        var (site, shown) = await ShownAsync();
        var stranger = await here.Organisation.NewConversationAsync();
        var file = (await stranger.UploadAsync(Encoding.UTF8.GetBytes("Privat"), "privat.txt", "text/plain")).Expect(HttpStatusCode.Created)["id"]!;
        Assert.Equal(HttpStatusCode.BadRequest, (await site.SendAsync(shown, new { booking = "FR204518", what = "lost", picture = new[] { file } })).Status);
        Assert.Null((await site.ShownAsync())[0]["sentAt"]);
    }

    async Task<(ShowingSite Site, string Shown)> ShownAsync()
    {
        var site = await ShowingSite.OnAsync(here);
        (await site.ShowAsync(await site.NewFormAsync())).Expect(HttpStatusCode.Created);
        return (site, await site.LastAsync());
    }
}
