namespace Kanal.Bench;

/// <summary>Open event streams, whose readers read: in processes of their own, for each may open so many files only.</summary>
sealed class StreamCrowd(Shop shop) : IAsyncDisposable
{
    const int Each = 8000;

    readonly List<CrowdProcess> _processes = [];

    public int Count { get; private set; }

    public async Task GrowAsync(List<byte[]> requests)
    {
        foreach (var request in requests)
        {
            if (Count % Each == 0)
            {
                _processes.Add(new CrowdProcess());
            }

            await _processes[^1].AddAsync(shop.Servers[Count++ % shop.Servers.Length], request);
        }

        await EnsureOpenAsync();
    }

    /// <summary>Fails where a stream was refused or has ended.</summary>
    public async Task EnsureOpenAsync()
    {
        var open = 0;
        foreach (var process in _processes)
        {
            open += await process.OpenAsync();
        }

        if (open != Count)
        {
            throw new InvalidOperationException($"Of {Count} event streams {open} are open.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }
    }
}
