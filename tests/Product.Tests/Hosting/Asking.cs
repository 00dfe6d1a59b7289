namespace Kanal.Product.Tests.Hosting;

/// <summary>For what comes about a moment after it was caused.</summary>
static class Asking
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    // Who asks without a breath takes the machine from what is waited for, and on a fast one meets the limits against floods, which no test's own clock lifts.
    static readonly TimeSpan _longestRest = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until it holds, with a short rest in between.</summary>
    /// <param name="meanwhile">Is done before it is asked again, such as moving on a clock.</param>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> holds, Action? meanwhile = null)
    {
        using var patience = new CancellationTokenSource(_patience);
        for (var rest = TimeSpan.FromMilliseconds(2); ; rest = rest * 2 < _longestRest ? rest * 2 : _longestRest)
        {
            var answer = await ask();
            if (holds(answer))
            {
                return answer;
            }

            Assert.False(patience.IsCancellationRequested, $"It never came so: {answer}");
            await Task.Delay(rest);
            meanwhile?.Invoke();
        }
    }

    /// <summary>The same for what is so or not.</summary>
    public static Task UntilAsync(Func<Task<bool>> holds, Action? meanwhile = null) => UntilAsync(holds, it => it, meanwhile);
}
