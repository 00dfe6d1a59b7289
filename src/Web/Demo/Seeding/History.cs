using Kanal.Centre.Agents;
using Kanal.Centre.Sites;
using Kanal.Centre.Topics;
using Kanal.Web.Demo.World;
using Kanal.Web.Hosting;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Invents what happened in the last three weeks, and who waits at this moment.</summary>
sealed class History(SiteDirectory sites, TopicList topics, AgentDirectory agents, HistoryImport import, ServerSettings server, TimeProvider time)
{
    const int Days = 21;
    const int OnWeekdays = 19;
    const int AtWeekends = 11;
    const int Waiting = 2;
    const double Letters = 0.15;

    public async Task WriteAsync(CancellationToken ct)
    {
        var site = await sites.FindAsync(Company.Key, ct) ?? throw new InvalidOperationException("The demo's site was not made.");
        var staff = (await agents.ListAsync(ct)).FindAll(agent => agent.Role == Role.Agent);
        var chance = new Random(server.Demo?.Seed ?? 0);
        var now = time.GetUtcNow();
        var writer = new Storyteller(chance, staff, await topics.ReadAsync(ct), server.Url.Split(';')[0]);
        var stories = Openings(chance, site, now).Select(opened => writer.Past(opened, chance.Says(Letters))).ToList();
        for (var i = Waiting; i > 0; i--)
        {
            stories.Add(writer.Waiting(now.AddSeconds((-50 * i) + chance.Next(30))));
        }

        await import.WriteAsync(site.Id, stories, ct);
    }

    // While open, denser in the afternoon; the last hour is left to those who come by themselves.
    static List<DateTimeOffset> Openings(Random chance, Site site, DateTimeOffset now)
    {
        var openings = new List<DateTimeOffset>();
        for (var day = Days; day >= 0; day--)
        {
            var midnight = now.Date.AddDays(-day);
            var many = midnight.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? AtWeekends : OnWeekdays;
            for (var i = 0; i < many; i++)
            {
                var at = new DateTimeOffset(midnight, TimeSpan.Zero).AddHours(6 + (7 * (chance.NextDouble() + chance.NextDouble())));
                if (at < now.AddHours(-1) && site.StatusAt(at).Open)
                {
                    openings.Add(at);
                }
            }
        }

        openings.Sort();
        return openings;
    }
}
