using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

public sealed class SectionTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task A_section_never_stands_within_itself()
    {
        var editor = await Editor.OfAsync(here);
        var outer = await AddAsync(editor, "Outer");
        var inner = await AddAsync(editor, "Inner", outer);
        foreach (var parent in (string[])[outer, inner])
        {
            Assert.NotEmpty((await ChangeAsync(editor, outer, "Outer", parent)).Errors("parent"));
        }

        (await ChangeAsync(editor, inner, "Inner", null)).Expect(HttpStatusCode.OK);
        (await ChangeAsync(editor, outer, "Outer", inner)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Visitors_see_the_sections_in_which_there_is_something()
    {
        var editor = await Editor.OfAsync(here);
        var full = await AddAsync(editor, "Full");
        await AddAsync(editor, "Empty");
        var article = (await editor.Agent.PostAsync("/articles", new { kind = "article", site = await editor.SiteAsync(), section = full, language = "en", content = Editor.Content("In a section") })).Expect(HttpStatusCode.Created);
        Assert.DoesNotContain(full, (await editor.ReadAsync("/sections?language=en")).Each("id"));
        await editor.PublishAsync(article["id"]!, "en");
        var seen = Assert.Single((await editor.ReadAsync("/sections?language=en")).Rows, section => section["id"] == full);
        Assert.Equal(("Full", "full", "1"), (seen["name"], seen["slug"], seen["articles"]));
        Assert.Equal("Full", (await editor.ReadAsync($"/articles/{article["id"]}?language=en"))["section.name"]);
        Assert.Equal("in-use", (await editor.Agent.DeleteAsync($"/sections/{full}")).Problem);
    }

    static async Task<string> AddAsync(Editor editor, string name, string? parent = null) =>
        (await editor.Agent.PostAsync("/sections", new { site = await editor.SiteAsync(), parent, texts = new { en = new { name } } })).Expect(HttpStatusCode.Created)["id"]!;

    static async Task<Api.Reply> ChangeAsync(Editor editor, string id, string name, string? parent) =>
        await editor.Agent.PutAsync($"/sections/{id}", new { site = await editor.SiteAsync(), parent, texts = new { en = new { name } } });
}
