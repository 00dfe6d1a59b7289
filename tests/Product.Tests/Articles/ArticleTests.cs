using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

public sealed class ArticleTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task A_draft_is_found_by_editors_and_by_nobody_else()
    {
        var editor = await Editor.OfAsync(here);
        var article = await editor.DraftAsync("Walrus watching");
        Assert.Empty(await editor.FindsAsync("walrus"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.ReadAsync($"/articles/{article["id"]}")).Status);
        Assert.Equal([article["id"]!], (await editor.Agent.GetAsync("/articles?q=walrus&state=draft")).Each("id"));
        Assert.Empty((await editor.Agent.GetAsync("/articles/search?q=walrus")).Each("id"));
    }

    [Fact]
    public async Task What_is_published_is_found_at_once_and_read_by_name_and_by_id()
    {
        var editor = await Editor.OfAsync(here);
        var article = await editor.PublishedAsync("Puffins of Mykines", "They nest from *April* on.");
        Assert.Equal([article["id"]!], await editor.FindsAsync("pufins"));
        var found = (await editor.ReadAsync("/answers?language=en&q=nesting")).Rows[0];
        Assert.Equal(("puffins-of-mykines", "/help/fjordrejser/en/articles/puffins-of-mykines", "They nest from April on."), (found["slug"], found["url"], found["excerpt"]));
        foreach (var name in (string[])["puffins-of-mykines", article["id"]!])
        {
            var read = (await editor.ReadAsync($"/articles/{name}?language=en")).Expect(HttpStatusCode.OK);
            Assert.Equal(("Puffins of Mykines", "<p>They nest from <em>April</em> on.</p>\n"), (read["title"], read["html"]));
        }
    }

    [Fact]
    public async Task Two_who_write_at_once_learn_of_each_other()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.DraftAsync("First words"))["id"]!;
        var edition = (await editor.TextAsync(id, "en"))["edition"]!;
        (await editor.SaveAsync(id, "en", "Mine", edition)).Expect(HttpStatusCode.OK);
        var refused = await editor.SaveAsync(id, "en", "Theirs", edition);
        Assert.Equal((HttpStatusCode.Conflict, "changed-meanwhile"), (refused.Status, refused.Problem));
        Assert.Equal("Mine", (await editor.TextAsync(id, "en"))["draft.content.title"]);
        Assert.Single((await editor.SaveAsync(id, "en", "Blind")).Errors("edition"));
    }

    [Fact]
    public async Task Who_never_heard_that_a_draft_was_saved_may_save_it_once_more()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.DraftAsync("First words"))["id"]!;
        var edition = (await editor.TextAsync(id, "en"))["edition"]!;
        var saved = (await editor.SaveAsync(id, "en", "Mine", edition)).Expect(HttpStatusCode.OK)["edition"];
        Assert.Equal(saved, (await editor.SaveAsync(id, "en", "Mine", edition)).Expect(HttpStatusCode.OK)["edition"]);
    }

    [Fact]
    public async Task What_is_written_over_what_is_published_stays_a_draft_until_it_is_published_too()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Whales in spring"))["id"]!;
        (await editor.SaveAsync(id, "en", "Whales in summer", (await editor.TextAsync(id, "en"))["edition"])).Expect(HttpStatusCode.OK);
        Assert.Equal("Whales in spring", (await editor.ReadAsync($"/articles/{id}?language=en"))["title"]);
        var text = await editor.TextAsync(id, "en");
        Assert.Equal(("published", "true", "1"), (text["state"], text["hasDraft"], text["published.number"]));

        text = await editor.PublishAsync(id, "en", new { remark = "The season has changed" });
        Assert.Equal(("2", "false", "The season has changed"), (text["published.number"], text["hasDraft"], text["published.remark"]));
        Assert.Equal("Whales in summer", (await editor.ReadAsync($"/articles/{id}?language=en"))["title"]);
        // The address that was public once stays.
        Assert.Equal("whales-in-spring", text["slug"]);
    }

    [Fact]
    public async Task Every_version_is_kept_with_its_author_and_an_old_one_can_be_the_draft_again()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Version one"))["id"]!;
        await editor.SaveAsync(id, "en", "Version two", (await editor.TextAsync(id, "en"))["edition"]);
        await editor.PublishAsync(id, "en");
        var versions = (await editor.Agent.GetAsync($"/articles/{id}/texts/en/versions")).Rows;
        Assert.Equal([("2", "Version two", "Anna"), ("1", "Version one", "Anna")], versions.Select(version => (version["number"], version["title"], version["author"])));

        var restored = (await editor.Agent.PostAsync($"/articles/{id}/texts/en/restore", new { number = 1 })).Expect(HttpStatusCode.OK);
        Assert.Equal(("Version one", "Version two"), (restored["draft.content.title"], restored["published.title"]));
        await editor.Agent.DeleteAsync($"/articles/{id}/texts/en/draft");
        Assert.Equal(("Version two", "false"), ((await editor.TextAsync(id, "en"))["title"], (await editor.TextAsync(id, "en"))["hasDraft"]));
    }

    [Fact]
    public async Task What_is_for_agents_never_leaves()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Narwhal compensation limits", audience: "agents"))["id"]!;
        Assert.Empty(await editor.FindsAsync("narwhal compensation"));
        Assert.DoesNotContain(id, (await editor.ReadAsync("/articles?language=en")).Each("id"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.ReadAsync($"/articles/{id}?language=en")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.ReadAsync("/articles/narwhal-compensation-limits?language=en")).Status);
        Assert.Equal([id], (await editor.Agent.GetAsync("/articles/search?q=narwhals")).Each("id"));
    }

    [Fact]
    public async Task What_is_taken_back_is_a_draft_again()
    {
        var editor = await Editor.OfAsync(here);
        var id = (await editor.PublishedAsync("Geyser closed"))["id"]!;
        var text = (await editor.Agent.PostAsync($"/articles/{id}/texts/en/unpublish", Editor.Nothing)).Expect(HttpStatusCode.OK);
        Assert.Equal(("draft", "Geyser closed"), (text["state"], text["draft.content.title"]));
        Assert.Empty(await editor.FindsAsync("geyser"));
        (await editor.Agent.DeleteAsync($"/articles/{id}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Agent.GetAsync($"/articles/{id}")).Status);
    }

    [Fact]
    public async Task A_guide_without_steps_and_a_form_without_fields_are_drafts_only()
    {
        var editor = await Editor.OfAsync(here);
        foreach (var (kind, field) in ((string, string)[])[("guide", "content.steps"), ("form", "content.fields")])
        {
            var id = (await editor.DraftAsync($"An empty {kind}", kind: kind))["id"];
            Assert.Single((await editor.Agent.PostAsync($"/articles/{id}/texts/en/publish", Editor.Nothing)).Errors(field));
        }
    }

    [Fact]
    public async Task Agents_read_and_search_but_do_not_write()
    {
        var editor = await Editor.OfAsync(here);
        var article = await editor.PublishedAsync("Ptarmigan");
        var agent = await here.Organisation.NewAgentAsync();
        Assert.Contains(article["id"], (await agent.GetAsync("/articles/search?q=ptarmigan")).Each("id"));
        (await agent.GetAsync($"/articles/{article["id"]}")).Expect(HttpStatusCode.OK);
        (await agent.DeleteAsync($"/articles/{article["id"]}")).Expect(HttpStatusCode.Forbidden);
        (await agent.PostAsync($"/articles/{article["id"]}/texts/en/publish", Editor.Nothing)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Two_articles_of_one_title_have_two_addresses()
    {
        var editor = await Editor.OfAsync(here);
        await editor.PublishedAsync("Ærø på øen", language: "da");
        var second = await editor.PublishedAsync("Ærø på øen", language: "da");
        Assert.Equal("aero-paa-oen-2", (await editor.TextAsync(second["id"]!, "da"))["slug"]);
    }
}
