namespace Kanal.Web.Demo.Seeding;

/// <summary>What has happened so far: conversations, and what editors can learn from them.</summary>
sealed class Past(History history, Seekers seekers)
{
    public async Task WriteAsync(CancellationToken ct)
    {
        await history.WriteAsync(ct);
        await seekers.WriteAsync(ct);
    }
}
