using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Imports;

/// <summary>What is sent to do harm is refused with a sentence, and costs little.</summary>
[OnOneEngine]
public sealed class HostileImportTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static readonly TimeSpan _quickly = TimeSpan.FromSeconds(60);

    readonly Importer _importer = new(here);

    [Fact]
    public async Task Names_that_lead_out_of_the_zip_lead_nowhere()
    {
        var zip = Zipped.Made(made =>
        {
            foreach (var path in (string[])["../../evil.md", "/etc/evil.md", "C:\\evil.md", "a/../../evil.md", "a//b.md"])
            {
                Zipped.Put(made, path, "# Evil"u8.ToArray());
            }

            Zipped.Put(made, "link.md", "/etc/passwd"u8.ToArray()).ExternalAttributes = unchecked((int)0xA1FF0000);
            Zipped.Put(made, "good.md", "# Innocent\n\nText."u8.ToArray());
            Zipped.Put(made, "good.md", "# Second\n\nText."u8.ToArray());
        });
        var planned = await PlannedAsync("names.zip", zip);
        Assert.Equal(("1", "7"), (planned["counts.new"], planned["counts.refused"]));
        var refusals = await _importer.RefusalsAsync(planned);
        Assert.Equal(5, refusals.Count(refusal => refusal.EndsWith("This name leads out of the zip.", StringComparison.Ordinal)));
        Assert.Contains("link.md This is a link to another file. Put the file itself here.", refusals);
        Assert.Contains("good.md There is a second file of this name; the first was taken.", refusals);
    }

    [Fact]
    public async Task A_zip_that_would_fill_the_memory_is_not_opened()
    {
        var bomb = Zipped.Made(made =>
        {
            using var writing = made.CreateEntry("bomb.md", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++)
            {
                writing.Write(zeros);
            }
        });
        Assert.Contains("far larger than it is in the zip", Assert.Single(await _importer.RefusalsAsync(await PlannedAsync("bomb.zip", bomb))));

        // One that lies about its size is read no further than it may be large.
        var lying = Zipped.Made(made =>
        {
            using var writing = made.CreateEntry("lie.md", CompressionLevel.SmallestSize).Open();
            writing.Write(new byte[5 * 1024 * 1024]);
        });
        PretendSize(lying, 1_000);
        Assert.Single(await _importer.RefusalsAsync(await PlannedAsync("lying.zip", lying)));
    }

    [Fact]
    public async Task Ten_thousand_files_are_planned_quickly_and_thirty_thousand_not_at_all()
    {
        var began = Stopwatch.GetTimestamp();
        var many = await PlannedAsync("many.zip", Many(10_000));
        Assert.Equal("10000", many["counts.new"]);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, _quickly);
        Assert.Equal("unreadable", (await _importer.UploadAsync("more.zip", Many(30_000))).Problem);
        // Whatever its end says about it.
        var lying = Many(30_000);
        lying[^12] = lying[^14] = 1;
        lying[^11] = lying[^13] = 0;
        Assert.Equal("unreadable", (await _importer.UploadAsync("lying.zip", lying)).Problem);
    }

    [Fact]
    public async Task What_is_no_zip_is_refused_in_a_sentence()
    {
        Assert.Equal("unreadable", (await _importer.UploadAsync("text.zip", "Not a zip at all")).Problem);
        Assert.Equal("unreadable", (await _importer.UploadAsync("cut.zip", Zipped.Of(("a.md", "# A\n\nText"))[..60])).Problem);
        Assert.Equal("file-empty", (await _importer.UploadAsync("nothing.zip", [])).Problem);
        Assert.NotEmpty((await _importer.UploadAsync("program.exe", "MZ")).Errors("name"));
    }

    [Fact]
    public async Task Pictures_that_are_none_are_left_out_and_told()
    {
        var zip = Zipped.Made(made =>
        {
            Zipped.Put(made, "seals.md", "# Seal pictures\n\n![a](a.png) ![b](b.svg) ![c](c.png) ![up](../../etc/x.png) ![real](real.png)"u8.ToArray());
            Zipped.Put(made, "a.png", "<script>alert(1)</script>"u8.ToArray());
            Zipped.Put(made, "b.svg", "<svg onload=alert(1)>"u8.ToArray());
            Zipped.Put(made, "c.png", []);
            Zipped.Put(made, "real.png", Zipped.Picture);
        });
        var done = await _importer.TakeAsync("pictures.zip", zip);
        Assert.Equal(("1", "0"), (done["counts.new"], done["counts.refused"]));
        Assert.Equal(
        [
            "seals.md a.png is no picture or file that can be taken, so it is left out.",
            "seals.md b.svg is no picture or file that can be taken, so it is left out.",
            "seals.md c.png is empty.",
            "seals.md The picture ../../etc/x.png is not here.",
        ], await _importer.NotesAsync(done));
    }

    [Fact]
    public async Task What_is_not_UTF8_is_said_and_not_guessed()
    {
        var ansi = Encoding.Latin1.GetBytes("title,body\nRødgrød,Fløde\n");
        Assert.Equal("ansi.csv:2 This is not in UTF-8. Save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\").", Assert.Single(await _importer.RefusalsAsync(await PlannedAsync("ansi.csv", ansi))));
        Assert.Equal("1", (await PlannedAsync("wide.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("title\tbody\nRødgrød\tFløde\n")]))["counts.new"]);
        var page = Encoding.Latin1.GetBytes("<meta charset=windows-1252><title>Rødgrød</title><p>Fløde</p>");
        Assert.Equal("Rødgrød", (await _importer.ItemsAsync(await PlannedAsync("page.html", page)))[0]["title"]);
    }

    [Fact]
    public async Task Text_that_stands_too_deep_within_itself_is_refused()
    {
        var zip = Zipped.Of(
            ("flow.md", $"---\ntitle: x\nsteps: {new string('[', 5_000)}\n---\n"),
            ("laugh.md", "---\na: &a [x, x]\nb: [*a, *a]\n---\nText"),
            ("itself.md", "---\nsection: &a [*a]\n---\nText"),
            ("sections.yaml", "sections: &s\n  - folder: a\n    texts: { en: { name: A } }\n    sections: *s\n"),
            ("quotes.md", $"# Quotes\n\n{new string('>', 20_000)} x"),
            ("page.html", $"<title>Deep</title>{string.Concat(Enumerable.Repeat("<div>", 100_000))}x"),
            ("ruby.html", $"<title>Ruby</title><body>{string.Concat(Enumerable.Repeat("<rt>", 100_000))}x"),
            ("empty.html", $"<title>Empty</title><body>{string.Concat(Enumerable.Repeat("<p>", 200_000))}x"),
            ("drawing.html", $"<title>Drawing</title><body><p>Seen</p><sVg>{string.Concat(Enumerable.Repeat("<td>", 100_000))}x"),
            ("tags.html", $"<title>Tags</title><body>{string.Concat(Enumerable.Repeat("<b><p>", 50_000))}x"));
        var began = Stopwatch.GetTimestamp();
        var planned = await PlannedAsync("deep.zip", zip);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, _quickly);
        var refused = (await _importer.RefusalsAsync(planned)).Select(refusal => refusal.Split(':', ' ')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "flow.md", "laugh.md", "itself.md", "sections.yaml", "page.html", "tags.html", "ruby.html", "empty.html" }, refused);
        Assert.DoesNotContain("drawing.html", refused);
    }

    [Fact]
    public async Task An_import_that_was_broken_off_goes_on_and_has_nothing_twice()
    {
        var zip = Zipped.Of([.. Enumerable.Range(0, 400).Select(i => ($"gulls/gull-{i}.md", $"# Gull {i}\n\nText."))]);
        var planned = await PlannedAsync("birds.zip", zip);
        (await _importer.Agent.PostAsync($"/imports/{planned["id"]}/start", new { })).Expect(HttpStatusCode.Accepted);
        Reply now;
        do
        {
            now = await _importer.Agent.GetAsync($"/imports/{planned["id"]}");
        }
        while (now["state"] == "running" && now.Number("done") < 20);

        now = (await _importer.Agent.PostAsync($"/imports/{planned["id"]}/stop", new { })).Expect(HttpStatusCode.OK);
        Assert.NotEqual("running", now["state"]);
        var done = now["state"] == "done" ? now : await _importer.CarriedOutAsync(planned["id"]!);
        Assert.Equal(("done", "401", "0"), (done["state"], done["counts.new"], done["counts.refused"]));
        Assert.Equal("400", (await _importer.TakeAsync("birds.zip", zip))["counts.same"]);
        Assert.Equal("undone", (await _importer.Agent.PostAsync($"/imports/{planned["id"]}/undo", new { })).Expect(HttpStatusCode.OK)["state"]);
        Assert.Empty((await _importer.Agent.GetAsync("/articles?q=gull")).Rows);
    }

    async Task<Reply> PlannedAsync(string name, byte[] content) => (await _importer.UploadAsync(name, content)).Expect(HttpStatusCode.Created);

    static byte[] Many(int count) => Zipped.Made(made =>
    {
        for (var i = 0; i < count; i++)
        {
            Zipped.Put(made, $"page-{i}.md", "Text"u8.ToArray());
        }
    });

    // In both of its headers.
    static void PretendSize(byte[] zip, int size)
    {
        var central = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(central + 24), size);
        BitConverter.TryWriteBytes(zip.AsSpan(22), size);
    }
}
