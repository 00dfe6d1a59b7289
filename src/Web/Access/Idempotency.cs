using System.Security.Cryptography;
using System.Text;
using Kanal.Centre;
using Kanal.Centre.Access;
using Kanal.Centre.Storage;

namespace Kanal.Web.Access;

/// <summary>
/// <c>Idempotency-Key</c>: a POST that is sent again with the same key gets the first one's answer and does nothing.
/// What was refused or failed did nothing, is not kept, and may be tried again under its key. What failed after something had been written is
/// not tried again: for some minutes whoever asks is told that it is still being carried out, and looks what became of it.
/// </summary>
sealed class Idempotency(RequestDelegate next, KeptAnswers answers, TimeProvider time, IHostApplicationLifetime life, ILogger<Idempotency> log)
{
    const string Header = "Idempotency-Key";
    const int LongestKey = 200;

    // Trouble with the database is over by then, or an administrator looks after it.
    const int NotingTries = 60;

    static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsPost(request.Method) && request.Headers.TryGetValue(Header, out var sent)
            && request.Path.StartsWithSegments("/api/v1") && CallerIdentity.Of(context.User) is { } caller
            ? OnceAsync(context, caller, sent.ToString())
            : next(context);
    }

    async Task OnceAsync(HttpContext context, Caller caller, string key)
    {
        var request = context.Request;
        if (key.Length is 0 or > LongestKey || key.Any(letter => letter is < ' ' or > '~'))
        {
            throw new RefusedException(Refusal.Invalid, "idempotency-key-invalid", $"{Header} should be 1 to {LongestKey} printable letters.");
        }

        request.EnableBuffering();
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, context.RequestAborted));
        request.Body.Position = 0;
        var place = answers.KeyOf(caller.KeyId is { } id ? $"key {id}" : $"agent {caller.AgentId}", $"{request.Method} {request.Path}{request.QueryString}", key);
        if (await ClaimAsync(place, digest, context.RequestAborted) is { } kept)
        {
            await AnswerAgainAsync(context, kept, digest);
        }
        else
        {
            await CarryOutAsync(context, place);
        }
    }

    async Task<KeptAnswer?> ClaimAsync(AnswerKey place, string digest, CancellationToken ct)
    {
        var changes = Written.Watch();
        try
        {
            return await answers.ClaimAsync(place, digest, ct);
        }
        catch when (changes.Is)
        {
            // It is claimed all the same, where only the answer was lost.
            _ = Task.Run(() => LaterAsync(() => answers.ReleaseAsync(place, CancellationToken.None)), CancellationToken.None);
            throw;
        }
    }

    static Task AnswerAgainAsync(HttpContext context, KeptAnswer kept, string digest)
    {
        if (kept.Digest != digest)
        {
            throw new RefusedException(Refusal.Unprocessable, "idempotency-key-reused", $"This {Header} was used for another request.");
        }

        if (kept.Status is not { } status)
        {
            throw new RefusedException(Refusal.Conflict, "idempotency-in-flight", "The first request with this key is still being carried out.") { RetryAfter = TimeSpan.FromSeconds(1) };
        }

        if (kept.Body is null)
        {
            throw RefusedException.Conflict("idempotency-not-kept", "This was done already; its answer held a secret, which is not kept.");
        }

        context.Response.StatusCode = status;
        context.Response.Headers["Idempotent-Replayed"] = "true";
        foreach (var (name, value) in Json.To<Dictionary<string, string>>(kept.Headers) ?? [])
        {
            context.Response.Headers[name] = value;
        }

        return kept.Body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(kept.Body, context.RequestAborted);
    }

    async Task CarryOutAsync(HttpContext context, AnswerKey key)
    {
        var outside = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        var changes = Written.Watch();
        try
        {
            await next(context);
        }
        catch (Exception failed) when (failed is RefusedException || !changes.Is)
        {
            await AfterwardsAsync(() => answers.ReleaseAsync(key, CancellationToken.None));
            throw;
        }
        finally
        {
            context.Response.Body = outside;
        }

        // Read now: it may be noted when this request and all that belongs to it is gone.
        var answer = context.Response.StatusCode is >= 500 or 429 ? null : Answer(context.Response, written);
        await AfterwardsAsync(() => answer is null ? answers.ReleaseAsync(key, CancellationToken.None) : answers.KeepAsync(key, answer, CancellationToken.None));
        written.Position = 0;
        await written.CopyToAsync(outside, context.RequestAborted);
    }

    static KeptAnswer Answer(HttpResponse response, MemoryStream written)
    {
        var secret = response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);
        string[] kept = ["Content-Type", "Location", "ETag"];
        return new()
        {
            Status = response.StatusCode,
            Headers = Json.From(kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString())),
            Body = secret ? null : Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length),
        };
    }

    // The request is done or refused; that its answer can't be noted must not change that. It is noted when it can be: until then whoever
    // sends it again is told that it is still being carried out.
    async Task AfterwardsAsync(Func<Task> note)
    {
        if (await TroubleAsync(note) is not null)
        {
            _ = Task.Run(() => LaterAsync(note), CancellationToken.None);
        }
    }

    async Task LaterAsync(Func<Task> note)
    {
        try
        {
            for (var left = NotingTries; left > 0; left--)
            {
                await Task.Delay(_pause, time, life.ApplicationStopping);
                if (await TroubleAsync(note) is not { } reason)
                {
                    return;
                }

                if (left == 1)
                {
                    log.LogWarning("An answer was not kept for its {Header}: {Reason}", Header, reason);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops; the others know then that nobody carries it out any more.
        }
        catch (Exception bug)
        {
            log.LogError(bug, "An answer was not kept for its {Header}", Header);
        }
    }

    static async Task<string?> TroubleAsync(Func<Task> note)
    {
        try
        {
            await note();
            return null;
        }
        catch (Exception trouble) when (StorageTrouble.In(trouble) is { } reason)
        {
            return reason.ToString();
        }
    }
}
