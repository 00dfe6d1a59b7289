using Kanal.Centre.Live;

namespace Kanal.Channels.Http;

/// <summary>Where what an <see cref="EventStream"/> tells can be read again. For one stream alone, which asks one thing at a time.</summary>
public interface IChangeSource
{
    /// <summary>How things stand, and what comes after a sequence.</summary>
    Task<List<Change>> AfterAsync(long sequence);

    /// <summary>False where a change that comes now is older than what was told already. Asked of every change, in their order.</summary>
    ValueTask<bool> HoldsAsync(Change change);
}
