using Kanal.Centre.Access;
using Kanal.Centre.Sites;
using Kanal.Decisions.Hours;
using NodaTime;

namespace Kanal.Web.Demo.Seeding;

/// <summary>Keeps chat open for whoever tries the demo in the evening: a special day where the usual hours would end soon.</summary>
sealed class OpenToday(SiteDirectory sites, SiteSettings settings, TimeProvider time)
{
    const string Name = "Demo";
    static readonly TimeSpan _soon = TimeSpan.FromHours(4);

    public async Task OpenAsync(CancellationToken ct)
    {
        var site = await sites.FindAsync(Company.Key, ct) ?? throw new InvalidOperationException("The demo has lost its site.");
        var now = time.GetUtcNow();
        var status = site.StatusAt(now);
        if (status.Open && status.ClosesAt - now > _soon)
        {
            return;
        }

        var today = Instant.FromDateTimeOffset(now).InZone(site.Calendar.Zone).Date;
        string[] dates = [Text(today), Text(today.PlusDays(1))];
        var others = site.Hours.SpecialDays.Where(day => !dates.Contains(day.Date) && day.Name != Name);
        await settings.ChangeHoursAsync(site.Id, site.Hours with
        {
            SpecialDays = [.. others, .. dates.Select(date => new SpecialDayDefinition(date, Name, [new IntervalDefinition("00:00", "24:00")]))],
        }, Caller.CommandLine, ct);
    }

    static string Text(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
