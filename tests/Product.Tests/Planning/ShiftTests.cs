using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Planning;

public sealed class ShiftTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static readonly DateOnly _monday = Monday(Planner.Today.AddDays(7));

    [Fact]
    public async Task A_day_is_changed_whole_and_whoever_was_slower_learns_of_it()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        var set = (await planner.ShiftAsync(planner.Who.Id, _monday, new { from = "22:00", to = "06:00", breaks = new object[] { new { from = "01:00", to = "01:30" } } })).Expect(HttpStatusCode.OK);
        Assert.Equal("1", set["version"]);
        var week = (await planner.Who.GetAsync($"/planning/shifts?site={planner.Site}&from={Planner.Text(_monday)}")).Expect(HttpStatusCode.OK);
        var own = week.Body.GetProperty("agents").EnumerateArray().First(agent => agent.GetProperty("agent").GetString() == planner.Who.Id);
        Assert.Equal(7.5, own.GetProperty("hours").GetDouble());
        Assert.Equal("22:00", own.GetProperty("days")[0].GetProperty("shifts")[0].GetProperty("from").GetString());
        var late = await planner.Who.PutAsync("/planning/shifts", new { site = planner.Site, agent = planner.Who.Id, date = Planner.Text(_monday), version = 0, shifts = Array.Empty<object>() });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        (await planner.ShiftAsync(planner.Who.Id, _monday)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("8", "16:00", "12:00", "12:30", "shifts[0].from")]
    [InlineData("08:00", "25:00", "12:00", "12:30", "shifts[0].to")]
    [InlineData("08:00", "16:00", "17:00", "17:30", "shifts[0].breaks[0]")]
    [InlineData("08:00", "09:00", "08:00", "09:00", "shifts[0].breaks")]
    public async Task A_shift_that_cannot_be_is_refused_at_its_place(string from, string to, string pause, string until, string place)
    {
        var planner = await Planner.AtAsync(here.Organisation);
        var refused = await planner.ShiftAsync(planner.Who.Id, _monday, new { from, to, breaks = new object[] { new { from = pause, to = until } } });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.True(refused.Body.GetProperty("errors").TryGetProperty(place, out _), refused.Body.GetRawText());
    }

    [Fact]
    public async Task Nobody_is_at_two_places_at_once()
    {
        var (planner, other) = (await Planner.AtAsync(here.Organisation), await Planner.AtAsync(here.Organisation));
        var worker = await here.Organisation.NewAgentAsync();
        (await planner.ShiftAsync(worker.Id, _monday, new { from = "20:00", to = "04:00" })).Expect(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.ShiftAsync(worker.Id, _monday.AddDays(1), new { from = "03:00", to = "08:00" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.ShiftAsync(worker.Id, _monday, new { from = "19:00", to = "21:00" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.ShiftAsync(worker.Id, _monday, new { from = "08:00", to = "12:00" }, new { from = "11:00", to = "15:00" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.ShiftAsync("1234567", _monday, new { from = "08:00", to = "12:00" })).Status);
        (await other.ShiftAsync(worker.Id, _monday, new { from = "08:00", to = "20:00" })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_week_is_copied_without_touching_days_that_are_set()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        var worker = await here.Organisation.NewAgentAsync();
        for (var day = 0; day < 5; day++)
        {
            (await planner.ShiftAsync(worker.Id, _monday.AddDays(day), new { from = "08:00", to = "16:00" })).Expect(HttpStatusCode.OK);
        }

        (await planner.ShiftAsync(worker.Id, _monday.AddDays(8), new { from = "12:00", to = "20:00" })).Expect(HttpStatusCode.OK);
        var copied = (await planner.Who.PostAsync("/planning/shifts/copy", new { site = planner.Site, from = Planner.Text(_monday), to = Planner.Text(_monday.AddDays(7)), weeks = 2 })).Expect(HttpStatusCode.OK);
        Assert.Equal(("9", "1"), (copied["copied"], copied["skipped"]));
        var onto = await planner.Who.PostAsync("/planning/shifts/copy", new { site = planner.Site, from = Planner.Text(_monday), to = Planner.Text(_monday.AddDays(3)) });
        Assert.Equal(HttpStatusCode.BadRequest, onto.Status);
    }

    [Fact]
    public async Task A_week_that_replaces_another_is_not_in_its_own_way()
    {
        var planner = await Planner.AtAsync(here.Organisation);
        var worker = await here.Organisation.NewAgentAsync();
        // Nights in the week that is copied; in the one that it replaces a morning that the night before would run into.
        (await planner.ShiftAsync(worker.Id, _monday, new { from = "22:00", to = "06:00" })).Expect(HttpStatusCode.OK);
        (await planner.ShiftAsync(worker.Id, _monday.AddDays(1), new { from = "22:00", to = "06:00" })).Expect(HttpStatusCode.OK);
        (await planner.ShiftAsync(worker.Id, _monday.AddDays(8), new { from = "04:00", to = "12:00" })).Expect(HttpStatusCode.OK);
        var copy = new { site = planner.Site, from = Planner.Text(_monday), to = Planner.Text(_monday.AddDays(7)), agents = (string[])[worker.Id], replace = true };
        var copied = (await planner.Who.PostAsync("/planning/shifts/copy", copy)).Expect(HttpStatusCode.OK);
        Assert.Equal(("2", "0"), (copied["copied"], copied["skipped"]));

        // What another site has at that time stays in the way.
        var other = await Planner.AtAsync(here.Organisation);
        (await other.ShiftAsync(worker.Id, _monday.AddDays(14), new { from = "23:00", to = "23:30" })).Expect(HttpStatusCode.OK);
        var blocked = (await planner.Who.PostAsync("/planning/shifts/copy", copy with { to = Planner.Text(_monday.AddDays(14)) })).Expect(HttpStatusCode.OK);
        Assert.Equal(("1", "1"), (blocked["copied"], blocked["skipped"]));
    }

    [Theory]
    [InlineData("2020-01-06", "2020-01-13", 1)]
    [InlineData("9999-12-20", "9999-12-27", 26)]
    [InlineData("0001-01-01", "0001-01-08", 1)]
    [InlineData(null, null, 2_000_000_000)]
    [InlineData(null, null, -2_000_000_000)]
    public async Task A_copy_beyond_the_years_that_are_planned_is_refused(string? from, string? to, int weeks)
    {
        var planner = await Planner.AtAsync(here.Organisation);
        var refused = await planner.Who.PostAsync("/planning/shifts/copy", new { site = planner.Site, from = from ?? Planner.Text(_monday), to = to ?? Planner.Text(_monday.AddDays(7)), weeks });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
