using Kanal.Web.Demo.Seeding;

namespace Kanal.Web.Demo.Simulation;

/// <summary>Lets visitors come, one every half minute or so, a few at a time.</summary>
sealed class Visitors(HttpClient http, string origin, Pace pace, Random chance, ILogger log)
{
    const int MostAtOnce = 5;
    const int AtFirst = 2;

    // One in so many would rather be called.
    const int Callers = 5;

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
                    _here.Add(VisitAsync(come, ct));
                }
            }
        }
        finally
        {
            await Task.WhenAll(_here);
        }
    }

    async Task VisitAsync(int come, CancellationToken ct)
    {
        try
        {
            var own = new Random(chance.Next());
            await (come % Callers == Callers - 1
                ? new SimulatedCaller(http, Company.Key, origin, pace, own).RunAsync(ct)
                : new SimulatedVisitor(http, Company.Key, origin, pace, own).RunAsync(ct));
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
