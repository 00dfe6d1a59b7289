using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Microsoft.Extensions.Hosting;

namespace Kanal.Centre;

/// <summary>What must be done before anything is served: the schema brought up to date, the key for tokens read.</summary>
sealed class StartUp(SchemaUpgrade schema, SignedTokens tokens) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        FileHandles.PrepareForTheWorst();
        await schema.ApplyAsync(cancellationToken);
        await tokens.LoadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
