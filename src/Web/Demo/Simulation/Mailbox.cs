using System.Threading.Channels;

namespace Kanal.Web.Demo.Simulation;

/// <summary>What somebody hears, in order, with patience.</summary>
sealed class Mailbox<T> where T : class
{
    readonly Channel<T> _heard = Channel.CreateUnbounded<T>();

    public void Put(T heard) => _heard.Writer.TryWrite(heard);

    /// <summary>The next one; null when patience ran out.</summary>
    public async Task<T?> NextAsync(TimeSpan patience, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(patience);
        try
        {
            return await _heard.Reader.ReadAsync(end.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
