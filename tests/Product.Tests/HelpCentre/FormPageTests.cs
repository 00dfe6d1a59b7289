using System.Net;
using System.Text.RegularExpressions;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.HelpCentre;

public sealed partial class FormPageTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IDisposable
{
    readonly Reader _reader = new(here.Kanal);

    [Fact]
    public async Task A_form_is_filled_in_without_a_script_and_comes_to_the_desk()
    {
        await PublishAsync("Report a lost bag");
        var page = (await _reader.HelpAsync("/en/articles/report-a-lost-bag")).Expect(HttpStatusCode.OK);
        page.Says("name=\"f-booking\"", "<textarea id=\"form-look\" name=\"f-look\"", "type=\"checkbox\" name=\"f-content\" value=\"boots\"", "type=\"date\"", "Send files in the conversation");
        Assert.Equal("no-store", page["Cache-Control"]);
        var sent = await _reader.PostAsync("/en/articles/report-a-lost-bag/send", Filled(page, "FR 204518"));
        Assert.Equal((HttpStatusCode.SeeOther, "/help/fjordrejser/en/articles/report-a-lost-bag?sent=yes#form"), (sent.Status, sent["Location"]));
        (await _reader.ReadAsync(sent["Location"]!)).Says("We have begun to look.").DoesNotSay("name=\"f-booking\"");
        var desk = here.Organisation.Administrator;
        var letter = Assert.Single((await desk.GetAsync("/conversations?limit=200")).Rows, one => one["channel"] == "email");
        var text = (await desk.SeeAsync(letter["id"]!)).Body.ToString();
        Assert.All((string[])["Booking number: FR 204518", "Boots", "Yes", "bo@example.com"], said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_in_a_form_stands_beside_it_and_nothing_is_lost()
    {
        await PublishAsync("Report a torn bag");
        var page = await _reader.HelpAsync("/en/articles/report-a-torn-bag");
        var again = await _reader.PostAsync("/en/articles/report-a-torn-bag/send", Filled(page, "?"));
        again.Expect(HttpStatusCode.BadRequest).Says("role=\"alert\"", "aria-invalid=\"true\"", "“Booking number” is not in the form that is asked for", ">It is red</textarea>", "value=\"boots\" checked", "value=\"bo@example.com\"");
    }

    [Fact]
    public async Task Only_forms_are_sent() => (await _reader.PostAsync("/en/articles/nothing-such/send", [])).Expect(HttpStatusCode.NotFound);

    public void Dispose() => _reader.Dispose();

    static Dictionary<string, string> Filled(ReadPage page, string booking) => new()
    {
        ["id"] = HiddenId().Match(page.Text).Groups[1].Value,
        ["f-booking"] = booking,
        ["f-email"] = "bo@example.com",
        ["f-look"] = "It is red",
        ["f-content"] = "boots",
        ["f-needs"] = "true",
        ["f-seen"] = "",
    };

    async Task PublishAsync(string title)
    {
        var editor = await Editor.OfAsync(here);
        object[] fields =
        [
            new { key = "booking", kind = "text", label = "Booking number", required = true, pattern = "[A-Za-z]{2} ?[0-9]{6}" },
            new { key = "email", kind = "email", label = "Email", required = true },
            new { key = "look", kind = "longText", label = "What does it look like?", required = true },
            new { key = "content", kind = "several", label = "What is in it?", choices = new[] { new { key = "boots", label = "Boots" }, new { key = "jacket", label = "Jacket" } } },
            new { key = "seen", kind = "date", label = "Last seen" },
            new { key = "needs", kind = "yesNo", label = "Do you need anything at once?" },
            new { key = "picture", kind = "file", label = "A picture" },
        ];
        var made = (await editor.Agent.PostAsync("/articles", new { kind = "form", site = await editor.SiteAsync(), language = "en", content = new { title, body = "Tell us.", fields, thanks = "We have begun to look." } })).Expect(HttpStatusCode.Created);
        await editor.PublishAsync(made["id"]!, "en");
    }

    [GeneratedRegex("name=\"id\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenId();
}
