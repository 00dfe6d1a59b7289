using Kanal.Product.Tests.Api;

namespace Kanal.Product.Tests.Hosting;

/// <summary>For what comes about a moment after it was caused.</summary>
static class Asking
{
    /// <summary>Asks until it holds.</summary>
    public static async Task<Reply> UntilAsync(Func<Task<Reply>> ask, Func<Reply, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var reply = await ask();
            if (holds(reply))
            {
                return reply;
            }

            Assert.False(patience.IsCancellationRequested, $"It never came so: {reply.Body}");
            await Task.Yield();
        }
    }
}
