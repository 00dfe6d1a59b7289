using Kanal.Centre.Menus;
using Kanal.Centre.Waits;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre.Prices;

/// <summary>Works prices out anew every half minute.</summary>
public sealed class PriceClock(LivePrices prices, LiveChanges changes, WaitInbox waits, TimeProvider time, ILogger<PriceClock> log) : BackgroundService
{
    static readonly TimeSpan _every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, time);
        var any = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                prices.WorkOut();
                var some = prices.All().Count > 0;
                if (some || any)
                {
                    // Menus see it with the next question, wallboards with the next round of waits.
                    changes.Note();
                    waits.Poke();
                }

                any = some;
            }
            catch (Exception trouble)
            {
                log.LogError(trouble, "Prices could not be worked out; those there are hold on");
            }
        }
    }
}
