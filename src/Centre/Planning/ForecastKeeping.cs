using Kanal.Centre.Sites;

namespace Kanal.Centre.Planning;

/// <summary>Writes down each day what is expected of the next.</summary>
public sealed class ForecastKeeping(PlanLines lines, Expectations expectations, SiteDirectory sites)
{
    const int Days = 14;

    public async Task KeepAsync(CancellationToken ct)
    {
        foreach (var site in await sites.AllAsync(ct))
        {
            foreach (var line in (await lines.AllAsync(site, ct)).Lines)
            {
                await expectations.KeepAsync(line, Days, ct);
            }
        }
    }
}
