using System.Net;
using Kanal.Product.Tests.HelpCentre;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

public sealed class ScheduleTests
{
    [Fact]
    public async Task What_is_scheduled_appears_at_its_time_and_goes_at_its_end()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var editor = await Editor.OfAsync(here);
        var id = (await editor.DraftAsync("Midsummer sailing"))["id"]!;
        var now = clock.GetUtcNow();
        var text = await editor.PublishAsync(id, "en", new { at = now.AddHours(2), until = now.AddDays(3) });
        Assert.Equal("scheduled", text["state"]);
        Assert.Empty(await editor.FindsAsync("midsummer"));

        // What is written after scheduling is not what was scheduled.
        await editor.SaveAsync(id, "en", "Midwinter sailing", text["edition"]);
        await using var desk = await here.Organisation.Administrator.ListenAsync();
        clock.Advance(TimeSpan.FromHours(2));
        await desk.NextAsync("settings");
        Assert.Equal([id], await editor.FindsAsync("midsummer"));
        text = await editor.TextAsync(id, "en");
        Assert.Equal(("published", "Midsummer sailing", "true"), (text["state"], text["published.title"], text["hasDraft"]));

        clock.Advance(TimeSpan.FromDays(3));
        await desk.NextAsync("settings");
        Assert.Empty(await editor.FindsAsync("midsummer"));
        text = await editor.TextAsync(id, "en");
        Assert.Equal(("expired", "Midwinter sailing"), (text["state"], text["draft.content.title"]));

        // Its address says that it is over and leads on; what is being written does not show.
        await editor.PublishedAsync("Sailing with children");
        using var reader = new Reader(here.Kanal);
        (await reader.HelpAsync($"/en/articles/{text["slug"]}")).Expect(HttpStatusCode.Gone).Says("This is no longer current", "Sailing with children", "sailing\" placeholder", "noindex").DoesNotSay("Midwinter");
    }

    [Fact]
    public async Task What_fell_due_while_no_server_ran_is_done_at_the_start()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var editor = await Editor.OfAsync(here);
        var id = (await editor.DraftAsync("Northern lights week"))["id"]!;
        await editor.PublishAsync(id, "en", new { at = clock.GetUtcNow().AddDays(40) });
        await here.Kanal.RestartAsync(() => clock.Advance(TimeSpan.FromDays(41)));
        await using var desk = await here.Organisation.Administrator.ListenAsync();
        // The clock may have been quicker than the desk; then there is nothing to wait for.
        if ((await editor.TextAsync(id, "en"))["state"] == "scheduled")
        {
            await desk.NextAsync("settings");
        }

        Assert.Equal("published", (await editor.TextAsync(id, "en"))["state"]);
    }

    [Fact]
    public async Task A_schedule_can_be_taken_back()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        var editor = await Editor.OfAsync(here);
        var id = (await editor.DraftAsync("Too early"))["id"]!;
        await editor.PublishAsync(id, "en", new { at = clock.GetUtcNow().AddDays(1) });
        var text = (await editor.Agent.PostAsync($"/articles/{id}/texts/en/unpublish", Editor.Nothing)).Expect(HttpStatusCode.OK);
        Assert.Equal(("draft", null, "Too early"), (text["state"], text["publishAt"], text["draft.content.title"]));
        Assert.Single((await editor.Agent.PostAsync($"/articles/{id}/texts/en/publish", new { at = clock.GetUtcNow().AddDays(2), until = clock.GetUtcNow().AddDays(1) })).Errors("until"));
    }
}
