using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Waits;

/// <summary>
/// Works out waits whenever something bears on them, beside the router and never in its way. What happens while it works is
/// taken in together next time, and after each round it rests many times as long as it took: however busy it gets, waits cost
/// a few percent of one core.
/// </summary>
public sealed class WaitLoop(WaitInbox inbox, WaitHistory history, WaitFacts facts, LetterFacts letters, WaitRound round, ILogger<WaitLoop> log) : BackgroundService
{
    const int RestPerWork = 15;

    static readonly TimeSpan _longestRest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var begun = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!begun)
                {
                    await facts.BeginAsync(await history.ReadAsync(inbox.Now, stoppingToken), inbox.Now, stoppingToken);
                    await letters.BeginAsync(stoppingToken);
                    begun = true;
                }

                await RunAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogError(trouble, "Waits stopped being worked out; they go on in a moment");
                // What it stumbled over was taken from the inbox, and nothing else may come for long.
                inbox.Miss();
                await Task.Delay(_longestRest, stoppingToken);
            }
        }
    }

    async Task RunAsync(CancellationToken ct)
    {
        while (await inbox.WaitAsync(ct))
        {
            while (inbox.TryTake(out var fact))
            {
                if (fact is MissedFact or LeadFact)
                {
                    foreach (var missed in await history.MissedAsync(ct))
                    {
                        await TakeInAsync(new RoutingFact(missed, inbox.Now), ct);
                    }
                }

                await TakeInAsync(fact, ct);
            }

            // Real time, whatever clock the rest goes by: this is about the processor.
            var rest = await round.WorkOutAsync(ct) * RestPerWork;
            await Task.Delay(rest < _longestRest ? rest : _longestRest, ct);
        }
    }

    async Task TakeInAsync(WaitFact fact, CancellationToken ct)
    {
        await facts.TakeInAsync(fact, ct);
        await letters.TakeInAsync(fact, ct);
    }
}
