using System.Net;
using System.Text.RegularExpressions;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.HelpCentre;

public sealed partial class ContactPageTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IDisposable
{
    readonly Reader _reader = new(here.Kanal);

    [Fact]
    public async Task The_ways_of_contact_are_those_of_the_widget()
    {
        var menu = await here.Organisation.NewVisitor().MenuAsync(new { language = "en" });
        var page = (await _reader.HelpAsync("/en/contact")).Expect(HttpStatusCode.OK);
        Assert.All(menu.Body.GetProperty("menu").GetProperty("entries").EnumerateArray(), entry => page.Says(entry.GetProperty("waitText").GetString()!, entry.GetProperty("reason").GetString()!));
        page.Says("Times as in Copenhagen.", "data-site=\"fjordrejser\"");
        Assert.Equal("no-store", page["Cache-Control"]);
    }

    [Fact]
    public async Task A_letter_has_its_form_where_letters_have_an_address_too()
    {
        await using var founded = await Fjordrejser.FoundAsync();
        var administrator = founded.Organisation.Administrator;
        (await administrator.PostAsync("/mailboxes", new
        {
            site = (await administrator.GetAsync("/sites")).Rows[0]["id"],
            address = "post@fjordrejser.example",
            incoming = new { host = "imap.example", port = 993, user = "post" },
            active = false,
        })).Expect(HttpStatusCode.Created);
        await founded.Kanal.RestartAsync();
        var menu = await founded.Organisation.NewVisitor().MenuAsync(new { language = "en" });
        Assert.Contains(menu.Body.GetProperty("menu").GetProperty("entries").EnumerateArray(), entry => entry.TryGetProperty("address", out var address) && address.GetString() == "post@fjordrejser.example");
        using var reader = new Reader(founded.Kanal);
        (await reader.HelpAsync("/en/contact")).Expect(HttpStatusCode.OK).Says("action=\"/help/fjordrejser/en/contact/email\"", "name=\"text\"");
    }

    [Fact]
    public async Task A_letter_that_is_written_without_a_script_reaches_the_desk()
    {
        var form = await FormAsync("/en/contact");
        var sent = await _reader.PostAsync("/en/contact/email", new() { ["id"] = form, ["text"] = "Is there a lift?", ["address"] = "kirsten@example.com", ["name"] = "Kirsten" });
        Assert.Equal((HttpStatusCode.SeeOther, "/help/fjordrejser/en/contact/sent?way=email&at="), (sent.Status, sent["Location"]));
        (await _reader.ReadAsync(sent["Location"]!)).Expect(HttpStatusCode.OK).Says("Thank you, we have your message");
        var letter = Assert.Single(await ConversationsAsync(), one => one["customer.name"] == "Kirsten");
        Assert.Equal(("email", "en"), (letter["channel"], letter["language"]));
        // Sent twice by an impatient finger, it is still one.
        (await _reader.PostAsync("/en/contact/email", new() { ["id"] = form, ["text"] = "Is there a lift?", ["address"] = "kirsten@example.com", ["name"] = "Kirsten" })).Expect(HttpStatusCode.SeeOther);
        Assert.Single(await ConversationsAsync(), one => one["customer.name"] == "Kirsten");
    }

    [Fact]
    public async Task What_is_wrong_in_a_letter_stands_beside_it_in_the_readers_language_and_nothing_is_lost()
    {
        var page = await _reader.PostAsync("/da/contact/email", new() { ["id"] = "x1", ["text"] = "Er der elevator?", ["address"] = "kirsten", ["name"] = "Kirsten" });
        page.Expect(HttpStatusCode.BadRequest).Says("role=\"alert\"", "aria-invalid=\"true\"", "Skriv en e-mailadresse som navn@example.com", "Er der elevator?</textarea>", "value=\"kirsten\"");
        (await _reader.PostAsync("/da/contact/email", new() { ["id"] = "x2", ["text"] = " ", ["address"] = "k@example.com" })).Expect(HttpStatusCode.BadRequest).Says("Skriv et par ord om");
    }

    [Fact]
    public async Task A_call_is_asked_for_without_a_script()
    {
        var site = (await here.Organisation.Administrator.GetAsync("/sites")).Each("id")[0];
        (await here.Organisation.Administrator.PutAsync($"/sites/{site}", new { callback = new { offer = "always" } })).Expect(HttpStatusCode.OK);
        var page = (await _reader.HelpAsync("/en/contact?way=callback")).Says("We call you", "name=\"slot\"");
        var slot = Slot().Match(page.Text).Groups[1].Value;
        var wrong = await _reader.PostAsync("/en/contact/callback", new() { ["id"] = "c1", ["text"] = "About my trip", ["address"] = "12", ["slot"] = slot });
        wrong.Expect(HttpStatusCode.BadRequest).Says("We can't call this number.", $"value=\"{slot}\" selected");
        var sent = await _reader.PostAsync("/en/contact/callback", new() { ["id"] = "c2", ["text"] = "About my trip", ["address"] = "+45 20 12 34 56", ["slot"] = slot });
        (await _reader.ReadAsync(sent.Expect(HttpStatusCode.SeeOther)["Location"]!)).Says("Thank you, we will call you", $"datetime=\"{slot}\"");
        Assert.Contains(await ConversationsAsync(), one => one["channel"] == "callback");
    }

    [Fact]
    public async Task Pages_of_others_and_forms_without_end_are_refused()
    {
        (await _reader.PostAsync("/en/contact/email", new() { ["text"] = "x" }, ("Sec-Fetch-Site", "cross-site"))).Expect(HttpStatusCode.Forbidden);
        var endless = Enumerable.Range(0, 5000).ToDictionary(i => $"field{i}", i => "x");
        (await _reader.PostAsync("/en/contact/email", endless)).Expect(HttpStatusCode.BadRequest);
        (await _reader.SendAsync(HttpMethod.Post, $"{Reader.Home}/en/contact/email", new StringContent("{}"))).Expect(HttpStatusCode.UnsupportedMediaType);
    }

    public void Dispose() => _reader.Dispose();

    async Task<string> FormAsync(string path) => HiddenId().Match((await _reader.HelpAsync(path)).Text).Groups[1].Value;

    async Task<Api.Reply[]> ConversationsAsync() => (await here.Organisation.Administrator.GetAsync("/conversations?limit=200")).Expect(HttpStatusCode.OK).Rows;

    [GeneratedRegex("name=\"id\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenId();

    [GeneratedRegex("<option value=\"(2[^\"]+)\"")]
    private static partial Regex Slot();
}
