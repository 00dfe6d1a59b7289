using System.Net;
using System.Text;
using Kanal.Centre.Imports;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Architecture;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Imports;

public sealed class ImportTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    readonly Importer _importer = new(here);

    [Fact]
    public async Task A_folder_of_Markdown_is_planned_first_and_becomes_drafts()
    {
        var editor = await Editor.OfAsync(here);
        var zip = Zipped.Of(
            ("walrus-tours/meeting-a-walrus.md", "# Meeting a walrus\n\nKeep [your distance](keep-away.md), and see ![it](img/walrus.png).\n"),
            ("walrus-tours/meeting-a-walrus.da.md", "---\ntitle: Mød en hvalros\nkeywords: [hvalros, sæl]\nquestions:\n  - Bider de?\n---\nHold afstand.\n"),
            ("walrus-tours/keep-away.md", "---\nkind: guide\n---\nHow far.\n\n## 1. Look\n\nTwice.\n\n## Walk\n"),
            ("README.md", "About this folder"));
        var withPicture = Zipped.Made(made =>
        {
            foreach (var (path, text) in Zipped.Read(zip))
            {
                Zipped.Put(made, path, Encoding.UTF8.GetBytes(text));
            }

            Zipped.Put(made, "walrus-tours/img/walrus.png", Zipped.Picture);
        });
        var planned = (await _importer.UploadAsync("help.zip", withPicture)).Expect(HttpStatusCode.Created);
        Assert.Equal(("planned", "4", "0"), (planned["state"], planned["counts.new"], planned["counts.refused"]));
        Assert.Empty((await editor.Agent.GetAsync("/articles?q=walrus")).Rows);

        var done = await _importer.CarriedOutAsync(planned["id"]!);
        Assert.Equal(("done", "4", "0"), (done["state"], done["counts.new"], done["counts.refused"]));
        var article = (await editor.Agent.GetAsync("/articles?q=meeting+walrus")).Rows.Single();
        var text = await editor.TextAsync(article["id"]!, "en");
        Assert.Equal(("draft", "meeting-a-walrus"), (text["state"], text["slug"]));
        Assert.Matches(@"^Keep \[your distance\]\(/help/fjordrejser/en/articles/keep-away\), and see !\[it\]\(/files/[0-9a-f]{32}\)\.$", text["draft.content.body"]);
        Assert.Equal("Mød en hvalros", (await editor.TextAsync(article["id"]!, "da"))["title"]);
        var guide = (await editor.Agent.GetAsync("/articles?kind=guide&q=keep+away")).Rows.Single();
        var steps = (await editor.TextAsync(guide["id"]!, "en")).Body.GetProperty("draft").GetProperty("content").GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("title").GetString());
        Assert.Equal(["Look", "Walk"], steps);
        Assert.Equal(guide["section"], article["section"]);

        var again = await _importer.TakeAsync("help.zip", withPicture);
        Assert.Equal(("0", "0", "3"), (again["counts.new"], again["counts.changed"], again["counts.same"]));
    }

    [Fact]
    public async Task What_has_changed_becomes_a_draft_beside_what_is_published_and_can_be_taken_back()
    {
        var editor = await Editor.OfAsync(here);
        await _importer.TakeAsync("otters.md", "# Otters\n\nThey swim.", "publish");
        var id = (await editor.FindsAsync("otters")).Single();
        var changed = await _importer.TakeAsync("otters.md", "# Otters\n\nThey dive.");
        Assert.Equal(("0", "1"), (changed["counts.new"], changed["counts.changed"]));
        var text = await editor.TextAsync(id, "en");
        Assert.Equal(("They swim.", "They dive."), (text["published.content.body"], text["draft.content.body"]));

        var undone = (await _importer.Agent.PostAsync($"/imports/{changed["id"]}/undo", new { })).Expect(HttpStatusCode.OK);
        Assert.Equal(("undone", "1"), (undone["state"], undone["counts.undone"]));
        Assert.Null((await editor.TextAsync(id, "en"))["draft.savedAt"]);

        var published = await _importer.TakeAsync("otters.md", "---\naudience: expert\n---\n# Otters\n\nThey hide.", "publish");
        Assert.Equal("They hide.", (await editor.TextAsync(id, "en"))["published.content.body"]);
        Assert.Equal("expert", (await editor.Agent.GetAsync($"/articles/{id}"))["audience"]);
        (await _importer.Agent.PostAsync($"/imports/{published["id"]}/undo", new { })).Expect(HttpStatusCode.OK);
        text = await editor.TextAsync(id, "en");
        Assert.Equal(("They swim.", "3", null), (text["published.content.body"], text["published.number"], text["draft.savedAt"]));
        Assert.Equal("everyone", (await editor.Agent.GetAsync($"/articles/{id}"))["audience"]);
    }

    [Fact]
    public async Task What_somebody_is_writing_is_not_written_over()
    {
        var editor = await Editor.OfAsync(here);
        var first = await _importer.TakeAsync("puffins.md", "# Puffins\n\nOne.");
        // As an import left it, another may write over it.
        Assert.Equal("1", (await _importer.TakeAsync("puffins.md", "# Puffins\n\nTwo."))["counts.changed"]);
        var id = (await editor.Agent.GetAsync("/articles?q=puffins")).Rows.Single()["id"]!;
        (await editor.SaveAsync(id, "en", "Puffins", (await editor.TextAsync(id, "en"))["edition"], body: "Mine.")).Expect(HttpStatusCode.OK);
        var refused = await _importer.TakeAsync("puffins.md", "# Puffins\n\nThree.");
        Assert.Contains("Somebody is writing this text", Assert.Single(await _importer.RefusalsAsync(refused)));
        Assert.Equal("Mine.", (await editor.TextAsync(id, "en"))["draft.content.body"]);
        var undone = (await _importer.Agent.PostAsync($"/imports/{first["id"]}/undo", new { })).Expect(HttpStatusCode.OK);
        Assert.Equal("1", undone["counts.kept"]);
        Assert.Equal("Mine.", (await editor.TextAsync(id, "en"))["draft.content.body"]);
    }

    [Fact]
    public async Task A_table_is_read_whatever_separates_its_cells()
    {
        var editor = await Editor.OfAsync(here);
        var csv = "\uFEFFTitle;Section;Body;Tags;Type;Shortcut\r\n"
            + "Seal watching;Wildlife > Seals;\"Two lines;\r\nand a \"\"quote\"\".\";seal, sea;;\r\n"
            + "Seal thanks;;Thank you for the seal;;short answer;sealed\r\n"
            + "Seal oddity;;x;;pigeon;\r\n";
        var done = await _importer.TakeAsync("seals.csv", csv, "publish");
        Assert.Equal("seals.csv:5 \"kind\" should be one of article, guide, form, shortAnswer.", Assert.Single(await _importer.RefusalsAsync(done)));
        var id = (await editor.FindsAsync("seal watching")).Single();
        Assert.Equal("Two lines;\nand a \"quote\".", (await editor.TextAsync(id, "en"))["published.content.body"]);
        var sections = (await editor.Agent.GetAsync("/sections")).Rows;
        Assert.Equal(sections.Single(section => section["texts.en.name"] == "Wildlife")["id"], sections.Single(section => section["texts.en.name"] == "Seals")["parent"]);
        Assert.Equal("sealed", (await editor.Agent.GetAsync("/articles/search?q=sealed")).Rows[0]["shortcut"]);
        Assert.Equal("2", (await _importer.TakeAsync("seals.csv", csv, "publish"))["counts.same"]);

        var reader = await here.Organisation.NewAgentAsync(role: "supervisor");
        reader.Language = "ro";
        var refused = Assert.Single((await reader.GetAsync($"/imports/{done["id"]}/items?outcome=refused")).Expect(HttpStatusCode.OK).Rows);
        Assert.Equal("„kind” ar trebui să fie unul dintre article, guide, form, shortAnswer.", refused.Body.GetProperty("faults")[0].GetProperty("sentence").GetString());
    }

    [Theory]
    [InlineData("title,body\na,\"never ends\nand on", 2, "A quote begins here and never ends.")]
    [InlineData("title,body\na,b\nc,\"d\"e", 3, "Something follows the closing quote")]
    [InlineData("title,body\na,b \"c\" d", 2, "A quote stands in the middle of a cell")]
    [InlineData("name,words\na,b", 1, "\"title\" and \"body\"")]
    public async Task A_table_that_is_not_well_formed_is_refused_with_its_line(string csv, int line, string sentence)
    {
        var planned = (await _importer.UploadAsync("broken.csv", csv)).Expect(HttpStatusCode.Created);
        var refusal = Assert.Single(await _importer.RefusalsAsync(planned));
        Assert.StartsWith($"broken.csv:{line} ", refusal);
        Assert.Contains(sentence, refusal);
    }

    [Fact]
    public async Task Pages_of_another_help_centre_become_articles_with_their_links_and_pictures()
    {
        var editor = await Editor.OfAsync(here);
        var zip = Zipped.Made(made =>
        {
            void Page(string path, string html) => Zipped.Put(made, path, Encoding.UTF8.GetBytes(html));
            Page("export/Kayak%20hire/renting.html".Replace("%20", " ", StringComparison.Ordinal), """
                <!doctype html><html lang="en-GB"><head><title>Renting a kayak – Help</title><script>alert(1)</script><style>p{}</style></head><body>
                <nav><a href="/">Home</a></nav>
                <main><h1>Renting a kayak</h1>
                <p onclick="steal()">Bring <b>shoes</b> &amp; a <i>coat</i>. 5*3 = 15 <a href="javascript:alert(1)">click</a> <a href="../prices.html#child">Prices</a>
                <a href="https://sea.example/?a=1&b=2">sea</a></p>
                <h2>You need</h2><ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul><ol start="3"><li>c</li></ol>
                <table><tr><th>Day</th><th>Price</th></tr><tr><td>Mon</td><td>1|2</td></tr></table>
                <pre><code>a &lt; b</code></pre><blockquote><p>Quoted</p></blockquote>
                <p><img src="../img/kayak.png" alt="A [kayak]"><img src="missing.png" alt="gone"><br>1. not a list</p>
                <form><input value="x"></form><iframe src="https://evil.example"></iframe></main></body></html>
                """);
            Page("export/prices.html", "<title>Kayak prices</title><body><p>100</p></body>");
            Zipped.Put(made, "export/img/kayak.png", Zipped.Picture);
        });
        var done = await _importer.TakeAsync("export.zip", zip, "publish");
        Assert.Empty(await _importer.RefusalsAsync(done));
        Assert.Equal("export/Kayak hire/renting.html The picture missing.png is not here.", Assert.Single(await _importer.NotesAsync(done)));
        var id = (await editor.FindsAsync("renting a kayak"))[0];
        var body = (await editor.TextAsync(id, "en"))["published.content.body"]!;
        Assert.Matches("""
            ^Bring \*\*shoes\*\* & a \*coat\*\. 5\\\*3 = 15 click \[Prices\]\(/help/fjordrejser/en/articles/prices#child\) \[sea\]\(https://sea\.example/\?a=1&b=2\)

            ## You need

            - One
              - Two
            - Three

            3\. c

            \| Day \| Price \|
            \| --- \| --- \|
            \| Mon \| 1\\\|2 \|

            ```
            a < b
            ```

            > Quoted

            !\[A \\\[kayak\\\]\]\(/files/[0-9a-f]{32}\)!\[gone\]\(missing\.png\)\\
            1\\\. not a list$
            """.ReplaceLineEndings("\n"), body);
        var html = (await editor.ReadAsync($"/articles/{id}?language=en"))["html"]!;
        Assert.DoesNotContain("script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onclick", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Kayak hire", (await editor.Agent.GetAsync("/sections")).Rows.Single(section => section["id"] == ArticleOf(id)["section"])["texts.en.name"]);
        Assert.Equal("2", (await _importer.TakeAsync("export.zip", zip, "publish"))["counts.same"]);
        Reply ArticleOf(string article) => editor.Agent.GetAsync($"/articles/{article}").Result;
    }

    [Fact]
    public async Task One_files_fault_is_told_with_its_line_and_leaves_the_others_alone()
    {
        var zip = Zipped.Of(
            ("good.md", "# Good seabirds\n\nFine."),
            ("yaml.md", "---\ntitle: x\n  bad: [\n---\nText"),
            ("german.de.md", "# Deutsch\n\nText."),
            ("form.md", $"---\ntitle: Many\nkind: form\nfields:\n{string.Concat(Enumerable.Range(0, 1_000).Select(i => $"  - key: f{i}\n    label: Field {i}\n"))}---\n"),
            ("steps.md", "---\ntitle: Steps\nkind: guide\nsteps:\n  - title: One\n  - body: nameless\n---\n"),
            ("long.md", $"# Long\n\n{new string('a', 30_001)}"),
            ("a/twice.md", "---\narticle: same\n---\nOne"),
            ("b/twice.md", "---\narticle: same\n---\nTwo"));
        var done = await _importer.TakeAsync("seabirds.zip", zip);
        // Two articles, and the section of one.
        Assert.Equal("3", done["counts.new"]);
        var refusals = await _importer.RefusalsAsync(done);
        Assert.Collection(refusals.Order(StringComparer.Ordinal),
            one => Assert.Equal("b/twice.md:1 This article is here twice in this language; the other is in a/twice.md.", one),
            one => Assert.Equal("form.md:4 fields: There should be at most 60 fields; nobody fills in more.", one),
            one => Assert.Equal("german.de.md:1 The site does not speak \"de\"; its settings list the languages that it does.", one),
            one => Assert.Equal("long.md:1 body: This is too long: at most 30000 letters.", one),
            one => Assert.Equal("steps.md:6 steps.1.title: This is needed.", one),
            one => Assert.StartsWith("yaml.md:3 This is not well-formed YAML", one));
    }

    [Theory]
    [InlineData("markdown", "6")]
    [InlineData("html", "3")]
    [InlineData("articles.csv", "4")]
    public async Task The_samples_come_in_as_they_are(string sample, string texts)
    {
        var path = Repository.At($"samples/import/{sample}");
        using var content = new MemoryStream();
        await using (var packed = Directory.Exists(path) ? FolderZip.Pack(path, _ => { }) : File.OpenRead(path))
        {
            await packed.CopyToAsync(content);
        }

        var planned = (await _importer.UploadAsync(sample.EndsWith(".csv", StringComparison.Ordinal) ? sample : $"{sample}.zip", content.ToArray(), "publish")).Expect(HttpStatusCode.Created);
        Assert.Equal((texts, "0", "0"), (planned["counts.new"], planned["counts.refused"], planned["counts.noted"]));
    }

    [Fact]
    public async Task Only_supervisors_bring_things_in_and_take_them_out()
    {
        var agent = await here.Organisation.NewAgentAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync("/articles/export")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync("/imports")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.SendAsync(HttpMethod.Post, "/imports?site=0000000000000&name=a.md", new ByteArrayContent([1]))).Status);
        var planned = (await _importer.UploadAsync("forgotten.md", "# Forgotten\n\nText")).Expect(HttpStatusCode.Created);
        var later = (await _importer.UploadAsync("later.md", "# Later\n\nText")).Expect(HttpStatusCode.Created);
        var newest = await _importer.Agent.GetAsync("/imports?limit=1");
        Assert.Equal([later["id"]!], newest.Each("id"));
        Assert.Equal([planned["id"]!], (await _importer.Agent.GetAsync($"/imports?limit=1&cursor={newest["next"]}")).Each("id"));
        (await _importer.Agent.DeleteAsync($"/imports/{later["id"]}")).Expect(HttpStatusCode.NoContent);
        (await _importer.Agent.DeleteAsync($"/imports/{planned["id"]}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await _importer.Agent.GetAsync($"/imports/{planned["id"]}")).Status);
    }
}
