using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Imap;

/// <summary>Waits for more messages: told by the server where it can (RFC 2177), by asking now and then where it can't.</summary>
sealed class ImapIdling(ImapTalk talk, MailServerSettings settings, TimeProvider time)
{
    // Servers may hang up after thirty minutes of silence.
    static readonly TimeSpan _again = TimeSpan.FromMinutes(28);
    static readonly TimeSpan _ask = TimeSpan.FromMinutes(1);

    bool _isRefused;

    public async Task WaitAsync(CancellationToken ct)
    {
        while (!talk.News.HasMore)
        {
            if (talk.Can.Contains("IDLE") && !_isRefused)
            {
                await IdleAsync(ct);
            }
            else
            {
                await Task.Delay(_ask, time, ct);
                ImapAnswers.Good(await talk.AskAsync("NOOP", ct), settings);
            }
        }
    }

    async Task IdleAsync(CancellationToken ct)
    {
        await talk.SayAsync(talk.NextTag(), new ImapCommand("IDLE"), null, ct);
        while (true)
        {
            switch (await talk.NextAsync(settings.Timeout, ct))
            {
                case ImapQuestion:
                    await ListenAsync(ct);
                    return;
                case ImapStatus { Tag: not "*" }:
                    _isRefused = true;
                    return;
            }
        }
    }

    // A read that is given up leaves half an answer behind, so the clock runs beside it.
    async Task ListenAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            var next = talk.NextAsync(Timeout.InfiniteTimeSpan, ct);
            var alarm = Task.Delay(_again, time, stop.Token);
            while (!talk.News.HasMore && await Task.WhenAny(next, alarm) == next)
            {
                if (await next is ImapStatus { Tag: not "*" })
                {
                    return;
                }

                next = talk.News.HasMore ? next : talk.NextAsync(Timeout.InfiniteTimeSpan, ct);
            }

            await EndAsync(next, ct);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    async Task EndAsync(Task<ImapResponse> next, CancellationToken ct)
    {
        // Asked before DONE is said, for right after it the answer to that may be what has come.
        var wasSeen = next.IsCompletedSuccessfully;
        if (wasSeen && await next is ImapStatus { Tag: not "*" })
        {
            return;
        }

        await talk.Wire.WriteAsync("DONE\r\n", ct);
        next = wasSeen ? talk.NextAsync(settings.Timeout, ct) : next;
        while (await InTimeAsync(next, ct) is not ImapStatus { Tag: not "*" })
        {
            next = talk.NextAsync(settings.Timeout, ct);
        }
    }

    async Task<ImapResponse> InTimeAsync(Task<ImapResponse> next, CancellationToken ct)
    {
        try
        {
            return await next.WaitAsync(settings.Timeout, time, ct);
        }
        catch (TimeoutException)
        {
            throw talk.Wire.Broken(MailFault.TimedOut(settings.Host));
        }
    }
}
