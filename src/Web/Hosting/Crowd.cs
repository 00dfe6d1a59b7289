using Kanal.Centre;
using Kanal.Centre.Texts;
using Kanal.Web.Metrics;
using Microsoft.AspNetCore.Connections;

namespace Kanal.Web.Hosting;

/// <summary>
/// Counts who is connected. Those who come when there is no room are still let in, up to a reserve, for as long as it takes to
/// tell them so: a connection that is closed without a word looks like a broken network.
/// </summary>
/// <param name="room">How many are served at once; null where there is no limit.</param>
sealed class Crowd(long? room, TimeProvider time)
{
    public static Sentence Sentence { get; } = "The server has as many connections as it can hold. Try again in a moment.";

    static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(5);

    // Whoever says nothing in this time leaves the place to somebody who does.
    static readonly TimeSpan _audience = TimeSpan.FromSeconds(10);

    int _here;

    public int Here => Volatile.Read(ref _here);

    public long? Room => room;

    /// <summary>True while the next who comes is turned away.</summary>
    public bool IsFull => Volatile.Read(ref _here) >= room;

    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var here = Interlocked.Increment(ref _here);
        try
        {
            if (here > room)
            {
                connection.Features.Set(new TurnedAway());
                await using var end = time.CreateTimer(_ => connection.Abort(), null, _audience, Timeout.InfiniteTimeSpan);
                await next(connection);
            }
            else
            {
                await next(connection);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _here);
        }
    }

    public static Task TellAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<TurnedAway>() is null)
        {
            return next(context);
        }

        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        // Those who watch over the server are answered, and hear the same from it.
        return context.Request.Path.StartsWithSegments("/health") || context.Request.Path == MetricsEndpoint.Path
            ? next(context)
            : throw new RefusedException(Refusal.Unavailable, "too-many-connections", Sentence) { RetryAfter = _retryAfter };
    }

    sealed record TurnedAway;
}
