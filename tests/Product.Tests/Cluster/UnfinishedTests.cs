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
        await using (var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(node.Storage.Database) { Pooling = false }.ConnectionString))
        {
            await database.OpenAsync();
            await using var held = await database.BeginTransactionAsync();
            await ExecuteAsync(database, "lock table agents in share row exclusive mode");
            unfinished = SendAsync(organisation);
            while (await CountAsync(database, "select count(*) from kept_answers") == 0)
            {
                await Task.Yield();
            }

            Assert.Equal("409 idempotency-in-flight", await SendAsync(there));
            await node.KillAsync();
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => unfinished);
        using var patience = new CancellationTokenSource(_longest);
        string answer;
        while ((answer = await SendAsync(there)) == "409 idempotency-in-flight")
        {
            patience.Token.ThrowIfCancellationRequested();
        }

        Assert.Equal("201", answer);
        Assert.Equal("201", await SendAsync(there));
    }

    [Fact]
    public async Task A_request_that_a_killed_server_had_begun_is_carried_out_when_it_is_back()
    {
        await using var server = await KanalHost.StartAsync();
        using var organisation = await Organisation.OnAsync(server);
        Assert.Equal("201", await SendAsync(organisation));
        // As it lies there after a kill -9 between the beginning of a request and its end.
        await using (var database = Centre.CentreServices.OpenDatabase(server.Storage.Folder, server.Storage.Database))
        {
            await database.WriteAsync(sql => sql.ExecuteAsync("update kept_answers set status = null, node = 'one that was', asked_at = asked_at - 2000"), CancellationToken.None);
            await database.WriteAsync(sql => sql.ExecuteAsync("update agents set email = 'other', email_folded = 'other' where name = 'Bo'"), CancellationToken.None);
        }

        Assert.Equal("201", await SendAsync(organisation));
    }

    static async Task ExecuteAsync(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<long> CountAsync(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    async Task<string> SendAsync(Organisation organisation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/agents")
        {
            Content = JsonContent.Create(_agent),
            Headers = { { "Idempotency-Key", _key }, { "Authorization", $"Bearer {organisation.Administrator.Bearer}" } },
        };
        return await organisation.Http.SendAsync(request).SummaryAsync();
    }
}
