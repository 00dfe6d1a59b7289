using Kanal.Centre.Live;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Cluster;

/// <summary>Two servers on one database, with an organisation that has set itself up. Take it as <c>IClassFixture&lt;TwoNodes&gt;</c>.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    public KanalHost A { get; private set; } = null!;

    public KanalHost B { get; private set; } = null!;

    /// <summary>As node A is asked.</summary>
    public Organisation AtA { get; private set; } = null!;

    /// <summary>The same organisation, as node B is asked.</summary>
    public Organisation AtB { get; private set; } = null!;

    public NodeBell BellA => A.Services.GetRequiredService<NodeBell>();

    public NodeBell BellB => B.Services.GetRequiredService<NodeBell>();

    public async ValueTask InitializeAsync()
    {
        if (TestStorage.OnPostgres)
        {
            A = await KanalHost.StartAsync();
            B = await KanalHost.StartAsync(storage: A.Storage.ForAnother());
            AtA = await Organisation.OnAsync(A);
            AtB = AtA.At(B.Address);
        }
    }

    /// <summary>What one node rings, the next of that kind that the other hears.</summary>
    public static Task<T> NextAsync<T>(NodeBell bell, string kind)
    {
        var next = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var hearing = bell.Hear<T>(kind, word => next.TrySetResult(word));
        return EndAsync(next.Task, hearing);
    }

    public static Task<bool> MissedAsync(NodeBell bell)
    {
        var missed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return EndAsync(missed.Task, bell.WhenMissed(() => missed.TrySetResult(true)));
    }

    public async ValueTask DisposeAsync()
    {
        AtB?.Dispose();
        AtA?.Dispose();
        if (B is not null)
        {
            await B.DisposeAsync();
        }

        if (A is not null)
        {
            await A.DisposeAsync();
        }
    }

    static async Task<T> EndAsync<T>(Task<T> task, IDisposable listening)
    {
        using (listening)
        {
            return await task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }
}
