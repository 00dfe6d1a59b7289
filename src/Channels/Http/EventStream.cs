using System.Buffers;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;
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

    public Task SendAsync(HttpContext context, List<Change> first, long after, CancellationToken ct) => SendAsync(context, first, after, null, ct);

    /// <summary>Sends <paramref name="first"/>, which is emptied, then what comes in, until the reader leaves.</summary>
    /// <param name="after">Changes with a sequence up to this are known to the reader and left out.</param>
    /// <param name="source">Asked where one is missing, or more may be. Null where changes have no sequence.</param>
    public async Task SendAsync(HttpContext context, List<Change> first, long after, IChangeSource? source, CancellationToken ct)
    {
        using var beats = heartbeat.Join(this);
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await using var leaving = ct.UnsafeRegister(static stream => ((EventStream?)stream)?.End(), this);
        try
        {
            await response.StartAsync(ct);
            foreach (var change in first)
            {
                after = Write(response, change, after);
            }

            // What came while the beginning was read may be what it says.
            _waiting.Skip(change => change.Sequence is null && first.Exists(told => told.Name == change.Name && Equals(told.Body, change.Body)));
            // A stream is open for hours; what it began with need not be kept for so long.
            first.Clear();
            first.TrimExcess();
            await response.BodyWriter.FlushAsync(ct);
            while (await _waiting.ArriveAsync())
            {
                var changes = _waiting.TakeAll();
                foreach (var change in changes)
                {
                    if (source is not null && (change == Change.Missed || change.Sequence > after + 1))
                    {
                        after = (await source.AfterAsync(after)).Aggregate(after, (seen, found) => Write(response, found, seen));
                    }

                    if (source is null || await source.HoldsAsync(change))
                    {
                        after = Write(response, change, after);
                    }
                }

                await response.BodyWriter.FlushAsync(ct);
                changes.ForEach(change => change.Reached());
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the server stops; either way there is nobody to tell.
        }
        catch (Exception trouble) when (source is not null && StorageTrouble.In(trouble) is not null)
        {
            // What is missing can't be read now. The reader comes back and asks for it.
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

        if (change != Change.Missed)
        {
            response.BodyWriter.Write(change.Frame.Span);
        }

        return after;
    }
}
