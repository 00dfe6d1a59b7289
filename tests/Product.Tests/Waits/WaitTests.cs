using System.Globalization;
using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Waits;

/// <summary>What people who wait are told.</summary>
public sealed class WaitTests : IAsyncLifetime
{
    // Each to itself: what one test leaves would be measured in the next.
    readonly Fjordrejser _here = new();

    public ValueTask InitializeAsync() => _here.InitializeAsync();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    public async Task A_visitor_behind_three_others_is_told_the_place_and_an_honest_range()
    {
        await BusyAgentAsync();
        for (var i = 0; i < 3; i++)
        {
            await _here.Organisation.NewConversationAsync();
        }

        var fourth = await _here.Organisation.NewConversationAsync();
        await using var stream = await fourth.ListenAsync();
        var told = await stream.NextAsync("queue", it => it.Number("position") == 4);
        // 480 s a conversation, and one of 300 gives up in a second: 861 s, four of five within twenty minutes.
        Assert.Equal(("1800", "300", "5–30 min."), (told["waitSeconds"], told["waitLowSeconds"], told["waitText"]));
        Assert.Equal(("false", "false"), (told["closedForToday"], told["late"]));
    }

    [Fact]
    public async Task Whoever_moves_up_is_told_a_shorter_wait_and_nobody_is_told_the_same_twice()
    {
        var (agent, held) = await BusyAgentAsync();
        await _here.Organisation.NewConversationAsync();
        var visitor = await _here.Organisation.NewConversationAsync();
        await using var desk = await agent.ListenAsync();
        await using var stream = await visitor.ListenAsync();
        var before = await stream.NextAsync("queue", it => it.Number("position") == 2);
        (await agent.WrapUpAsync(held)).Expect(HttpStatusCode.OK);
        await agent.AcceptAsync((await desk.NextAsync("offer"))["id"]!);
        var after = await stream.NextAsync("queue", it => it.Number("position") == 1 && it["waitSeconds"] is not null);
        Assert.True(after.Number("waitSeconds") < before.Number("waitSeconds"));
        await visitor.SayAsync("Er der nogen?");
        await stream.NextAsync("message", it => it["text"] == "Er der nogen?");
        var rest = stream.Rest().Where(it => it.Name == "queue").Select(it => it.Data.ToString()).ToList();
        Assert.Equal(rest.Distinct(), rest);
    }

    [Fact]
    public async Task What_a_stream_begins_with_is_not_told_again()
    {
        await BusyAgentAsync();
        var visitor = await _here.Organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync();
        var place = (await stream.NextAsync("queue")).Data.ToString();
        // Whoever comes has the waits worked out anew, and is told of the third place once those before have been told of theirs.
        foreach (var expected in new[] { 2, 3 })
        {
            await using var next = await (await _here.Organisation.NewConversationAsync()).ListenAsync();
            await next.NextAsync("queue", it => it.Number("position") == expected);
        }

        await visitor.SayAsync("Er der nogen?");
        List<StreamEvent> heard = [];
        do
        {
            heard.Add(await stream.NextAsync());
        }
        while (heard[^1]["text"] != "Er der nogen?");
        Assert.DoesNotContain(heard, it => it.Name == "queue" && it.Data.ToString() == place);
    }

    [Fact]
    public async Task Twice_the_agents_halve_what_is_expected()
    {
        await BusyAgentAsync();
        var one = await MeanAsync(_here, await _here.Organisation.NewConversationAsync());
        await using var larger = await Fjordrejser.FoundAsync();
        await BusyAgentAsync(larger.Organisation);
        await BusyAgentAsync(larger.Organisation);
        var two = await MeanAsync(larger, await larger.Organisation.NewConversationAsync());
        Assert.InRange(two / one, 0.45, 0.55);
    }

    [Fact]
    public async Task A_visitor_who_came_while_the_database_was_in_trouble_is_told_the_place_when_it_is_well_again()
    {
        await BusyAgentAsync();
        await _here.Kanal.Storage.SqlAsync("alter table promises rename to mislaid");
        var visitor = await _here.Organisation.NewConversationAsync();
        // It begins when the place is known, or can't be known.
        await using var stream = await visitor.ListenAsync();
        await _here.Kanal.Storage.SqlAsync("alter table mislaid rename to promises");
        await stream.NextAsync("queue", it => it.Number("position") == 1);
    }

    [Fact]
    public async Task The_menu_says_what_a_newcomer_can_expect()
    {
        var (agent, held) = await BusyAgentAsync();
        var chat = await ChatAsync(entry => entry["waitSeconds"] is not null and not "0");
        Assert.Equal("1–20 min", chat["waitText"]);
        (await agent.WrapUpAsync(held)).Expect(HttpStatusCode.OK);
        Assert.Equal("Now", (await ChatAsync(entry => entry["waitSeconds"] == "0"))["waitText"]);
        await agent.PresenceAsync("offline");
        Assert.Equal("As soon as someone is free", (await ChatAsync(entry => entry["waitSeconds"] is null))["waitText"]);
    }

    [Fact]
    public async Task A_line_that_will_not_empty_before_closing_is_closed_for_today_and_a_letter_comes_first()
    {
        var clock = new TestClock();
        var copenhagen = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");
        var noon = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), copenhagen).Date.AddDays(1).AddHours(12);
        clock.Advance(new DateTimeOffset(noon, copenhagen.GetUtcOffset(noon)) - clock.GetUtcNow());
        await using var alone = await Fjordrejser.FoundAsync(clock);
        object[] untilFivePast = [new { from = "00:00", to = "12:05" }];
        (await alone.Organisation.Administrator.PostAsync("/sites", new
        {
            key = "noon",
            name = "Noon",
            timeZone = "Europe/Copenhagen",
            hours = new { timeZone = "Europe/Copenhagen", week = new { monday = untilFivePast, tuesday = untilFivePast, wednesday = untilFivePast, thursday = untilFivePast, friday = untilFivePast, saturday = untilFivePast, sunday = untilFivePast } },
        })).Expect(HttpStatusCode.Created);
        await BusyAgentAsync(alone.Organisation);
        var visitor = new VisitorClient(alone.Organisation.Http, "noon");
        var letter = await Asking.UntilAsync(async () => Entries(await visitor.MenuAsync())[0], entry => entry["channel"] == "email");
        Assert.Equal("true", letter["recommended"]);
        (await visitor.StartAsync()).Expect(HttpStatusCode.Created);
        await using var stream = await visitor.ListenAsync();
        var told = await stream.NextAsync("queue", it => it["closedForToday"] == "true");
        Assert.Null(told["waitSeconds"]);
    }

    [Fact]
    public async Task Whoever_will_not_be_served_before_closing_is_told_so_though_nothing_else_happens()
    {
        var clock = new TestClock();
        await using var alone = await Fjordrejser.FoundAsync(clock);
        object[] hours = [new { from = "00:00", to = "24:00" }];
        object[] today = [new { from = "00:00", to = $"{clock.GetUtcNow():HH}:59" }];
        var names = new[] { "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday" };
        var week = names.ToDictionary(day => day, day => day == names[(int)clock.GetUtcNow().DayOfWeek] ? today : hours);
        (await alone.Organisation.Administrator.PostAsync("/sites", new { key = "evening", name = "Evening", timeZone = "Etc/UTC", hours = new { timeZone = "Etc/UTC", week } })).Expect(HttpStatusCode.Created);
        await BusyAgentAsync(alone.Organisation);
        var visitor = new VisitorClient(alone.Organisation.Http, "evening");
        (await visitor.StartAsync()).Expect(HttpStatusCode.Created);
        await using var stream = await visitor.ListenAsync();
        await stream.NextAsync("queue", it => it["waitSeconds"] is not null);
        clock.Advance(TimeSpan.FromMinutes(25));
        await stream.NextAsync("queue", it => it["late"] == "true" && it["closedForToday"] == "false");
        clock.Advance(TimeSpan.FromMinutes(30));
        await stream.NextAsync("queue", it => it["closedForToday"] == "true");
    }

    internal static Reply[] Entries(Reply menu) => [.. menu.Body.GetProperty("menu").GetProperty("entries").EnumerateArray().Select(entry => new Reply(menu.Status, entry))];

    async Task<Reply> ChatAsync(Func<Reply, bool> holds)
    {
        var visitor = _here.Organisation.NewVisitor();
        return await Asking.UntilAsync(async () => Entries(await visitor.MenuAsync(new { language = "en" })).Single(entry => entry["channel"] == "chat"), holds);
    }

    static async Task<double> MeanAsync(Fjordrejser at, VisitorClient visitor)
    {
        var promise = await Asking.UntilAsync(async () => (await at.Organisation.Administrator.GetAsync("/reports/promises")).Rows.FirstOrDefault(row => row["conversation"] == visitor.Conversation), row => row is not null);
        return double.Parse(promise!["meanSeconds"]!, CultureInfo.InvariantCulture);
    }

    Task<(AgentClient Agent, string Held)> BusyAgentAsync() => BusyAgentAsync(_here.Organisation);

    internal static async Task<(AgentClient Agent, string Held)> BusyAgentAsync(Organisation organisation)
    {
        var agent = await organisation.NewAvailableAgentAsync(maxChats: 1);
        var held = await organisation.NewConversationAsync();
        (await agent.TakeAsync(held.Conversation)).Expect(HttpStatusCode.OK);
        return (agent, held.Conversation);
    }
}
