using Kanal.Web.Demo.Seeding;

namespace Kanal.Web.Demo.Simulation;

/// <summary>Lets those come who only look and book.</summary>
sealed class Shoppers(HttpClient http, string origin, Pace pace, Random chance, ILogger log)
{
    const int MostAtOnce = 40;

    // Two agents are soon busy: with ten times as many, fewer of those who have a question are offered a chat.
    const double SoonestAfter = 20;
    const double LatestAfter = 60;

    readonly List<Task> _here = [];

    public async Task ComeAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await pace.PauseAsync(chance, SoonestAfter, LatestAfter, ct);
                _here.RemoveAll(visit => visit.IsCompleted);
                if (_here.Count < MostAtOnce)
                {
                    _here.Add(ShopAsync(new Random(chance.Next()), ct));
                }
            }
        }
        finally
        {
            await Task.WhenAll(_here);
        }
    }

    async Task ShopAsync(Random own, CancellationToken ct)
    {
        try
        {
            await new SimulatedShopper(http, Company.Key, origin, pace, own).RunAsync(ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // The demo ends.
        }
        catch (Exception trouble)
        {
            log.LogWarning("A simulated shopper gave up: {Reason}", trouble.Message);
        }
    }
}
