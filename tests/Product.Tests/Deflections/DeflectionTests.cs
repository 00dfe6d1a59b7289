using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Deflections;

public sealed class DeflectionTests
{
    static readonly TimeSpan _day = TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Who_reads_and_does_not_write_within_a_day_is_a_deflection()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var editor = await Editor.OfAsync(here);
        var bags = (await editor.PublishedAsync("How much luggage"))["id"]!;
        var seats = (await editor.PublishedAsync("Which seats"))["id"]!;
        var reader = await Reader.NewAsync(here);
        await reader.IsShownAsync(bags, seats);
        await reader.ReadsAsync(bags);
        clock.Advance(TimeSpan.FromMinutes(10));
        await reader.ReadsAsync(seats, helped: true);
        Assert.Equal((0, 1), await OutcomesAsync(here, "deflected", "open"));

        clock.Advance(_day);
        var report = await UntilAsync(here, "deflected", 1);
        var rows = report.Body.GetProperty("articles").EnumerateArray().Select(row => new Reply(HttpStatusCode.OK, row)).ToDictionary(row => row["article"]!);
        Assert.Equal(("1", "1", "0", "1"), (rows[bags]["shown"], rows[bags]["read"], rows[bags]["yes"], rows[bags]["matters.deflected"]));
        Assert.Equal(("1", "1", "1", "1", "Which seats"), (rows[seats]["shown"], rows[seats]["read"], rows[seats]["yes"], rows[seats]["matters.deflected"], rows[seats]["title"]));
    }

    [Fact]
    public async Task Who_writes_all_the_same_is_not_and_is_known_at_once()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var article = (await (await Editor.OfAsync(here)).PublishedAsync("How much luggage"))["id"]!;
        var reader = await Reader.NewAsync(here);
        await reader.ReadsAsync(article, helped: true);
        (await reader.Visitor.StartAsync("Om noget andet")).Expect(HttpStatusCode.Created);
        await UntilAsync(here, "contacted", 1);

        // Reading on while in contact counts for nothing.
        await reader.ReadsAsync(article);
        Assert.Equal((0, 0), await OutcomesAsync(here, "open", "deflected"));
    }

    [Fact]
    public async Task A_conversation_that_is_taken_up_again_is_a_contact_too()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var article = (await (await Editor.OfAsync(here)).PublishedAsync("How much luggage"))["id"]!;
        var reader = await Reader.NewAsync(here);
        (await reader.Visitor.StartAsync()).Expect(HttpStatusCode.Created);
        (await here.Organisation.Administrator.WrapUpAsync(reader.Visitor.Conversation)).Expect(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromHours(1));
        await reader.ReadsAsync(article);
        clock.Advance(TimeSpan.FromHours(2));
        (await reader.Visitor.SayAsync("En ting til")).Expect(HttpStatusCode.Created);
        clock.Advance(_day);
        await UntilAsync(here, "contacted", 1);
    }

    [Fact]
    public async Task Who_said_no_and_left_and_who_was_only_shown_something_are_no_deflections()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var article = (await (await Editor.OfAsync(here)).PublishedAsync("How much luggage"))["id"]!;
        await (await Reader.NewAsync(here)).IsShownAsync(article);
        await (await Reader.NewAsync(here)).ReadsAsync(article, helped: false);
        clock.Advance(_day);
        await UntilAsync(here, "notHelped", 1);
        Assert.Equal((0, 0), await OutcomesAsync(here, "deflected", "contacted"));
    }

    [Fact]
    public async Task What_was_open_is_closed_after_a_restart_and_its_visitor_forgotten()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var article = (await (await Editor.OfAsync(here)).PublishedAsync("How much luggage"))["id"]!;
        await (await Reader.NewAsync(here)).ReadsAsync(article);
        await here.Kanal.RestartAsync(() => clock.Advance(_day));
        await UntilAsync(here, "deflected", 1);
        Assert.Equal(0, await here.Database.ReadAsync(sql => sql.FirstAsync<long>("select count(*) from answer_matters where visitor is not null"), CancellationToken.None));
    }

    [Fact]
    public async Task Only_visitors_with_a_token_of_ours_are_counted_and_only_supervisors_read_it()
    {
        await using var here = await Fjordrejser.FoundAsync();
        var article = (await (await Editor.OfAsync(here)).PublishedAsync("How much luggage"))["id"]!;
        var reader = await Reader.NewAsync(here);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.TellAsync(new { visitor = "made-up", read = article })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.TellAsync(new { visitor = reader.Visitor.Visitor, shown = Enumerable.Repeat(article, 21) })).Status);
        await reader.ReadsAsync("0000000000001");
        Assert.Equal((0, 0), await OutcomesAsync(here, "open", "deflected"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await here.Organisation.NewAgentAsync()).GetAsync("/reports/deflection")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await here.Organisation.Administrator.GetAsync("/reports/deflection?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.Organisation.Administrator.GetAsync("/reports/deflection?to=0001-01-02T00:00:00Z")).Status);
    }

    static Task<Reply> ReportAsync(Fjordrejser here) => here.Organisation.Administrator.GetAsync("/reports/deflection?to=2099-01-01T00:00:00Z&from=2020-01-01T00:00:00Z");

    static async Task<(int, int)> OutcomesAsync(Fjordrejser here, string one, string other)
    {
        var report = (await ReportAsync(here)).Expect(HttpStatusCode.OK);
        return ((int)report.Number($"matters.{one}"), (int)report.Number($"matters.{other}"));
    }

    static Task<Reply> UntilAsync(Fjordrejser here, string outcome, int count) => Asking.UntilAsync(() => ReportAsync(here), report => report.Number($"matters.{outcome}") == count);
}
