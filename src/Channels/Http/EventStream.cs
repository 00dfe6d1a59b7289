using System.Buffers;
using Kanal.Centre.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kanal.Channels.Http;

/// <summary>
/// One reader's stream of server-sent events. Changes come in by <see cref="Take"/> from any thread and never wait; a reader
/// so slow that they pile up is cut off, comes back and resumes.
/// </summary>
public sealed class EventStream(Heartbeat heartbeat)
{
    const int MostWaiting = 1000;

    readonly WaitingChanges _waiting = new(MostWaiting);

    public void Take(Change change)
    {
        if (!_waiting.Add(change))
        {
            End();
        }
    }

    /// <summary>What waits is still sent; then the reader is let go, and may come back and resume.</summary>
    public void End() => _waiting.End();

    /// <summary>Sends <paramref name="first"/>, which is emptied, then what comes in, until the reader leaves.</summary>
    /// <param name="after">Changes with a sequence up to this are known to the reader and left out.</param>
    public async Task SendAsync(HttpContext context, List<Change> first, long after, CancellationToken ct)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var beats = heartbeat.Join(this);
        await using var leaving = ct.UnsafeRegister(static stream => ((EventStream?)stream)?.End(), this);
        try
        {
            await response.StartAsync(ct);
            foreach (var change in first)
            {
                after = Write(response, change, after);
            }

            // A stream is open for hours; what it began with need not be kept for so long.
            first.Clear();
            await response.BodyWriter.FlushAsync(ct);
            while (await _waiting.ArriveAsync())
            {
                foreach (var change in _waiting.TakeAll())
                {
                    after = Write(response, change, after);
                }

                await response.BodyWriter.FlushAsync(ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the server stops; either way there is nobody to tell.
        }
    }

    static long Write(HttpResponse response, Change change, long after)
    {
        if (change.Sequence is { } sequence)
        {
            if (sequence <= after)
            {
                return after;
            }

            after = sequence;
        }

        response.BodyWriter.Write(change.Frame.Span);
        return after;
    }
}
