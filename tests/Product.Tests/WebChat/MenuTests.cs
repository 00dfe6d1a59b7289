using System.Globalization;
using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.WebChat;

public sealed class MenuTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    static readonly object[] _allDay = [new { from = "00:00", to = "24:00" }];
    readonly Organisation _organisation = here.Organisation;

    [Fact]
    public async Task While_the_site_is_open_chat_is_recommended_and_a_letter_is_possible()
    {
        var menu = (await _organisation.NewVisitor().MenuAsync()).Expect(HttpStatusCode.OK);
        Assert.Equal(["chat", "email"], Entries(menu).Select(entry => entry["channel"]));
        Assert.Equal(["true", "false"], Entries(menu).Select(entry => entry["recommended"]));
        Assert.Null(menu["menu.opensAt"]);
    }

    [Fact]
    public async Task While_it_is_closed_a_letter_is_recommended_and_the_next_opening_is_said()
    {
        var opens = await ClosedUntilAsync("closed-today");
        var visitor = new VisitorClient(_organisation.Http, "closed-today");
        var menu = (await visitor.MenuAsync()).Expect(HttpStatusCode.OK);
        var letter = Assert.Single(Entries(menu));
        Assert.Equal(("email", "true"), (letter["channel"], letter["recommended"]));
        Assert.Equal(opens, DateTimeOffset.Parse(menu["menu.opensAt"]!, CultureInfo.InvariantCulture));
        Assert.Equal("false", (await visitor.StartAsync()).Expect(HttpStatusCode.Created)["menuKept"]);
    }

    [Theory]
    [InlineData("en", "your time")]
    [InlineData("da", "din tid")]
    [InlineData("pl", "czasu lokalnego")]
    [InlineData("ro", "ora dvs.")]
    public async Task Times_in_a_menu_are_the_readers_own_and_say_so_where_their_clock_shows_another(string language, string theirs)
    {
        var opens = await ClosedUntilAsync($"clocks-{language}");
        var visitor = new VisitorClient(_organisation.Http, $"clocks-{language}");
        var here = await SaidAsync("Europe/Copenhagen");
        Assert.EndsWith(In("Europe/Copenhagen"), here, StringComparison.Ordinal);
        Assert.EndsWith($"{In("America/New_York")} ({theirs})", await SaidAsync("America/New_York"), StringComparison.Ordinal);
        Assert.Equal(here, await SaidAsync("Europe/Paris"));
        Assert.Equal(here, await SaidAsync("Nowhere/At_all"));
        Assert.Equal(here, await SaidAsync(null));

        async Task<string> SaidAsync(string? timeZone) => Assert.Single(Entries(await visitor.MenuAsync(new { language, timeZone })))["waitText"]!;
        string In(string zone) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(opens, zone).ToString(language == "da" ? "HH.mm" : "HH:mm", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_switch_closes_and_opens_at_once()
    {
        var site = (await _organisation.Administrator.PostAsync("/sites", new { key = "switched", name = "Switched", timeZone = "Europe/Copenhagen", hours = Week() })).Expect(HttpStatusCode.Created);
        var visitor = new VisitorClient(_organisation.Http, "switched");
        (await _organisation.Administrator.PutAsync($"/sites/{site.Id}/closed-now", new { reason = "Fire drill" })).Expect(HttpStatusCode.OK);
        Assert.Equal("email", Assert.Single(Entries(await visitor.MenuAsync()))["channel"]);
        (await _organisation.Administrator.SendAsync(HttpMethod.Delete, $"/sites/{site.Id}/closed-now")).Expect(HttpStatusCode.OK);
        Assert.Equal(2, Entries(await visitor.MenuAsync()).Length);
    }

    [Fact]
    public async Task A_site_has_all_its_ways_in_its_menu_from_its_first_moment_on()
    {
        // Whatever was read of ways in a moment before, for the sites before it, must not be mixed with what is read now.
        foreach (var key in Enumerable.Range(0, 12).Select(i => $"new-{i}"))
        {
            var made = _organisation.Administrator.PostAsync("/sites", new { key, name = key, timeZone = "Europe/Copenhagen", hours = Week(), callback = new { offer = "always" } });
            for (var (asked, after) = (new VisitorClient(_organisation.Http, key), 0); after < 20; after += made.IsCompleted ? 1 : 0)
            {
                if ((await asked.MenuAsync()) is { Status: HttpStatusCode.OK } menu)
                {
                    Assert.Equal(["callback", "chat", "email"], Entries(menu).Select(entry => entry["channel"]).Order(StringComparer.Ordinal));
                }
            }

            (await made).Expect(HttpStatusCode.Created);
        }
    }

    [Fact]
    public async Task A_menu_gives_a_token_once_and_keeps_nothing()
    {
        var before = await here.RowsAsync();
        var visitor = _organisation.NewVisitor();
        await visitor.MenuAsync(new { page = "https://fjordrejser.example/", title = "Ture", signals = new[] { "hesitation" }, basket = new { value = 1200, currency = "DKK", items = 2 } });
        var token = visitor.Visitor;
        Assert.NotNull(token);
        Assert.Equal(token, (await visitor.MenuAsync())["visitor"]);
        Assert.Empty((await here.RowsAsync()).Except(before));
    }

    [Fact]
    public async Task A_token_of_somebody_elses_making_is_refused()
    {
        var visitor = _organisation.NewVisitor();
        visitor.Visitor = new string('A', 43);
        Assert.NotEmpty((await visitor.MenuAsync()).Expect(HttpStatusCode.BadRequest).Errors("visitor"));
    }

    [Fact]
    public async Task Somebody_free_now_means_no_wait()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        await alone.Organisation.NewAvailableAgentAsync();
        var visitor = alone.Organisation.NewVisitor();
        await Asking.UntilAsync(() => visitor.MenuAsync(), menu => Entries(menu)[0]["waitSeconds"] == "0");
    }

    static Reply[] Entries(Reply menu) => [.. menu.Body.GetProperty("menu").GetProperty("entries").EnumerateArray().Select(entry => new Reply(menu.Status, entry))];

    async Task<DateTimeOffset> ClosedUntilAsync(string key)
    {
        // Two days, so that a midnight between this line and the next changes nothing.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen")).DateTime);
        var closed = new[] { today, today.AddDays(1) }.Select(date => new { date = date.ToString("O", CultureInfo.InvariantCulture), name = "Inventory", intervals = Array.Empty<object>() });
        (await _organisation.Administrator.PostAsync("/sites", new { key, name = "Closed", timeZone = "Europe/Copenhagen", languages = new[] { "en", "da", "pl", "ro" }, hours = Week(closed) })).Expect(HttpStatusCode.Created);
        var opens = today.AddDays(2).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(opens, TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen").GetUtcOffset(opens));
    }

    static object Week(IEnumerable<object>? specialDays = null) => new
    {
        timeZone = "Europe/Copenhagen",
        week = new { monday = _allDay, tuesday = _allDay, wednesday = _allDay, thursday = _allDay, friday = _allDay, saturday = _allDay, sunday = _allDay },
        specialDays = specialDays ?? [],
    };
}
