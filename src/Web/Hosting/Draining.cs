using Kanal.Centre;
using Kanal.Centre.Texts;
using Kanal.Channels.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kanal.Web.Hosting;

/// <summary>
/// The way out. Asked to stop, the server says at once that it is not ready, ends its streams a few at a time so that their readers
/// come back elsewhere, and answers everybody else for as long as proxies take to notice. Only then does it stop to listen; what is
/// under way ends, within a bound.
/// </summary>
sealed class Draining(Heartbeat heartbeat, ServerSettings settings, TimeProvider time) : IHostedLifecycleService
{
    /// <summary>The longest that may be set, and what requests that are under way have after it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60), Ending = TimeSpan.FromSeconds(30);

    public static Sentence Sentence { get; } = "This server is being stopped. Try again in a moment.";

    static readonly TimeSpan _comeBack = TimeSpan.FromSeconds(1);

    volatile bool _begun;

    public bool Begun => _begun;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _begun = true;
        var over = time.GetTimestamp();
        await heartbeat.EndAsync(settings.Drain / 2, cancellationToken);
        if (settings.Drain - time.GetElapsedTime(over) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellationToken);
        }
    }

    /// <summary>A stream that begins now would be ended at once; and whoever keeps a connection for the next request makes that one elsewhere.</summary>
    public Task TellAsync(HttpContext context, RequestDelegate next)
    {
        if (!_begun)
        {
            return next(context);
        }

        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        return IsStream(context) ? throw new RefusedException(Refusal.Unavailable, "stopping", Sentence) { RetryAfter = _comeBack } : next(context);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    static bool IsStream(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Any(answer => answer.ContentTypes.Contains("text/event-stream")) == true;
}
