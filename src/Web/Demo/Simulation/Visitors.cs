using Kanal.Web.Demo.Seeding;

namespace Kanal.Web.Demo.Simulation;

/// <summary>Lets visitors come, one every half minute or so, a few at a time.</summary>
sealed class Visitors(HttpClient http, string origin, Pace pace, Random chance, ILogger log)
{
    const int MostAtOnce = 5;
    const int AtFirst = 2;

    readonly List<Task> _here = [];

    public async Task ComeAsync(CancellationToken ct)
    {
        try
        {
            for (var come = 0; ; come++)
            {
                await pace.PauseAsync(chance, come < AtFirst ? 2 : 20, come < AtFirst ? 5 : 40, ct);
                _here.RemoveAll(visit => visit.IsCompleted);
                if (_here.Count < MostAtOnce)
                {
                    _here.Add(VisitAsync(new SimulatedVisitor(http, Company.Key, origin, pace, new Random(chance.Next())), ct));
                }
            }
        }
        finally
        {
            await Task.WhenAll(_here);
        }
    }

    async Task VisitAsync(SimulatedVisitor visitor, CancellationToken ct)
    {
        try
        {
            await visitor.RunAsync(ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // The demo ends.
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException)
        {
            log.LogWarning("A simulated visitor gave up: {Reason}", trouble.Message);
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "A simulated visitor lost the thread");
        }
    }
}
