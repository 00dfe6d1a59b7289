namespace Kanal.Web.Hosting;

static class Beginning
{
    /// <summary>Starts the server. One that can't start takes back what it has begun without a word; its exception says why.</summary>
    public static async Task BeginAsync(this WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            // Else parts that had begun and are ended by this are told as faults of their own.
            app.Lifetime.StopApplication();
            throw;
        }
    }
}
