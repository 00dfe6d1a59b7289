using System.Data;
using System.Diagnostics;
using System.Net;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Npgsql;

namespace Kanal.Product.Tests.Trouble;

public sealed class StorageTroubleTests
{
    [Fact]
    public async Task A_full_disk_is_said_and_gone_when_there_is_room_again()
    {
        Assert.SkipWhen(TestStorage.OnPostgres, "PostgreSQL's disk is not ours to fill.");
        var storage = await TestStorage.CreateAsync();
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", storage.Folder), "Nothing can be mounted here.");
        try
        {
            await using var kanal = await KanalHost.StartAsync(storage: storage);
            using var organisation = await Organisation.OnAsync(kanal);
            var visitor = await organisation.NewConversationAsync();
            var filler = Path.Combine(storage.Folder, "filler");
            Fill(filler);
            await UnavailableAsync(kanal, () => visitor.SayAsync(new string('x', 8000)), "The disk is full.");
            await UnavailableAsync(kanal, () => organisation.NewVisitor().StartAsync(new string('x', 8000)), "The disk is full.");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.UploadAsync(new byte[100_000].Select(_ => (byte)'x').ToArray(), "a.txt")).Status);
            Assert.NotEmpty((await visitor.HistoryAsync()).Expect(HttpStatusCode.OK).Rows);
            File.Delete(filler);
            await WellAgainAsync(organisation, kanal, visitor);
            await RunAsync("umount", "-l", storage.Folder);
        }
        finally
        {
            await RunAsync("umount", "-l", storage.Folder);
        }
    }

    [Fact]
    public async Task A_database_that_is_gone_is_said_and_found_again_when_it_is_back()
    {
        Assert.SkipUnless(TestStorage.OnPostgres, "SQLite is never elsewhere.");
        var storage = await TestStorage.CreateAsync();
        await using var wire = storage.Wire();
        await using var kanal = await KanalHost.StartAsync(storage: storage);
        using var organisation = await Organisation.OnAsync(kanal);
        var visitor = await organisation.NewConversationAsync();
        for (var round = 0; round < 2; round++)
        {
            wire.Cut();
            await UnavailableAsync(kanal, () => visitor.SayAsync("Hallo?", $"in-the-dark-{round}"), "The database can't be reached.");
            await UnavailableAsync(kanal, () => organisation.NewVisitor().StartAsync(), "The database can't be reached.");
            await UnavailableAsync(kanal, () => organisation.Administrator.GetAsync("/conversations"), "The database can't be reached.");
            wire.Mend();
            await WellAgainAsync(organisation, kanal, visitor);
        }
    }

    [Fact]
    public async Task Messages_sent_while_the_database_comes_and_goes_are_there_once()
    {
        Assert.SkipUnless(TestStorage.OnPostgres, "SQLite is never elsewhere.");
        var storage = await TestStorage.CreateAsync();
        await using var wire = storage.Wire();
        await using var kanal = await KanalHost.StartAsync(storage: storage);
        using var organisation = await Organisation.OnAsync(kanal);
        var visitor = await organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync(1);
        var sending = Task.WhenAll(Enumerable.Range(0, 8).Select(async sender =>
        {
            for (var i = 0; i < 10; i++)
            {
                // Refused, and said so; the same message again.
                await Asking.UntilAsync(() => visitor.SayAsync($"{sender}/{i}", $"{sender}-{i}"), answer => answer.Status is HttpStatusCode.Created or HttpStatusCode.OK);
            }
        }));
        await stream.NextAsync("message", told => told.Number("sequence") == 10);
        wire.Cut();
        wire.Mend();
        await stream.NextAsync("message", told => told.Number("sequence") == 40);
        wire.Cut();
        wire.Mend();
        await sending;
        Assert.Equal(Enumerable.Range(1, 81).Select(sequence => (long)sequence), (await visitor.HistoryAsync()).Rows.Select(message => message.Number("sequence")));
    }

    [Fact]
    public void A_connection_that_breaks_in_the_middle_of_a_row_is_trouble_with_the_database() =>
        Assert.NotNull(StorageTrouble.In(new DataException("Exception while reading from stream", new NpgsqlException("Exception while reading from stream"))));

    static async Task UnavailableAsync(KanalHost kanal, Func<Task<Reply>> attempt, string reason)
    {
        var refused = (await attempt()).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("storage-unavailable", refused.Problem);
        Assert.Equal(reason, refused["detail"]);
        Assert.NotNull(refused.Headers!.RetryAfter);
        using var health = await kanal.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Contains(reason, await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var live = await kanal.Client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    /// <summary>Messages are taken again, health says so, and what is new rings at an agent.</summary>
    static async Task WellAgainAsync(Organisation organisation, KanalHost kanal, VisitorClient visitor)
    {
        await Asking.UntilAsync(() => visitor.SayAsync("Er I der igen?"), answer => answer.Status == HttpStatusCode.Created || answer.Expect(HttpStatusCode.ServiceUnavailable) is null);
        using var health = await kanal.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        var agent = await organisation.NewAgentAsync(20);
        await using var desk = await agent.ListenAsync();
        await agent.PresenceAsync("available");
        var next = await organisation.NewConversationAsync();
        var offer = await desk.NextAsync("offer");
        while (offer["conversation.id"] != next.Conversation)
        {
            // Who waited longer rings first, and one at a time.
            await agent.AcceptAsync(offer["id"]!);
            offer = await desk.NextAsync("offer");
        }

        await agent.PresenceAsync("offline");
    }

    static void Fill(string file)
    {
        using var filler = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        var piece = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(piece);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
