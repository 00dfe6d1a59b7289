using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Answers;

public sealed class AnswerTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    static int _written;

    [Theory]
    [InlineData("Åbningstider", "aabningstider")]
    [InlineData("Åbningstider", "ÅBNING")]
    [InlineData("Aabenraa", "åbenrå")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Køb på øen", "kob oen")]
    [InlineData("Færge", "faerge")]
    [InlineData("Șosea și țară", "sosea si tara")]
    [InlineData("Şosea", "șosea")]
    [InlineData("100 % rabat", "100 %")]
    public async Task An_answer_is_found_however_the_keyboard_writes_its_letters(string title, string sought)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var answer = await WriteAsync(client, title);
        Assert.Contains(answer["id"], (await client.GetAsync($"/answers?limit=200&q={Uri.EscapeDataString(sought)}")).Each("id"));
    }

    [Fact]
    public async Task What_starts_with_the_shortcut_comes_first()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        await client.PostAsync("/answers", new { shortcut = "aaa-other", title = "Zebra crossing", language = "en", text = "..." });
        await client.PostAsync("/answers", new { shortcut = "zebra", title = "Stripes", language = "en", text = "..." });
        Assert.Equal(["zebra", "aaa-other"], (await client.GetAsync("/answers?q=/zeb")).Each("shortcut"));
    }

    [Fact]
    public async Task Signs_that_mean_something_to_databases_are_only_text()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        await WriteAsync(client, "Nothing special");
        foreach (var sign in (string[])["_____", "%", "'; drop table answers; --", "!!!"])
        {
            Assert.Empty((await client.GetAsync($"/answers?q={Uri.EscapeDataString(sign)}")).Each("id"));
        }
    }

    [Theory]
    [InlineData("da", "Rejseforsikring", "forsikring til rejsen")]
    [InlineData("da", "Afbestilling", "hvordan afbestiller jeg")]
    [InlineData("da", "Afbestilling", "afbestlling")]
    [InlineData("en", "Cancellation", "I cancelled")]
    [InlineData("en", "Instalments", "instalmnets")]
    [InlineData("pl", "Ubezpieczenie", "bez ubezpieczenia")]
    [InlineData("pl", "Wycieczki", "wycieczka")]
    [InlineData("ro", "Călătoria", "calatoriile")]
    [InlineData("ro", "Asigurare", "asigurarii")]
    public async Task Forms_of_words_and_typing_errors_are_forgiven(string language, string title, string sought)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var answer = await WriteAsync(client, title, language);
        Assert.Contains(answer["id"], (await client.GetAsync($"/answers?language={language}&q={Uri.EscapeDataString(sought)}")).Each("id"));
    }

    [Fact]
    public async Task What_is_sought_follows_every_change_at_once()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        async Task<bool> FoundAsync(string sought) => (await client.GetAsync($"/answers?q={sought}")).Each("id").Length > 0;
        Assert.False(await FoundAsync("walrus"));
        var answer = await client.PostAsync("/answers", new { shortcut = "follow", title = "Walrus", language = "en", text = "..." });
        Assert.True(await FoundAsync("walrus"));
        await client.PutAsync($"/answers/{answer["id"]}", new { shortcut = "follow", title = "Penguin", language = "en", text = "..." });
        Assert.False(await FoundAsync("walrus"));
        Assert.True(await FoundAsync("penguins"));
        await client.DeleteAsync($"/answers/{answer["id"]}");
        Assert.False(await FoundAsync("penguins"));
    }

    [Fact]
    public async Task A_shortcut_is_one_answers_in_each_language()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var danish = new { shortcut = "Tak", title = "Tak", language = "da", text = "Tak!" };
        Assert.Equal("tak", (await client.PostAsync("/answers", danish))["shortcut"]);
        var again = await client.PostAsync("/answers", danish);
        Assert.Equal((HttpStatusCode.Conflict, "shortcut-taken"), (again.Status, again.Problem));
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/answers", danish with { language = "en" })).Status);
        Assert.Equal(["da"], (await client.GetAsync("/answers?q=tak&language=da-DK")).Each("language"));
    }

    [Fact]
    public async Task An_answer_is_written_anew_and_taken_away()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var answer = await WriteAsync(client, "Before");
        var changed = await client.PutAsync($"/answers/{answer["id"]}", new { shortcut = "after", title = "After", language = "en", text = "{{customer.name}}\r\nnow" });
        Assert.Equal(("After", "{{customer.name}}\nnow"), (changed["title"], changed["text"]));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/answers/{answer["id"]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"/answers/{answer["id"]}")).Status);
    }

    [Fact]
    public async Task An_answer_in_two_languages_is_one_article_and_each_is_taken_away_alone()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var answer = await WriteAsync(client, "Ostrich", "en");
        (await client.PutAsync($"/answers/{answer["id"]}", new { shortcut = "struds", title = "Struds", language = "da", text = "Strudsen" })).Expect(HttpStatusCode.OK);
        var article = (await client.GetAsync($"/articles/{answer["id"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal(("shortAnswer", "agents", 2), (article["kind"], article["audience"], article.Body.GetProperty("texts").GetArrayLength()));
        var found = Assert.Single((await client.GetAsync("/articles/search?q=struds&as=chat")).Rows);
        Assert.Equal((answer["id"], "struds", "Strudsen"), (found["id"], found["shortcut"], found["text"]));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/answers/{answer["id"]}?language=da")).Status);
        Assert.Equal(["en"], (await client.GetAsync("/answers?limit=1000")).Rows.Where(row => row["id"] == answer["id"]).Select(row => row["language"]));
    }

    [Fact]
    public async Task A_text_has_at_most_eight_thousand_letters()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var answer = new { shortcut = "long", title = "Long", language = "en", text = new string('x', 8_000) };
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/answers", answer)).Status);
        Assert.Single((await client.PostAsync("/answers", answer with { shortcut = "longer", text = answer.text + "x" })).Errors("text"));
    }

    [Fact]
    public async Task A_long_list_is_read_page_by_page_without_gap_or_repeat()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        foreach (var i in Enumerable.Range(0, 5))
        {
            await client.PostAsync("/answers", new { shortcut = $"page{i}", title = "Paged", language = "sv", text = "..." });
        }

        var seen = new List<string>();
        for (var cursor = ""; cursor.Length > 0 || seen.Count == 0;)
        {
            var page = await client.GetAsync($"/answers?language=sv&limit=2{cursor}");
            seen.AddRange(page.Each("shortcut"));
            cursor = page["next"] is { } next and not "null" ? $"&cursor={next}" : "";
        }

        Assert.Equal(["page0", "page1", "page2", "page3", "page4"], seen);
    }

    static async Task<Reply> WriteAsync(ApiClient client, string title, string language = "en")
    {
        var written = await client.PostAsync("/answers", new { shortcut = $"s{Interlocked.Increment(ref _written)}", title, language, text = "..." });
        Assert.Equal(HttpStatusCode.Created, written.Status);
        return written;
    }
}
