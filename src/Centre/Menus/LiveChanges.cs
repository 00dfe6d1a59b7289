namespace Kanal.Centre.Menus;

/// <summary>Counts what may change how sites' channels stand: a new outlook on waits, a callback slot that was taken, prices.</summary>
public sealed class LiveChanges
{
    long _count;

    /// <summary>Tells of each; must be quick.</summary>
    public event Action? Changed;

    public long Count => Interlocked.Read(ref _count);

    public void Note()
    {
        Interlocked.Increment(ref _count);
        Changed?.Invoke();
    }
}
