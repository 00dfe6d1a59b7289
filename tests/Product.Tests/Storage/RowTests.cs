using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Storage;

public sealed class RowTests : IAsyncLifetime
{
    TestStorage _storage = null!;
    Database _database = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await TestStorage.CreateAsync(empty: true);
        _database = StoragePlace.Open(_storage.Folder, _storage.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _storage.DisposeAsync();
    }

    [Fact]
    public async Task A_time_or_an_id_that_is_not_there_is_none()
    {
        Assert.Null(await FirstAsync<DateTimeOffset?>("select cast(null as bigint)"));
        Assert.Null(await FirstAsync<Id?>("select cast(null as bigint)"));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_000), await FirstAsync<DateTimeOffset?>("select cast(1000 as bigint)"));
        Assert.Equal(new Id(7), await FirstAsync<Id?>("select cast(7 as bigint)"));
    }

    Task<T?> FirstAsync<T>(string sql) => _database.ReadAsync(it => it.FirstAsync<T>(sql), TestContext.Current.CancellationToken);
}
