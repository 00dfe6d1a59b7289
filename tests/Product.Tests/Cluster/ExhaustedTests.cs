using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kanal.Product.Tests.Cluster;

public sealed class ExhaustedTests
{
    const int Connections = 20;

    [OnPostgres]
    public async Task What_another_node_told_while_no_connection_was_free_is_told_when_one_is()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var heard = new Heard();
        await using var other = await KanalHost.StartAsync(storage: here.Kanal.Storage.ForAnother(), parts: parts => parts.AddSingleton<ILogger<OtherNodesNews>>(heard),
            settings: settings => settings with { Database = new NpgsqlConnectionStringBuilder(settings.Database) { MaxPoolSize = Connections, Timeout = 1 }.ConnectionString });
        using var there = here.Organisation.At(other.Address);
        await using var desk = await there.Administrator.ListenAsync();
        var free = new TaskCompletionSource();
        var database = other.Services.GetRequiredService<Database>();
        var busy = Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => database.ReadAsync(async sql =>
        {
            await free.Task;
            return true;
        }, CancellationToken.None)));
        var visitor = await here.Organisation.NewConversationAsync();
        await heard.Warning.WaitAsync(TimeSpan.FromSeconds(15));
        free.SetResult();
        await busy;
        await desk.NextAsync("conversation", told => told["id"] == visitor.Conversation);
    }

    sealed class Heard : ILogger<OtherNodesNews>
    {
        readonly TaskCompletionSource _warning = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Warning => _warning.Task;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _warning.TrySetResult();
    }
}
