using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Imports;

public sealed class RoundTripTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task What_is_exported_and_imported_into_an_empty_installation_is_exported_the_same()
    {
        await FillAsync();
        var first = await new Importer(here).ExportAsync();
        await using var empty = await Fjordrejser.FoundAsync();
        var there = new Importer(empty);
        var done = await there.TakeAsync("export.zip", first, "restore", "da");
        Assert.Equal("done", done["state"]);
        Assert.Empty(await there.RefusalsAsync(done));
        var (before, after) = (Zipped.Read(first), Zipped.Read(await there.ExportAsync()));
        Assert.Equal(before.Keys, after.Keys);
        foreach (var (path, text) in before.Where(file => file.Key != "kanal.yaml"))
        {
            Assert.Equal(text, after[path]);
        }

        var guide = before.Single(file => file.Key.EndsWith("moving-your-trip/en.md", StringComparison.Ordinal)).Value;
        Assert.Contains("![The deck](files/deck.png)", guide, StringComparison.Ordinal);
        Assert.Contains("](../what-it-costs/en.md)", guide, StringComparison.Ordinal);
        var again = await there.TakeAsync("export.zip", first, "restore", "da");
        Assert.Equal(("0", "0"), (again["counts.new"], again["counts.changed"]));
        Assert.Contains(here.Kanal.Services is null ? "" : "moving-your-trip", (await new Editor(empty.Organisation, empty.Organisation.Administrator).ReadAsync("/articles/moving-your-trip?language=en"))["slug"]);
    }

    // Of every kind, in every state, with everything that an article can have.
    async Task FillAsync()
    {
        var editor = await Editor.OfAsync(here);
        var site = await editor.SiteAsync();
        async Task<Reply> PostAsync(string path, object body) => await editor.Agent.PostAsync(path, body);
        var outer = (await PostAsync("/sections", new { site, texts = new { da = new { name = "Ombooking: regler & gebyr" }, en = new { name = "Changes", description = "Before you leave" } } })).Expect(HttpStatusCode.Created)["id"];
        var section = (await PostAsync("/sections", new { site, parent = outer, texts = new { da = new { name = "Flyt rejsen" } } })).Expect(HttpStatusCode.Created)["id"];
        string[] words = ["kahyt", "kabine"];
        (await PostAsync("/synonyms", new { site, language = "da", words })).Expect(HttpStatusCode.Created);
        (await PostAsync("/synonyms", new { words })).Expect(HttpStatusCode.Created);

        var cost = await editor.PublishedAsync("What it costs", "First, [moving](/help/fjordrejser/en/articles/moving-your-trip).");
        (await editor.Agent.PutAsync($"/articles/{cost["id"]}", new { audience = "expert", section, position = 7, specialists = "https://community.example" })).Expect(HttpStatusCode.OK);
        (await editor.SaveAsync(cost["id"]!, "en", "What it costs: \"all\" of it", "2", body: "  Indented\n\n---\n\nline  \nbreak\n\n```\n[not](../a/link)\n```\n")).Expect(HttpStatusCode.OK);
        (await editor.SaveAsync(cost["id"]!, "da", "Hvad det koster", body: "Æ, ø og å – ”citat” ł ș 🛳️")).Expect(HttpStatusCode.OK);

        var guide = (await PostAsync("/articles", new
        {
            kind = "guide",
            site,
            section,
            audience = "beginner",
            language = "en",
            content = new { title = "Moving your trip", body = "", questions = new[] { "Can I move it?", "yes" }, keywords = new[] { "rebook", "true", "12" }, steps = new[] { new { title = "Find it", body = "In *the letter*.\n\n- one\n- two\n" }, new { title = "2. Move it: now", body = "" } } },
        })).Expect(HttpStatusCode.Created);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Zipped.Picture), "file", "deck.png" } };
        var picture = (await editor.Agent.SendAsync(HttpMethod.Post, $"/articles/{guide["id"]}/files", form)).Expect(HttpStatusCode.Created)["url"];
        (await editor.Agent.PutAsync($"/articles/{guide["id"]}/texts/en", new
        {
            edition = 1,
            content = new
            {
                title = "Moving your trip",
                body = $"![The deck]({picture}) and [prices](/help/fjordrejser/en/articles/what-it-costs)",
                steps = new[] { new { title = "Find it", body = "In *the letter*.\n\n- one\n- two\n" } },
                channels = new { chat = "Short:\nmove it", email = "**Move** it\n", sms = "Move: it", phone = "Say it.\n\nTwice." },
            },
        })).Expect(HttpStatusCode.OK);
        await editor.PublishAsync(guide["id"]!, "en", new { remark = "For the season", until = "2031-01-01T00:00:00Z" });
        (await editor.SaveAsync(guide["id"]!, "da", "Flyt rejsen", translatedFrom: 1)).Expect(HttpStatusCode.OK);
        (await editor.Agent.PutAsync($"/articles/{guide["id"]}/texts/en", new { edition = 3, content = new { title = "Moving your trip", steps = new[] { new { title = "One", body = "x" } } } })).Expect(HttpStatusCode.OK);
        await editor.PublishAsync(guide["id"]!, "en", new { at = "2031-01-01T00:00:00Z" });

        object[] fields =
        [
            new { key = "when", kind = "date", label = "When?", required = true, earliest = "2026-01-31", hint = "The day: of departure" },
            new { key = "class", kind = "choice", label = "Class", choices = new[] { new { key = "no", label = "No: none" }, new { key = "first", label = "First" } } },
            new { key = "people", kind = "number", label = "How many", least = 1, most = 12.5 },
            new { key = "code", kind = "text", label = "Code", pattern = @"[A-Z]{3}\d\s#", patternHint = "ABC1" },
        ];
        var asking = (await PostAsync("/articles", new { kind = "form", site, language = "da", slug = "skema", content = new { title = "Skema", body = "Udfyld", fields, thanks = "Tak!\nVi skriver." } })).Expect(HttpStatusCode.Created);
        await editor.PublishAsync(asking["id"]!, "da");
        await editor.Agent.PostAsync($"/articles/{asking["id"]}/texts/da/unpublish", new { });
        (await PostAsync("/articles", new { kind = "shortAnswer", language = "da", shortcut = "tak", content = new { title = "Tak", body = "Hej {{customer.name}},\n\ntak for *din* mail [1](x).\n" } })).Expect(HttpStatusCode.Created);
        (await PostAsync("/articles", new { kind = "shortAnswer", site, language = "en", shortcut = "hi", content = new { title = "Hi", body = "Hi" } })).Expect(HttpStatusCode.Created);
    }
}
