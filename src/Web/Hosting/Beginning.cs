namespace Kanal.Web.Hosting;

public static class Beginning
{
    /// <summary>Starts the server. One that can't start takes back what it has begun without a word; its exception says why.</summary>
    public static async Task BeginAsync(this WebApplication app, CancellationToken ct)
    {
        List<IHostedService> parts = [];
        try
        {
            parts = [.. app.Services.GetServices<IHostedService>()];
            await app.StartAsync(ct);
        }
        catch
        {
            // Else parts that had begun and are ended by this are told as faults of their own.
            app.Lifetime.StopApplication();
            await EndAsync(parts);
            throw;
        }
    }

    // What goes away with the server, a database for one, must not go while somebody works with it. Parts that have not begun have nothing to end.
    static async Task EndAsync(List<IHostedService> parts)
    {
        using var patience = new CancellationTokenSource(Draining.Ending);
        foreach (var begun in parts.OfType<BackgroundService>().Where(part => part.ExecuteTask is not null).Reverse())
        {
            await begun.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
