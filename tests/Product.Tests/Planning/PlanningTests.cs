using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Planning;

public sealed class PlanningTests(Fjordrejser here) : IClassFixture<Fjordrejser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await here.Organisation.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_came_is_counted_by_half_hour_with_how_it_went_and_counting_twice_changes_nothing()
    {
        var planner = await Planner.AtAsync(here.Organisation, always: true);
        var agent = await here.Organisation.NewAvailableAgentAsync();
        var (answered, left) = (new VisitorClient(here.Organisation.Http, planner.Key), new VisitorClient(here.Organisation.Http, planner.Key));
        (await answered.StartAsync("Er der plads?")).Expect(HttpStatusCode.Created);
        (await agent.TakeAsync(answered.Conversation)).Expect(HttpStatusCode.OK);
        (await agent.SayAsync(answered.Conversation, "Ja")).Expect(HttpStatusCode.Created);
        (await agent.WrapUpAsync(answered.Conversation)).Expect(HttpStatusCode.OK);
        await agent.PresenceAsync("offline");
        (await left.StartAsync("Hallo?")).Expect(HttpStatusCode.Created);
        (await left.EndAsync()).Expect(HttpStatusCode.NoContent);

        for (var again = 0; again < 2; again++)
        {
            var slots = await CountedAsync(planner, 2);
            Assert.Equal((2, 1, 1, 1, 1), (Sum(slots, "offered"), Sum(slots, "answered"), Sum(slots, "within"), Sum(slots, "abandoned"), Sum(slots, "handled")));
        }
    }

    [Fact]
    public async Task With_nothing_known_a_plan_says_so_and_holds_no_number_that_is_none()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        var plan = (await planner.PlanAsync(Planner.Today.AddDays(1))).Expect(HttpStatusCode.OK);
        Assert.Equal("false", plan["forecast.ready"]);
        Assert.NotEmpty(plan.Body.GetProperty("forecast").GetProperty("reasons").EnumerateArray());
        Assert.True(plan["totals.serviceLevel"] is null or "null");
        var more = (await planner.WhatIfAsync(Planner.Today.AddDays(1), new { people = 1 })).Expect(HttpStatusCode.OK);
        Assert.Equal(plan.Body.GetProperty("forecast").GetProperty("reasons")[0].GetString(), Assert.Single(more.Body.GetProperty("texts").EnumerateArray()).GetString());
        Assert.DoesNotContain("NaN", plan.Body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", plan.Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_days_of_history_give_a_forecast_and_the_reason_to_doubt_it()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        (await planner.ImportAsync(Planner.Csv(5))).Expect(HttpStatusCode.OK);
        var plan = (await planner.PlanAsync(Planner.Today.AddDays(1))).Expect(HttpStatusCode.OK);
        Assert.Equal("true", plan["forecast.ready"]);
        Assert.NotEmpty(plan.Body.GetProperty("forecast").GetProperty("reasons").EnumerateArray());
    }

    [Fact]
    public async Task A_plan_sets_forecast_beside_actual_and_planned_beside_required()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        (await planner.ImportAsync(Planner.Csv(56))).Expect(HttpStatusCode.OK);
        var day = Planner.Today.AddDays(1);
        (await planner.ShiftAsync(planner.Who.Id, day, new { from = "08:00", to = "16:00", breaks = new object[] { new { from = "12:00", to = "12:30" } } })).Expect(HttpStatusCode.OK);

        var plan = (await planner.PlanAsync(day)).Expect(HttpStatusCode.OK);
        var slots = Slots(plan);
        Assert.Equal((At(day.AddDays(1), 0) - At(day, 0)).TotalMinutes / 30, slots.Length);
        var noon = slots.First(slot => slot["start"]!.Contains(Utc(day, 12), StringComparison.Ordinal));
        var ten = slots.First(slot => slot["start"]!.Contains(Utc(day, 10), StringComparison.Ordinal));
        Assert.Equal(("0", "1"), (noon["planned"], ten["planned"]));
        Assert.InRange(Number(ten, "forecast.mean"), 1, 8);
        Assert.True(Number(ten, "forecast.low") <= Number(ten, "forecast.mean") && Number(ten, "forecast.mean") <= Number(ten, "forecast.high"));
        Assert.True(Number(ten, "scheduled") >= Number(ten, "required") && Number(ten, "required") >= 1);
        Assert.Equal(Number(ten, "planned") - Number(ten, "scheduled"), Number(ten, "gap"), 2);
        Assert.InRange(Number(ten, "expected.serviceLevel"), 0.01, 1);
        Assert.True(Number(noon, "expected.serviceLevel") < 0.01);
        Assert.True(slots[4]["required"] is null or "null");

        var past = (await planner.PlanAsync(Planner.Today.AddDays(-7))).Expect(HttpStatusCode.OK);
        Assert.All(Slots(past), slot => Assert.NotEqual("null", slot["actual"] ?? "null"));
        Assert.True(Number(past, "totals.forecast") > 0);
    }

    [Fact]
    public async Task One_person_more_serves_more_and_fewer_contacts_take_fewer_people()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        // So many that one person is not enough on weekends either.
        (await planner.ImportAsync(Planner.Csv(35, each: 12))).Expect(HttpStatusCode.OK);
        var day = Planner.Today.AddDays(1);
        (await planner.ShiftAsync(planner.Who.Id, day, new { from = "08:00", to = "20:00" })).Expect(HttpStatusCode.OK);
        var more = (await planner.WhatIfAsync(day, new { people = 1 })).Expect(HttpStatusCode.OK);
        Assert.True(Number(more, "then.totals.serviceLevel") > Number(more, "now.serviceLevel"));
        Assert.NotEmpty(more.Body.GetProperty("texts").EnumerateArray());
        var fewer = (await planner.WhatIfAsync(day, new { contacts = 0.2, targetSeconds = 300 })).Expect(HttpStatusCode.OK);
        Assert.True(Number(fewer, "then.totals.requiredHours") < Number(fewer, "now.requiredHours"));
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.WhatIfAsync(day, new { shrinkage = 1.5 })).Status);
    }

    [Fact]
    public async Task The_teams_factor_is_fitted_from_four_weeks_or_says_why_not()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        (await planner.ImportAsync(Planner.Csv(35))).Expect(HttpStatusCode.OK);
        string Path() => $"/planning/factor?site={planner.Site}&queue={planner.Queue}&channel=chat";
        var none = (await planner.Who.GetAsync(Path())).Expect(HttpStatusCode.OK);
        Assert.Equal("false", none["ready"]);
        Assert.NotNull(none["reason"]);
        for (var back = 1; back <= 28; back++)
        {
            (await planner.ShiftAsync(planner.Who.Id, Planner.Today.AddDays(-back), new { from = "08:00", to = "20:00" })).Expect(HttpStatusCode.OK);
        }

        var fitted = (await planner.Who.GetAsync(Path())).Expect(HttpStatusCode.OK);
        Assert.Equal(28, fitted.Body.GetProperty("days").GetArrayLength());
        Assert.All(fitted.Body.GetProperty("days").EnumerateArray().Select(day => new Reply(default, day)), day => Assert.InRange(Number(day, "actualAbandonment"), 0, 1));
    }

    [Fact]
    public async Task Advice_is_said_in_sentences_in_the_readers_language()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        (await planner.ImportAsync(Planner.Csv(35))).Expect(HttpStatusCode.OK);
        var advice = (await planner.Who.GetAsync($"/planning/advice?site={planner.Site}")).Expect(HttpStatusCode.OK);
        Assert.Equal("true", advice["ready"]);
        var chat = advice.Body.GetProperty("channels").EnumerateArray().Select(channel => new Reply(default, channel)).First(channel => channel["channel"] == "chat");
        Assert.NotEmpty(chat.Body.GetProperty("texts").EnumerateArray());
        Assert.NotEmpty(advice.Body.GetProperty("notes").EnumerateArray());
    }

    [Fact]
    public async Task On_a_holiday_nobody_is_expected_over_what_is_closed()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        (await planner.ImportAsync(Planner.Csv(35))).Expect(HttpStatusCode.OK);
        var feast = Planner.Today.AddDays(9);
        var before = (await planner.PlanAsync(feast)).Expect(HttpStatusCode.OK);
        Assert.True(Number(before, "totals.forecast") > 0);

        object[] day = [new { from = "08:00", to = "20:00" }];
        var week = new { monday = day, tuesday = day, wednesday = day, thursday = day, friday = day, saturday = day, sunday = day };
        (await here.Organisation.Administrator.PutAsync($"/sites/{planner.Site}/hours", new { timeZone = "Europe/Copenhagen", week, holidays = (object[])[new { name = "Feast", date = Planner.Text(feast) }] })).Expect(HttpStatusCode.OK);
        var closed = (await planner.PlanAsync(feast)).Expect(HttpStatusCode.OK);
        Assert.Equal(0, Number(closed, "totals.forecast"));
        Assert.Equal(before.Body.GetProperty("forecast").GetProperty("reasons").GetArrayLength(), closed.Body.GetProperty("forecast").GetProperty("reasons").GetArrayLength());
    }

    [Fact]
    public async Task Of_channels_that_nobody_has_come_over_advice_says_how_much_there_is_room_for()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        (await planner.ShiftAsync(planner.Who.Id, Planner.Today.AddDays(2), new { from = "09:00", to = "17:00" })).Expect(HttpStatusCode.OK);
        var advice = (await planner.Who.GetAsync($"/planning/advice?site={planner.Site}")).Expect(HttpStatusCode.OK);
        var chat = advice.Body.GetProperty("channels").EnumerateArray().Select(channel => new Reply(default, channel)).First(channel => channel["channel"] == "chat");
        var window = Assert.Single(chat.Body.GetProperty("windows").EnumerateArray());
        Assert.Equal(("09:00", "17:00"), (window.GetProperty("from").GetString(), window.GetProperty("to").GetString()));
        Assert.Matches("^Room for up to [1-9][0-9]* an hour [MTWFS][a-z]+ 09:00 to 17:00, 80% of them answered within 20 s[.]$", chat.Body.GetProperty("texts")[0].GetString());
        Assert.Equal(("false", "null", "chat"), (chat["open"], chat["serviceLevel"] ?? "null", advice["next"]));
    }

    [Fact]
    public async Task An_agent_does_not_plan_and_another_site_is_not_there()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        var agent = await here.Organisation.NewAgentAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync($"/planning/lines?site={planner.Site}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await planner.Who.GetAsync("/planning/lines?site=1234567")).Status);
        var lines = (await planner.Who.GetAsync($"/planning/lines?site={planner.Site}")).Expect(HttpStatusCode.OK);
        Assert.Contains("chat", lines.Each("channel"));
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.PlanAsync(Planner.Today, 40)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.PlanAsync(Planner.Today, 1, "pigeon")).Status);
    }

    [Theory]
    [InlineData("dd-MM-yyyy HH:mm")]
    [InlineData("d.M.yyyy H:mm")]
    [InlineData("yyyy-MM-dd H:mm")]
    public async Task A_table_is_read_as_spreadsheets_save_it(string format)
    {
        var planner = await Planner.AtAsync(here.Organisation);
        var (invariant, day) = (System.Globalization.CultureInfo.InvariantCulture, Planner.Today.AddDays(-3));
        var at = day.ToDateTime(new TimeOnly(8, 30)).ToString(format, invariant);
        (await planner.ImportAsync($"\uFEFFTime;Offered;Answered;Wait_seconds\r\n{at};3;2;40,5\r\n")).Expect(HttpStatusCode.OK);
        var slot = Assert.Single((await planner.HistoryAsync(day, day)).Expect(HttpStatusCode.OK).Rows);
        Assert.Equal(("3", "2"), (slot["offered"], slot["answered"]));
        Assert.Contains(Utc(day, 8)[..13], slot["start"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.ImportAsync($"time;offered;wait_seconds\n{at};3;1,234")).Status);
    }

    [Theory]
    [InlineData("hello", "csv")]
    [InlineData("time,offered\n2026-01-01T08:30,many", "csv")]
    [InlineData("time,offered\nyesterday,3", "csv")]
    [InlineData("time,offered\n2026-01-01T08:30,-3", "csv")]
    [InlineData("time,offered\n2026-01-01T08:30", "csv")]
    [InlineData("time,offered\n", "csv")]
    [InlineData("time,offered\n0001-01-01T08:30,3", "csv")]
    [InlineData("time,offered\n0001-01-01T00:30+18:00,3", "csv")]
    [InlineData("time,offered\n9999-12-31T23:30,3", "csv")]
    [InlineData("time,offered,answered,abandoned\n2026-01-01T08:30,3,2,2", "csv")]
    [InlineData("time,offered,answered,within\n2026-01-01T08:30,3,2,3", "csv")]
    [InlineData("time,offered\n2026-01-01T08:30,\"3", "csv")]
    public async Task A_table_that_is_none_is_refused_with_its_line(string csv, string field)
    {
        var planner = await Planner.AtAsync(here.Organisation);
        var refused = await planner.ImportAsync(csv);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.True(refused.Body.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData("/planning/history?site={0}&queue={1}&channel=chat&from=9999-12-01&to=9999-12-31")]
    [InlineData("/planning/history?site={0}&queue={1}&channel=chat&from=0001-01-01&to=0001-01-31")]
    [InlineData("/planning/plan?site={0}&queue={1}&channel=chat&from=9999-12-31&days=31")]
    [InlineData("/planning/plan?site={0}&queue={1}&channel=chat&from=0001-01-01&days=2147483647")]
    [InlineData("/planning/shifts?site={0}&from=9999-12-31&days=35")]
    [InlineData("/planning/shifts?site={0}&from=0001-01-01&days=1")]
    [InlineData("/sites/{0}/simulations/recorded?from=9999-12-31&days=9999999")]
    [InlineData("/sites/{0}/simulations/recorded?from=0001-01-01")]
    public async Task Days_at_the_ends_of_the_calendar_are_refused_and_nothing_breaks(string path)
    {
        var planner = await Planner.AtAsync(here.Organisation);
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.Who.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, planner.Site, planner.Queue))).Status);
    }

    [Fact]
    public async Task Who_has_left_was_there_on_the_days_that_are_over_and_is_not_on_those_to_come()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        (await planner.ImportAsync(Planner.Csv(35))).Expect(HttpStatusCode.OK);
        var (worker, weekAgo, tomorrow) = (await here.Organisation.NewAgentAsync(), Planner.Today.AddDays(-7), Planner.Today.AddDays(1));
        foreach (var day in new[] { weekAgo, tomorrow })
        {
            (await planner.ShiftAsync(worker.Id, day, new { from = "08:00", to = "20:00" })).Expect(HttpStatusCode.OK);
        }

        var before = (Past: await HoursAsync(weekAgo), Coming: await HoursAsync(tomorrow));
        (await here.Organisation.Administrator.DeleteAsync($"/agents/{worker.Id}")).Expect(HttpStatusCode.NoContent);
        Assert.Equal((before.Past, 0), (await HoursAsync(weekAgo), await HoursAsync(tomorrow)));
        Assert.True(before is { Past: > 0, Coming: > 0 });

        async Task<double> HoursAsync(DateOnly day) => Number((await planner.PlanAsync(day)).Expect(HttpStatusCode.OK), "totals.plannedHours");
    }

    // Demands are written a moment after the fact, and what was just counted is believed for a moment: until it is so.
    static async Task<Reply[]> CountedAsync(Planner planner, int offered) =>
        (await Asking.UntilAsync(async () => (await planner.HistoryAsync(Planner.Today.AddDays(-1), Planner.Today)).Expect(HttpStatusCode.OK), history => Sum(history.Rows, "offered") == offered && Sum(history.Rows, "handled") > 0)).Rows;

    static string Utc(DateOnly day, int hour) => At(day, hour).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    static DateTime At(DateOnly day, int hour) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, 0)), TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"));

    static Reply[] Slots(Reply plan) => [.. plan.Body.GetProperty("slots").EnumerateArray().Select(slot => new Reply(default, slot))];

    static int Sum(Reply[] rows, string member) => rows.Sum(row => int.Parse(row[member]!, System.Globalization.CultureInfo.InvariantCulture));

    static double Number(Reply reply, string path) => double.Parse(reply[path]!, System.Globalization.CultureInfo.InvariantCulture);
}
