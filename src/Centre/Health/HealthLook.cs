namespace Kanal.Centre.Health;

/// <summary>Looks at everything that whoever runs the server should know, as this node sees it.</summary>
public sealed class HealthLook(StorageHealth storage, FloorHealth floor, MailHealth mail)
{
    public async Task<List<HealthItem>> LookAsync(CancellationToken ct) =>
        [.. (await storage.LookAsync(ct)).Concat(await floor.LookAsync(ct)).Concat(await mail.LookAsync(ct)).OrderBy(item => item.Subject)];
}
