using System.CommandLine;
using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Delivery;
using Kanal.Centre.Findings;
using Kanal.Centre.Letters;
using Kanal.Centre.Storage;
using Kanal.Web.Access;
using Kanal.Web.Hosting;

namespace Kanal.Web.Commands;

/// <summary>Looks at what the server needs, says what is wrong and what to do.</summary>
static class CheckCommand
{
    const long LeastDisk = 500L * 1024 * 1024;

    public static Command Create()
    {
        var command = new Command("check", "Looks at settings, database, disk and files; says what is wrong and what to do.");
        command.SetAction(async (_, ct) =>
        {
            var settings = ServerSettings.FromEnvironment(Environment.GetEnvironmentVariable);
            var troubles = 0;
            var database = await DatabaseAsync(settings, ct);
            List<Finding> stored = database.Good ? [await ConversationsAsync(settings, ct), .. await DamageAsync(settings, ct)] : [];
            foreach (var finding in (Finding[])[database, .. stored, Disk(settings), Files(), Believed(settings), Connections(), .. database.Good ? await MailboxesAsync(settings, ct) : []])
            {
                Console.WriteLine($"{(finding.Good ? "ok   " : "WRONG")} {finding.Sentence}");
                troubles += finding.Good ? 0 : 1;
            }

            return troubles == 0 ? 0 : 1;
        });
        return command;
    }

    static async Task<Finding> DatabaseAsync(ServerSettings settings, CancellationToken ct)
    {
        try
        {
            await using var database = StoragePlace.Open(settings.Data, settings.Database);
            var applied = await database.WriteAsync(sql => sql.FirstAsync<long>("select count(*) from schema_versions"), ct);
            return new Finding(true, string.Create(CultureInfo.InvariantCulture, $"{database.Engine} can be read and written; {applied} schema files are applied."));
        }
        catch (Exception trouble) when (StorageFault.IsEmptiness(trouble))
        {
            return new Finding(true, $"{(settings.Database is null ? "SQLite" : "PostgreSQL")} can be reached; it is empty until the server starts for the first time.");
        }
        catch (Exception trouble) when (StorageFault.In(trouble, settings.Data, settings.Database) is not null)
        {
            return new Finding(false, StorageFault.In(trouble, settings.Data, settings.Database)?.Message ?? "");
        }
    }

    static async Task<Finding> ConversationsAsync(ServerSettings settings, CancellationToken ct)
    {
        await using var database = StoragePlace.Open(settings.Data, settings.Database);
        try
        {
            var found = await Inspection.LookAsync(database, TimeProvider.System.GetUtcNow(), ct);
            var kinds = found.GroupBy(finding => finding.Kind, (kind, all) => $"{kind} ({string.Join(", ", all.Select(one => one.Conversation))})");
            return new Finding(found.Count == 0, found.Count == 0 ? "Every conversation has an owner or waits where somebody serves." : $"Conversations that nobody looks after: {string.Join("; ", kinds)}. The running server puts right what it can.");
        }
        catch (System.Data.Common.DbException)
        {
            return new Finding(true, "Conversations are looked at once the server has started for the first time.");
        }
    }

    static async Task<List<Finding>> DamageAsync(ServerSettings settings, CancellationToken ct)
    {
        await using var database = StoragePlace.Open(settings.Data, settings.Database);
        try
        {
            var found = await Damage.LookAsync(database, new DataFolder(Path.GetFullPath(settings.Data)), ct);
            return found.Count > 0 ? found.ConvertAll(sentence => new Finding(false, sentence))
                : [new Finding(true, "Messages are without gaps, and every file that is named is there.")];
        }
        catch (Exception trouble) when (trouble is System.Data.Common.DbException)
        {
            // What can't be read at all has been said by now, or there are no tables yet.
            return [];
        }
    }

    static Finding Disk(ServerSettings settings)
    {
        if (!Directory.Exists(settings.Data))
        {
            return new Finding(false, $"There is no folder {settings.Data} (KANAL_DATA).");
        }

        var free = new DriveInfo(settings.Data).AvailableFreeSpace;
        return new Finding(free >= LeastDisk, string.Create(CultureInfo.InvariantCulture, $"{free / 1024 / 1024:N0} MB are free where {settings.Data} is{(free >= LeastDisk ? "." : "; make room, or move KANAL_DATA.")}"));
    }

    static Finding Files() => Assets.Folder() is { } folder
        ? new Finding(true, $"The desk and the widget are in {folder}.")
        : new Finding(false, "The desk and the widget are not built. Run ./kanal from a clone, which builds them.");

    static Finding Believed(ServerSettings settings) =>
        new(true, $"Where visitors come from is believed of proxies at {string.Join(", ", settings.Proxies)}; {Proxies.Setting} changes that.");

    static Finding Connections() => new(true, Handles.Limit() is { } handles
        ? string.Create(CultureInfo.InvariantCulture, $"{handles:N0} files and connections may be open at once; {Handles.Connections():N0} visitors and desks can be connected.")
        : "The system sets no limit to connections.");

    static async Task<List<Finding>> MailboxesAsync(ServerSettings settings, CancellationToken ct)
    {
        await using var app = Server.Build(settings, ["--Logging:LogLevel:Default=None"]);
        List<Finding> findings = [];
        try
        {
            foreach (var mailbox in await app.Services.GetRequiredService<MailboxBook>().ActiveAsync(ct))
            {
                var test = await app.Services.GetRequiredService<ITestMailbox>().TestAsync(mailbox, _ => Task.CompletedTask, ct);
                findings.AddRange(test.Steps.Select(step => new Finding(step.Ok, $"{mailbox.Address}, {step.Subject}: {step.Sentence}")));
            }
        }
        catch (System.Data.Common.DbException)
        {
            // There are no tables yet, and so no mailboxes.
        }

        return findings;
    }

    sealed record Finding(bool Good, string Sentence);
}
