using System.Net;
using System.Net.Http.Json;
using Kanal.Product.Tests.Hosting;
using Npgsql;

namespace Kanal.Product.Tests.Cluster;

/// <summary>What a node had begun that is no more.</summary>
public sealed class UnfinishedTests
{
    // Two lives of a second or so pass before a node is known to be dead; a machine that is busy with other things gets more.
    static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);

    readonly string _key = Guid.NewGuid().ToString();
    readonly object _agent = new { name = "Bo", email = $"bo{Guid.NewGuid():N}@fjordrejser.example", role = "agent" };

    [OnPostgres]
    public async Task A_request_whose_node_was_killed_in_the_middle_is_carried_out_by_another_one()
    {
        await using var node = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(node.Address);
        await using var other = await KanalHost.StartAsync(storage: node.Storage.ForAnother());
        using var there = organisation.At(other.Address);
        Task<string> unfinished;
        await using (var database = await OpenAsync(node.Storage.Database))
        {
            await using var held = await database.BeginTransactionAsync();
            unfinished = await BegunAsync(database, organisation);
            Assert.Equal("409 idempotency-in-flight", await SendAsync(there));
            await node.KillAsync();
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => unfinished);
        Assert.Equal("201", await InsistAsync(there));
        Assert.Equal("201", await SendAsync(there));
    }

    [OnPostgres]
    public async Task A_request_that_failed_with_its_database_may_be_sent_again_when_that_is_back()
    {
        var storage = await TestStorage.CreateAsync();
        await using var database = await OpenAsync(storage.Database);
        await using var wire = storage.Wire();
        await using var server = await KanalHost.StartAsync(storage: storage);
        using var organisation = await Organisation.OnAsync(server);
        await using (await database.BeginTransactionAsync())
        {
            var unfinished = await BegunAsync(database, organisation);
            wire.Cut();
            Assert.Equal("503 storage-unavailable", await unfinished);
        }

        wire.Mend();
        Assert.Equal("201", await InsistAsync(organisation));
    }

    [OnPostgres]
    public async Task A_key_whose_claim_was_on_disk_when_the_connection_broke_is_free_again()
    {
        var storage = await TestStorage.CreateAsync();
        await using var database = await OpenAsync(storage.Database);
        await using var wire = storage.Wire();
        await using var server = await KanalHost.StartAsync(storage: storage);
        using var organisation = await Organisation.OnAsync(server);
        wire.CutAfterCommitOf("insert into kept_answers");
        Assert.Equal("503 storage-unavailable", await SendAsync(organisation));
        Assert.Equal(1L, await AskAsync(database, "select count(*) from kept_answers where status is null"));
        wire.Mend();
        Assert.Equal("201", await InsistAsync(organisation));
    }

    [OnPostgres]
    public async Task An_act_that_was_done_before_its_answer_failed_is_not_done_again()
    {
        var storage = await TestStorage.CreateAsync();
        await using var database = await OpenAsync(storage.Database);
        await using var wire = storage.Wire();
        await using var server = await KanalHost.StartAsync(storage: storage);
        using var organisation = await Organisation.OnAsync(server);
        var visitor = await organisation.NewConversationAsync();
        var queue = (await organisation.Administrator.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK)["queue"];
        var path = $"/api/v1/conversations/{visitor.Conversation}/transfer";
        await using (await database.BeginTransactionAsync())
        {
            // What the answer is made of, and the act is not.
            await AskAsync(database, "lock table customers in access exclusive mode");
            var handed = SendAsync(organisation, path, new { queue });
            while (await AskAsync(database, "select count(*) from conversations where state = 'queued'") is not 1L)
            {
                await Task.Yield();
            }

            wire.Cut();
            Assert.Equal("503 storage-unavailable", await handed);
        }

        wire.Mend();
        await Asking.UntilAsync(() => organisation.Administrator.TakeAsync(visitor.Conversation), taken => taken.Status == HttpStatusCode.OK);
        Assert.Equal("409 idempotency-in-flight", await SendAsync(organisation, path, new { queue }));
        Assert.Equal("assigned", (await organisation.Administrator.SeeAsync(visitor.Conversation))["state"]);
    }

    [Fact]
    public async Task A_request_that_a_killed_server_had_begun_is_carried_out_when_it_is_back()
    {
        await using var server = await KanalHost.StartAsync();
        using var organisation = await Organisation.OnAsync(server);
        Assert.Equal("201", await SendAsync(organisation));
        // As it lies there after a kill -9 between the beginning of a request and its end.
        await using (var database = Centre.Storage.StoragePlace.Open(server.Storage.Folder, server.Storage.Database))
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("update kept_answers set status = null, node = 'one that was', asked_at = asked_at - 2000"), CancellationToken.None);
            await database.WriteAsync(sql => sql.ExecuteAsync("update agents set email = 'other', email_folded = 'other' where name = 'Bo'"), CancellationToken.None);
        }

        Assert.Equal("201", await SendAsync(organisation));
    }

    static async Task<NpgsqlConnection> OpenAsync(string? address)
    {
        var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ConnectionString);
        await database.OpenAsync();
        return database;
    }

    static async Task<object?> AskAsync(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A request that comes as far as to its key, and no further until this transaction ends.</summary>
    async Task<Task<string>> BegunAsync(NpgsqlConnection database, Organisation organisation)
    {
        await AskAsync(database, "lock table agents in share row exclusive mode");
        var unfinished = SendAsync(organisation);
        while (await AskAsync(database, "select count(*) from kept_answers") is not 1L)
        {
            await Task.Yield();
        }

        return unfinished;
    }

    async Task<string> InsistAsync(Organisation organisation)
    {
        using var patience = new CancellationTokenSource(_longest);
        string answer;
        while ((answer = await SendAsync(organisation)) is "409 idempotency-in-flight" or "503 storage-unavailable")
        {
            Assert.False(patience.IsCancellationRequested, $"It is still {answer}.");
        }

        return answer;
    }

    Task<string> SendAsync(Organisation organisation) => SendAsync(organisation, "/api/v1/agents", _agent);

    async Task<string> SendAsync(Organisation organisation, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = JsonContent.Create(body),
            Headers = { { "Idempotency-Key", _key }, { "Authorization", $"Bearer {organisation.Administrator.Bearer}" } },
        };
        return await organisation.Http.SendAsync(request).SummaryAsync();
    }
}
