using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Backups;

/// <summary>Visitors and agents write before, while and after a backup is taken, at two nodes where there can be two.</summary>
public sealed class BackupInUseTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kanal-backup-").FullName;
    readonly ConcurrentQueue<Acknowledged> _said = new();

    string Place => Path.Combine(_folder, "kanal.backup");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_taken_in_the_rush_brings_back_what_was_acknowledged_before_it_began_on_either_engine()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        await using var second = TestStorage.OnPostgres ? await KanalHost.StartAsync(storage: server.Storage.ForAnother()) : null;
        using var there = organisation.At(second?.Address ?? server.Address);
        var agent = (await organisation.NewAgentAsync(20)).At(there.Http);
        VisitorClient[] visitors = [.. await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? organisation : there).NewConversationAsync()))];
        foreach (var visitor in visitors)
        {
            (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        }

        using var enough = new CancellationTokenSource();
        var talking = Task.WhenAll(visitors.SelectMany(visitor => (Task[])[TalkAsync(visitor, enough.Token), AnswerAsync(agent, visitor, enough.Token)]));
        await GoneOnAsync(60);
        var before = _said.ToArray();
        var backup = await KanalCommand.RunAsync($"backup {Place}", server.Storage.Settings());
        Assert.True(backup.ExitCode == 0, backup.Said);
        await GoneOnAsync(20);

        TestStorage[] places = TestStorage.OnPostgres ? [TestStorage.OnSqlite(), await TestStorage.CreateAsync(empty: true)] : [TestStorage.OnSqlite()];
        foreach (var place in places)
        {
            var restore = await KanalCommand.RunAsync($"restore {Place}", place.Settings());
            Assert.True(restore.ExitCode == 0, restore.Said);
            var check = await KanalCommand.RunAsync("check", place.Settings());
            Assert.Contains("Messages are without gaps, and every file that is named is there.", check.Said, StringComparison.Ordinal);
            await using var restored = await KanalProcess.StartOnAsync(place);
            foreach (var visitor in visitors)
            {
                await CompareAsync(visitor, visitor.At(restored.Client), before);
            }

            (await visitors[0].At(restored.Client).SayAsync("Og videre.")).Expect(HttpStatusCode.Created);
            await GoneOnAsync(20);
        }

        await enough.CancelAsync();
        await talking;
    }

    [Fact]
    public async Task A_backup_is_not_restored_under_a_server_that_runs()
    {
        await using var server = await KanalProcess.StartAsync();
        using (var organisation = await Organisation.OnAsync(server.Address))
        {
            await organisation.NewConversationAsync();
            Assert.Equal(0, (await KanalCommand.RunAsync($"backup {Place}", server.Storage.Settings())).ExitCode);
        }

        // Started, and waiting for somebody to set it up: what it has read of an empty database would be wrong from then on.
        await using var waiting = await KanalProcess.StartAsync();
        var refused = await KanalCommand.RunAsync($"restore {Place}", waiting.Storage.Settings());
        Assert.Equal((2, "A server runs on this database. Stop it first, and start it again when the backup is restored."), (refused.ExitCode, refused.Said.Trim()));
        await waiting.KillAsync();
        var restored = await KanalCommand.RunAsync($"restore {Place}", waiting.Storage.Settings());
        Assert.True(restored.ExitCode == 0, restored.Said);
    }

    /// <summary>What is back is the source's beginning, without a hole, and holds all that was acknowledged before.</summary>
    static async Task CompareAsync(VisitorClient source, VisitorClient restored, Acknowledged[] before)
    {
        var back = await HistoryAsync(restored);
        var there = (await HistoryAsync(source))[..back.Count];
        Assert.Equal(Enumerable.Range(1, back.Count).Select(sequence => (long)sequence), back.Select(message => message.GetProperty("sequence").GetInt64()));
        Assert.Equal(there.Select(message => message.GetProperty("text").GetString()), back.Select(message => message.GetProperty("text").GetString()));
        foreach (var one in before.Where(one => one.Conversation == source.Conversation))
        {
            Assert.Equal(one.Text, back[(int)one.Sequence - 1].GetProperty("text").GetString());
            if (one.File is { } file)
            {
                Assert.Equal(one.Text, await restored.TextAsync($"/conversations/{source.Conversation}/files/{file}"));
            }
        }
    }

    static async Task<List<System.Text.Json.JsonElement>> HistoryAsync(VisitorClient visitor)
    {
        List<System.Text.Json.JsonElement> all = [];
        while (true)
        {
            var page = (await visitor.HistoryAsync(all.Count)).Expect(HttpStatusCode.OK).Body.GetProperty("data").EnumerateArray().ToList();
            all.AddRange(page);
            if (page.Count == 0)
            {
                return all;
            }
        }
    }

    async Task TalkAsync(VisitorClient visitor, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var text = $"Spørgsmål {i}:\tto\nlinjer \\ og Å";
            var file = i % 5 == 0 ? (await visitor.UploadAsync(Encoding.UTF8.GetBytes(text), "note.txt", "text/plain"))["id"] : null;
            Note(visitor.Conversation, text, file, await visitor.SayAsync(text, null, file is null ? [] : [file]));
        }
    }

    async Task AnswerAsync(AgentClient agent, VisitorClient visitor, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var text = $"Svar {i}";
            Note(visitor.Conversation, text, null, await agent.SayAsync(visitor.Conversation, text));
        }
    }

    void Note(string conversation, string text, string? file, Reply answer)
    {
        if (answer.Status == HttpStatusCode.Created)
        {
            _said.Enqueue(new(conversation, text, file, answer.Number("sequence")));
        }
    }

    async Task GoneOnAsync(int further)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        for (var goal = _said.Count + further; _said.Count < goal; await Task.Delay(1, patience.Token))
        {
        }
    }

    sealed record Acknowledged(string Conversation, string Text, string? File, long Sequence);
}
