using System.CommandLine;
using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Exports;
using Kanal.Centre.Imports;

namespace Kanal.Web.Commands;

/// <summary>The knowledge base out of the house and into it, at a shell.</summary>
static class ArticlesCommand
{
    public static Command Create() => new("articles", "The knowledge base: out of the house and into it.") { Import(), Export() };

    static Command Export()
    {
        var file = new Argument<string>("FILE") { Description = "The zip to write." };
        var site = new Option<string?>("--site") { Description = "Key of the only site; everything without it." };
        var command = new Command("export", "Writes everything into a zip of Markdown that an import takes back without loss.") { file, site };
        command.SetAction((call, ct) => Installation.DoAsync(async services =>
        {
            var path = call.GetRequiredValue(file);
            var only = call.GetValue(site) is { } key ? await SiteOption.FindAsync(services, key, ct) : null;
            var unfinished = $"{path}.part";
            try
            {
                await using (var zip = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous))
                {
                    var count = await services.GetRequiredService<ArticleExport>().WriteAsync(zip, only?.Id, ct);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} articles are in {path}."));
                }

                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }, ct));
        return command;
    }

    static Command Import()
    {
        var from = new Argument<string>("FILE") { Description = "A folder of Markdown, HTML and CSV, a zip of it, or one such file." };
        var site = new Option<string>("--site") { Required = true, Description = "Key of the site." };
        var language = new Option<string?>("--language") { Description = "Of what does not say its own; the site's first without it." };
        var publish = new Option<bool>("--publish") { Description = "Publishes it at once; without it everything becomes a draft." };
        var restore = new Option<bool>("--restore") { Description = "Of an export: published, scheduled, drafts and versions as they were." };
        var dry = new Option<bool>("--dry-run") { Description = "Only says what would become of it." };
        var command = new Command("import", "Brings articles in. Said again, it changes nothing.") { from, site, language, publish, restore, dry };
        command.SetAction((call, ct) => Installation.DoAsync(async services =>
        {
            var mode = call.GetValue(restore) ? ImportMode.Restore : call.GetValue(publish) ? ImportMode.Publish : ImportMode.Drafts;
            var place = await SiteOption.FindAsync(services, call.GetRequiredValue(site), ct);
            var (content, name) = Open(call.GetRequiredValue(from));
            await using (content)
            {
                return await ImportAsync(services, new NewImport(place.Id, name, mode, call.GetValue(language)), content, call.GetValue(dry), ct);
            }
        }, ct));
        return command;
    }

    static async Task<int> ImportAsync(IServiceProvider services, NewImport given, Stream content, bool dry, CancellationToken ct)
    {
        var book = services.GetRequiredService<ImportBook>();
        var import = await book.AddAsync(given, content, Caller.CommandLine, ct);
        if (!dry)
        {
            await services.GetRequiredService<ImportRuns>().RunAsync(import.Id, Caller.CommandLine, services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
        }

        await TellAsync(book, import, ct);
        var done = await book.FindAsync(import.Id, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(dry ? "It would be" : "Done")}: {done.Counts.New} new, {done.Counts.Changed} changed, {done.Counts.Same} the same, {done.Counts.Refused} refused.{(done.Trouble is null ? "" : $" {done.Trouble}")}"));
        if (dry)
        {
            await book.RemoveAsync(import.Id, ct);
        }
        else if (done.Counts.New + done.Counts.Changed > 0)
        {
            Console.WriteLine("A server that is running shows it after its next change of an article, or when it is started again.");
        }

        return done.Counts.Refused > 0 || done.Trouble is not null ? 1 : 0;
    }

    static async Task TellAsync(ImportBook book, Import import, CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            var items = await book.ItemsAsync(import.Id, null, false, after, 200, ct);
            foreach (var item in items.Where(item => item.Faults.Count + item.Notes.Count > 0))
            {
                foreach (var fault in item.Faults.Concat(item.Notes))
                {
                    Console.WriteLine($"{(item.Faults.Contains(fault) ? "refused" : "note   ")} {fault.File}{(fault.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $":{line}") : "")}: {fault.Sentence}");
                }
            }

            if (items.Count == 0)
            {
                return;
            }

            after = items[^1].Number;
        }
    }

    static (Stream Content, string Name) Open(string path)
    {
        if (Directory.Exists(path))
        {
            var name = new DirectoryInfo(path).Name;
            return (FolderZip.Pack(path, link => Console.WriteLine($"note    {link}: This is a link to another place, and is left out.")), $"{name}.zip");
        }

        return File.Exists(path) ? (File.OpenRead(path), Path.GetFileName(path)) : throw RefusedException.Invalid("FILE", $"There is no file or folder {path}.");
    }
}
