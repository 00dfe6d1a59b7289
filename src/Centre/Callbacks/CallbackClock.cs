using System.Threading.Channels;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Callbacks;

/// <summary>
/// Does what is due: brings calls into line when their time comes, sets them aside when the site closes, takes them off when the
/// customer got through elsewhere, and says when a time could not be kept. All of it is read from the database, so a restart forgets nothing.
/// </summary>
public sealed class CallbackClock(CallbackRounds rounds, Feed feed, TimeProvider time, ILogger<CallbackClock> log) : BackgroundService
{
    static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);
    static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = feed.Subscribe(Topic.Desk, Hear);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = _rest;
            try
            {
                wait = await rounds.GoAsync(stoppingToken) is { } next ? Min(next - time.GetUtcNow(), _longest) : _longest;
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "The round of callbacks failed; it goes again");
            }

            await WaitAsync(wait, stoppingToken);
        }
    }

    // A word of an agent may be the customer's answer; a change of a conversation may be a new callback; other hours move all of them.
    void Hear(Change change)
    {
        if (change is { Name: "conversation", Body: ConversationSummary { Callback: { } callback } summary })
        {
            feed.Publish(Topic.Visitor(summary.Id), new Change("callback", callback));
            _news.Writer.TryWrite(true);
        }
        else if (change.Name == "settings" || (rounds.AnyOpen && change is { Name: "message", Body: EntryAdded { Entry.From: Author.Agent } }))
        {
            _news.Writer.TryWrite(true);
        }
    }

    async Task WaitAsync(TimeSpan wait, CancellationToken ct)
    {
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_news.Reader.WaitToReadAsync(over.Token).AsTask(), Task.Delay(wait + TimeSpan.FromMilliseconds(1), time, over.Token));
        await over.CancelAsync();
        _news.Reader.TryRead(out _);
        ct.ThrowIfCancellationRequested();
    }

    static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
