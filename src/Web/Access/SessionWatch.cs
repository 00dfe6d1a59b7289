namespace Kanal.Web.Access;

/// <summary>Ends a request that lasts, such as an event stream, soon after the caller's way in was closed or leads elsewhere.</summary>
sealed class SessionWatch : IDisposable
{
    static readonly TimeSpan _step = TimeSpan.FromSeconds(30);

    readonly CancellationTokenSource _end = new();

    SessionWatch(HttpContext context, CallerIdentity caller) => _ = WatchAsync(context, caller, _end.Token);

    public static void Start(HttpContext context)
    {
        if (CallerIdentity.In(context.User) is { } caller)
        {
            context.Response.RegisterForDispose(new SessionWatch(context, caller));
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    static async Task WatchAsync(HttpContext context, CallerIdentity caller, CancellationToken ct)
    {
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var log = context.RequestServices.GetRequiredService<ILogger<SessionWatch>>();
        try
        {
            do
            {
                await Task.Delay(_step, time, ct);
            }
            while (await HoldsAsync(caller, log, ct));

            ct.ThrowIfCancellationRequested();
            context.Abort();
        }
        catch (OperationCanceledException)
        {
            // The request is over.
        }
    }

    static async Task<bool> HoldsAsync(CallerIdentity caller, ILogger log, CancellationToken ct)
    {
        try
        {
            // What a stream tells goes by the role that it was opened with.
            return await caller.AgainAsync(ct) is { } now && now.Role == caller.Caller.Role;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning(trouble, "Whether the way in to a stream still holds could not be read; it is looked again");
            return true;
        }
    }
}

static class SessionWatching
{
    /// <summary>For endpoints that stream: the stream ends within half a minute after a sign-out by password change or deactivation, or with another role.</summary>
    public static RouteHandlerBuilder EndsWithSession(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter((context, next) =>
    {
        SessionWatch.Start(context.HttpContext);
        return next(context);
    });
}
