using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Storage;

public sealed class SchemaTests : IAsyncLifetime
{
    TestStorage _storage = null!;

    public async ValueTask InitializeAsync() => _storage = await TestStorage.CreateAsync(empty: true);

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Each_file_is_applied_once()
    {
        await using var database = Open();
        Assert.True(await new SchemaUpgrade(database, TimeProvider.System).ApplyAsync(CancellationToken.None) > 0);
        Assert.Equal(0, await new SchemaUpgrade(database, TimeProvider.System).ApplyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_apply_each_file_once()
    {
        await using var one = Open();
        await using var other = Open();
        var applied = await Task.WhenAll(
            new SchemaUpgrade(one, TimeProvider.System).ApplyAsync(CancellationToken.None),
            new SchemaUpgrade(other, TimeProvider.System).ApplyAsync(CancellationToken.None));
        Assert.Contains(0, applied);
        Assert.Contains(applied, files => files > 0);
    }

    [Fact]
    public async Task A_file_that_was_changed_after_it_was_applied_stops_the_start()
    {
        await using var database = Open();
        await new SchemaUpgrade(database, TimeProvider.System).ApplyAsync(CancellationToken.None);
        await database.WriteAsync(sql => sql.ExecuteAsync("update schema_versions set checksum = 'another' where name = '0001_start.sql'"), CancellationToken.None);
        var stopped = await Assert.ThrowsAsync<WrongSchemaException>(() => new SchemaUpgrade(database, TimeProvider.System).ApplyAsync(CancellationToken.None));
        Assert.Contains("0001_start.sql", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_version_goes_on_beside_what_a_later_one_has_added()
    {
        await using var database = Open();
        await new SchemaUpgrade(database, TimeProvider.System).ApplyAsync(CancellationToken.None);
        await database.WriteAsync(async sql =>
        {
            await sql.ExecuteAsync("alter table sites add column a_later_one text");
            await sql.ExecuteAsync("create table a_later_table (id bigint primary key)");
            await sql.ExecuteAsync("insert into schema_versions (name, checksum, applied_at) values ('9998_later.sql', 'abc', 1)");
        }, CancellationToken.None);
        await using var server = await KanalHost.StartAsync(storage: _storage.ForAnother());
        using var organisation = await Organisation.OnAsync(server);
        var agent = await organisation.NewAvailableAgentAsync();
        var visitor = await organisation.NewConversationAsync();
        Assert.True((await agent.TakeAsync(visitor.Conversation)).Status is System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_version_that_lacks_what_the_database_needs_says_so_and_does_not_start()
    {
        await using var database = Open();
        await new SchemaUpgrade(database, TimeProvider.System).ApplyAsync(CancellationToken.None);
        await database.WriteAsync(sql => sql.ExecuteAsync("insert into schema_needs (name) values ('0001_start.sql'), ('9999_later.sql')"), CancellationToken.None);
        var stopped = await Assert.ThrowsAsync<WrongSchemaException>(() => new SchemaUpgrade(database, TimeProvider.System).ApplyAsync(CancellationToken.None));
        Assert.Contains("since 9999_later.sql", stopped.Message, StringComparison.Ordinal);
    }

    Database Open() => StoragePlace.Open(_storage.Folder, _storage.Database);
}
