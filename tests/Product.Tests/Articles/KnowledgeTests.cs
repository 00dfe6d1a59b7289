using System.Net;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

public sealed class KnowledgeTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static readonly byte[] _picture = [0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[100]];

    [Fact]
    public async Task An_answer_found_by_its_title_alone_says_what_it_is_about()
    {
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Snorkelling", "Bring a *towel*. The water has nine degrees.");
        var found = (await editor.ReadAsync("/answers?language=en&q=snorkelling")).Rows[0];
        Assert.Equal(("Snorkelling", "Bring a towel. The water has nine degrees."), (found["title"], found["excerpt"]));
    }

    [Fact]
    public async Task Synonyms_hold_from_the_moment_they_are_written()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Bringing a stroller aboard"))["id"]!;
        Assert.Empty(await editor.FindsAsync("perambulator"));
        string[] words = ["stroller", "perambulator", "pram"];
        var group = (await editor.Agent.PostAsync("/synonyms", new { words, language = "en" })).Expect(HttpStatusCode.Created);
        Assert.Equal([id], await editor.FindsAsync("perambulator"));
        (await editor.Agent.DeleteAsync($"/synonyms/{group["id"]}")).Expect(HttpStatusCode.NoContent);
        Assert.Empty(await editor.FindsAsync("perambulator"));
    }

    [Fact]
    public async Task Two_articles_that_answer_one_question_are_reported_with_it()
    {
        var editor = await Editor.OfAsync(here);
        var (first, second) = ((await AskedAsync(editor, "Kayaks on deck", "Can I bring my kayak?"))["id"]!, (await AskedAsync(editor, "Boats and boards", "Can I bring my kayak?"))["id"]!);
        await AskedAsync(editor, "Vegetarian dinners", "Is there food without meat?");
        var overlaps = (await editor.Agent.GetAsync($"/articles/overlaps?site={await editor.SiteAsync()}&language=en")).Expect(HttpStatusCode.OK).Rows;
        var overlap = Assert.Single(overlaps, pair => pair["first.id"] == first && pair["second.id"] == second);
        Assert.Contains("Can I bring my kayak?", overlap.Body.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("question").GetString()));
        Assert.DoesNotContain(overlaps, pair => pair["first.title"] == "Vegetarian dinners" || pair["second.title"] == "Vegetarian dinners");
    }

    [Fact]
    public async Task One_source_takes_the_form_of_each_channel()
    {
        var editor = await Editor.OfAsync(here);
        var body = $"Bring a **coat** and [good shoes](https://shoes.example). {string.Concat(Enumerable.Repeat("The deck is wet and windy in every season. ", 20))}";
        var article = (await editor.Agent.PostAsync("/articles", new
        {
            kind = "article",
            site = await editor.SiteAsync(),
            language = "en",
            content = new { title = "What to wear on deck", body, channels = new { phone = "Say: a warm coat and good shoes." } },
        })).Expect(HttpStatusCode.Created);
        await editor.PublishAsync(article["id"]!, "en");
        Task<Reply> AsAsync(string channel) => editor.Agent.GetAsync($"/articles/{article["id"]}/as/{channel}?language=en");
        Assert.StartsWith("Bring a coat and good shoes (https://shoes.example).", (await AsAsync("chat"))["text"]);
        Assert.StartsWith("<p>Bring a <strong>coat</strong>", (await AsAsync("email"))["html"]);
        Assert.Equal("Say: a warm coat and good shoes.", (await AsAsync("phone"))["text"]);
        var sms = (await AsAsync("sms"))["text"]!;
        Assert.InRange(sms.Length, 200, 300);
        Assert.EndsWith($"season. {here.Kanal.Address}help/fjordrejser/en/articles/what-to-wear-on-deck", sms);
        Assert.Equal(HttpStatusCode.BadRequest, (await AsAsync("pigeon")).Status);
    }

    [Fact]
    public async Task A_picture_is_seen_by_strangers_while_its_article_is_published()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.DraftAsync("With a picture"))["id"]!;
        var saved = await UploadAsync(editor, id, _picture, "deck.png");
        Assert.Equal((HttpStatusCode.Created, "image/png"), (saved.Status, saved["type"]));
        Assert.Equal(HttpStatusCode.NotFound, await SeenAsync(saved["url"]!));
        (await editor.SaveAsync(id, "en", "With a picture", "1", body: $"![The deck]({saved["url"]})")).Expect(HttpStatusCode.OK);
        await editor.PublishAsync(id, "en");
        Assert.Equal(HttpStatusCode.OK, await SeenAsync(saved["url"]!));
        Assert.Contains($"<img src=\"{here.Kanal.Address}{saved["url"]![1..]}\"", (await editor.ReadAsync($"/articles/{id}?language=en"))["html"]);
        Assert.Equal(HttpStatusCode.NotFound, await SeenAsync("/files/00000000000000000000000000000000"));
        Assert.Equal("file-type-refused", (await UploadAsync(editor, id, Encoding.UTF8.GetBytes("<svg onload=alert(1)>"), "deck.png")).Problem);
        (await editor.Agent.DeleteAsync($"/articles/{id}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, await SeenAsync(saved["url"]!));
    }

    [Fact]
    public async Task A_form_of_a_thousand_fields_and_a_search_of_ten_thousand_letters_do_no_harm()
    {
        var editor = await Editor.OfAsync(here);
        var fields = Enumerable.Range(0, 1_000).Select(i => new { key = $"f{i}", kind = "text", label = $"Field {i}" });
        var refused = await editor.Agent.PostAsync("/articles", new { kind = "form", site = await editor.SiteAsync(), language = "en", content = new { title = "Many", body = "", fields } });
        Assert.Single(refused.Errors("content.fields"));
        (await editor.ReadAsync($"/answers?q={new string('a', 7_000)}")).Expect(HttpStatusCode.OK);
        (await editor.ReadAsync($"/answers?q={string.Concat(Enumerable.Repeat("walrus%20", 700))}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_field_is_checked_as_it_is_built()
    {
        var editor = await Editor.OfAsync(here);
        object[] fields =
        [
            new { key = "Bad Key", kind = "text", label = "A" },
            new { key = "b", kind = "choice", label = "B" },
            new { key = "c", kind = "text", label = "C", pattern = "(?<=a)b" },
            new { key = "c", kind = "number", label = "D", least = 2, most = 1 },
        ];
        var refused = await editor.Agent.PostAsync("/articles", new { kind = "form", site = await editor.SiteAsync(), language = "en", content = new { title = "Broken", fields } });
        foreach (var place in (string[])["content.fields.0.key", "content.fields.1.choices", "content.fields.2.pattern", "content.fields.3.most", "content.fields"])
        {
            Assert.NotEmpty(refused.Errors(place));
        }
    }

    static async Task<Reply> AskedAsync(Editor editor, string title, string question)
    {
        var article = await editor.DraftAsync(title, questions: [question]);
        await editor.PublishAsync(article["id"]!, "en");
        return article;
    }

    static async Task<Reply> UploadAsync(Editor editor, string article, byte[] content, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await editor.Agent.SendAsync(HttpMethod.Post, $"/articles/{article}/files", form);
    }

    async Task<HttpStatusCode> SeenAsync(string url)
    {
        using var answer = await here.Organisation.Http.GetAsync(new Uri(url, UriKind.Relative));
        return answer.StatusCode;
    }
}
