using System.Globalization;
using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Sites;

public sealed class HoursTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    [Fact]
    public async Task A_site_that_never_closes_has_no_closing()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await AlwaysOpenAsync(client);
        Assert.Equal(("true", null, null, null), (site["hoursStatus.open"], site["hoursStatus.closesAt"], site["hoursStatus.opensAt"], site["hoursStatus.reason"]));
    }

    [Fact]
    public async Task A_site_that_never_opens_has_no_opening()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var closed = await client.PutAsync($"/sites/{site["id"]}/hours", new { timeZone = "Europe/Copenhagen", week = new { } });
        Assert.Equal(("false", null), (closed["hoursStatus.open"], closed["hoursStatus.opensAt"]));
    }

    [Theory]
    [InlineData("da", "Tiderne overlapper: mandag 09:00-13:00 og mandag 12:00-17:00.")]
    [InlineData("ro", "Orele se suprapun: luni 09:00-13:00 și luni 12:00-17:00.")]
    [InlineData("en", "Monday 09:00-13:00 overlaps Monday 12:00-17:00.")]
    public async Task What_is_wrong_with_hours_is_said_in_the_language_of_who_enters_them(string language, string sentence)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        client.Reads(language);
        var refused = await client.PutAsync($"/sites/{site["id"]}/hours", new { week = new { monday = (object[])[new { from = "09:00", to = "13:00" }, new { from = "12:00", to = "17:00" }] } });
        Assert.Equal([sentence], refused.Expect(HttpStatusCode.BadRequest).Errors("hours"));
    }

    [Fact]
    public async Task A_holiday_closes_and_is_named()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await AlwaysOpenAsync(client, holidays: [.. AroundToday("yyyy-MM-dd").Select(date => new { name = "Feast", date })]);
        Assert.Equal(("false", "Feast"), (site["hoursStatus.open"], site["hoursStatus.reason"]));
    }

    [Fact]
    public async Task A_holiday_of_every_year_closes_this_year()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await AlwaysOpenAsync(client, holidays: [.. AroundToday("MM-dd").Select(date => new { name = "Feast", date })]);
        Assert.Equal(("false", "Feast"), (site["hoursStatus.open"], site["hoursStatus.reason"]));
    }

    [Fact]
    public async Task A_special_day_comes_before_a_holiday()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await AlwaysOpenAsync(client,
            holidays: [.. AroundToday("yyyy-MM-dd").Select(date => new { name = "Feast", date })],
            specialDays: [.. AroundToday("yyyy-MM-dd").Select(date => new { name = "Open all the same", date, intervals = (object[])[new { from = "00:00", to = "24:00" }] })]);
        Assert.Equal(("true", null), (site["hoursStatus.open"], site["hoursStatus.reason"]));
    }

    [Fact]
    public async Task A_night_may_reach_into_the_week_that_follows()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        object[] night = [new { from = "22:00", to = "06:00" }];
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync($"/sites/{site["id"]}/hours", new { timeZone = "Europe/Copenhagen", week = new { sunday = night } })).Status);
        object[] early = [new { from = "05:00", to = "12:00" }];
        var refused = await client.PutAsync($"/sites/{site["id"]}/hours", new { timeZone = "Europe/Copenhagen", week = new { sunday = night, monday = early } });
        Assert.Contains("Sunday 22:00-06:00 overlaps Monday 05:00-12:00", Assert.Single(refused.Errors("hours")));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(-101)]
    public async Task A_feast_is_not_further_from_Easter_than_a_year_allows(int easterOffset)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        object[] holidays = [new { name = "Feast", easterOffset }];
        Assert.Contains("Feast", Assert.Single((await client.PutAsync($"/sites/{site["id"]}/hours", new { timeZone = "Europe/Copenhagen", week = new { }, holidays })).Errors("hours")));
    }

    [Fact]
    public async Task Each_problem_names_its_place_and_nothing_is_changed()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var refused = await client.PutAsync($"/sites/{site["id"]}/hours", new
        {
            timeZone = "Europe/Copenhagen",
            week = new { funday = Array.Empty<object>(), monday = new[] { new { from = "9", to = "25:00" } } },
            holidays = new[] { new { name = "New Year", date = "13-45" } },
            specialDays = new[] { new { name = "Stocktaking", date = "2026-02-30" } },
        });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Collection(refused.Errors("hours"),
            problem => Assert.Contains("funday", problem),
            problem => Assert.Contains("Monday", problem),
            problem => Assert.Contains("Holiday 1 (New Year)", problem),
            problem => Assert.Contains("Special day 1 (Stocktaking)", problem));
        Assert.Equal(site["version"], (await client.GetAsync($"/sites/{site["id"]}"))["version"]);
    }

    [Theory]
    [InlineData("Atlantis/Capital")]
    [InlineData("")]
    public async Task A_time_zone_that_does_not_exist_is_refused(string timeZone)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        Assert.Single((await client.PutAsync($"/sites/{site["id"]}/hours", new { timeZone, week = new { } })).Errors("hours"));
    }

    [Fact]
    public async Task Intervals_that_overlap_are_refused()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var week = new { monday = new[] { new { from = "09:00", to = "17:00" }, new { from = "16:00", to = "18:00" } } };
        Assert.Contains("overlaps", Assert.Single((await client.PutAsync($"/sites/{site["id"]}/hours", new { timeZone = "Europe/Copenhagen", week })).Errors("hours")));
    }

    [Fact]
    public async Task Hours_without_end_are_refused()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var holidays = Enumerable.Range(0, 1_000).Select(day => new { name = "Day", easterOffset = day % 100 }).ToArray();
        Assert.NotEmpty((await client.PutAsync($"/sites/{site["id"]}/hours", new { timeZone = "Europe/Copenhagen", week = new { }, holidays })).Errors("hours"));
    }

    [Fact]
    public async Task Closed_now_closes_at_once_and_tells_why_and_until_when()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await AlwaysOpenAsync(client);
        var until = TimeProvider.System.GetUtcNow().AddDays(2);
        var closed = await client.PutAsync($"/sites/{site["id"]}/closed-now", new { until = until.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), reason = "Fire drill" });
        Assert.Equal(("false", "Fire drill"), (closed["hoursStatus.open"], closed["hoursStatus.reason"]));
        Assert.Equal(until, closed.Body.GetProperty("hoursStatus").GetProperty("opensAt").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Closed_now_that_has_ended_is_shown_no_more()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        var ended = await client.PutAsync($"/sites/{site["id"]}/hours", new
        {
            timeZone = "Europe/Copenhagen",
            week = new { },
            closedNow = new { reason = "Fire drill", from = "2026-01-01T08:00:00Z", until = "2026-01-01T09:00:00.000Z" },
        });
        Assert.Equal((HttpStatusCode.OK, null, null), (ended.Status, ended["hours.closedNow"], ended["hoursStatus.reason"]));
    }

    [Fact]
    public async Task Opened_again_the_calendar_holds()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await AlwaysOpenAsync(client);
        await client.PutAsync($"/sites/{site["id"]}/closed-now", new { reason = "Until somebody comes" });
        Assert.Equal("false", (await client.GetAsync($"/sites/{site["id"]}"))["hoursStatus.open"]);
        var open = await client.DeleteAsync($"/sites/{site["id"]}/closed-now");
        Assert.Equal(("true", null), (open["hoursStatus.open"], open["hours.closedNow"]));
    }

    [Theory]
    [InlineData("2020-01-01T00:00:00Z")]
    [InlineData("2020-01-01T00:00")]
    [InlineData("tomorrow")]
    public async Task Closed_now_ends_at_a_time_to_come(string until)
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await AlwaysOpenAsync(client);
        Assert.Single((await client.PutAsync($"/sites/{site["id"]}/closed-now", new { until })).Errors("until"));
        Assert.Equal("true", (await client.GetAsync($"/sites/{site["id"]}"))["hoursStatus.open"]);
    }

    [Fact]
    public async Task New_hours_leave_closed_now_switched()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await AlwaysOpenAsync(client);
        await client.PutAsync($"/sites/{site["id"]}/closed-now", new { reason = "Fire drill" });
        Assert.Equal("Fire drill", (await AlwaysAsync(client, site))["hoursStatus.reason"]);
    }

    [Fact]
    public async Task A_supervisor_closes_and_an_agent_does_not()
    {
        using var administrator = await ApiClient.AdministratorAsync(kanal);
        using var supervisor = await ApiClient.AgentAsync(kanal, "supervisor");
        using var agent = await ApiClient.AgentAsync(kanal);
        var site = await NewSite.MakeAsync(administrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PutAsync($"/sites/{site["id"]}/closed-now", new { })).Status);
        Assert.Equal(HttpStatusCode.OK, (await supervisor.PutAsync($"/sites/{site["id"]}/closed-now", new { })).Status);
    }

    [Fact]
    public async Task Hours_in_the_sites_own_zone_move_with_it()
    {
        using var client = await ApiClient.AdministratorAsync(kanal);
        var site = await NewSite.MakeAsync(client);
        Assert.Equal("Europe/Bucharest", (await client.PutAsync($"/sites/{site["id"]}", new { timeZone = "Europe/Bucharest" }))["hours.timeZone"]);
    }

    // Three days, so that no test depends on the moment of midnight.
    static IEnumerable<string> AroundToday(string format) =>
        Enumerable.Range(-1, 3).Select(days => TimeProvider.System.GetUtcNow().AddDays(days).ToString(format, CultureInfo.InvariantCulture));

    static async Task<Reply> AlwaysOpenAsync(ApiClient client, object[]? holidays = null, object[]? specialDays = null) =>
        await AlwaysAsync(client, await NewSite.MakeAsync(client), holidays, specialDays);

    static Task<Reply> AlwaysAsync(ApiClient client, Reply site, object[]? holidays = null, object[]? specialDays = null) => client.PutAsync($"/sites/{site["id"]}/hours", new
    {
        timeZone = "Europe/Copenhagen",
        week = Days.ToDictionary(day => day, _ => new[] { new { from = "00:00", to = "24:00" } }),
        holidays = holidays ?? [],
        specialDays = specialDays ?? [],
    });
}
