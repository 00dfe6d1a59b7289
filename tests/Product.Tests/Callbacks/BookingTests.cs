using System.Net;
using Kanal.Centre.Conversations;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Callbacks;

public sealed class BookingTests
{
    [Fact]
    public async Task A_slot_is_never_given_to_more_than_it_holds()
    {
        await using var here = await CallingSite.FoundAsync(callback: new { offer = "always", perSlot = 3 });
        var slot = (await here.Organisation.NewVisitor().SlotsAsync())[4];
        var visitors = Enumerable.Range(0, 20).Select(_ => here.Organisation.NewVisitor()).ToList();
        var answers = await Task.WhenAll(visitors.Select((visitor, i) => visitor.AskForCallAsync($"+45 20 30 40 {i + 10}", slot)));
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal("urn:kanal:slot-gone", Slug(answer["type"]!)));
        Assert.DoesNotContain(slot, await here.Organisation.NewVisitor().SlotsAsync());

        // One who cancels leaves room for another.
        var lucky = visitors[Array.FindIndex(answers, answer => answer.Status == HttpStatusCode.Created)];
        (await lucky.CancelCallAsync()).Expect(HttpStatusCode.NoContent);
        (await here.Organisation.NewVisitor().AskForCallAsync("+4550607080", slot)).Expect(HttpStatusCode.Created);
        (await here.Organisation.NewVisitor().AskForCallAsync("+4550607081", slot)).Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task No_call_is_offered_for_hours_that_were_just_taken_away()
    {
        await using var here = await CallingSite.FoundAsync();
        var visitor = here.Organisation.NewVisitor();
        var until = CallingSite.Time((await visitor.SlotsAsync())[6]);
        var site = await here.Organisation.SiteIdAsync();
        (await here.Organisation.Administrator.PutAsync($"/sites/{site}/closed-now", new { reason = "Kursus", until = until.ToString("o") })).Expect(HttpStatusCode.OK);
        Assert.All(await visitor.SlotsAsync(), slot => Assert.True(CallingSite.Time(slot) >= until, slot));
    }

    [Fact]
    public async Task The_next_hours_are_offered_by_a_clock_that_was_set_back()
    {
        var clock = new TestClock();
        await using var here = await CallingSite.FoundAsync(clock);
        var visitor = here.Organisation.NewVisitor();
        var before = CallingSite.Time((await visitor.SlotsAsync())[0]);
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(before.AddHours(2), CallingSite.Time((await visitor.SlotsAsync())[0]));
        clock.Advance(-TimeSpan.FromHours(2));
        Assert.Equal(before, CallingSite.Time((await visitor.SlotsAsync())[0]));
    }

    [Fact]
    public async Task A_call_that_is_moved_in_the_moment_in_which_it_falls_due_waits_for_its_new_time()
    {
        var clock = new TestClock();
        await using var here = await CallingSite.FoundAsync(clock, new { offer = "always", perSlot = 3 });
        var (one, other) = (here.Organisation.NewVisitor(), here.Organisation.NewVisitor());
        var slot = (await one.SlotsAsync())[3];
        (await one.AskForCallAsync("20304050", slot)).Expect(HttpStatusCode.Created);
        (await other.AskForCallAsync("20304060", slot)).Expect(HttpStatusCode.Created);
        await using var desk = await here.Organisation.Administrator.ListenAsync();
        var (moved, later) = ("", TimeSpan.FromHours(2));
        // Both are due in one round: as soon as the first is in line the second is moved.
        using var desks = here.Kanal.Services.GetRequiredService<Feed>().Subscribe(Topic.Desk, change =>
        {
            if (moved.Length == 0 && change.Body is ConversationSummary { State: ConversationState.Queued } first)
            {
                moved = first.Id.ToString() == one.Conversation ? other.Conversation : one.Conversation;
                Assert.True(Id.TryParse(moved, null, out var id));
                here.Kanal.Storage.SqlAsync($"update callbacks set slot_at = slot_at + {later.TotalMilliseconds}, not_before = not_before + {later.TotalMilliseconds} where conversation_id = {id.Value}").Wait();
            }
        });
        clock.Advance(CallingSite.Time(slot) - clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await desk.NextAsync("conversation", told => told["state"] == "queued");
        clock.Advance(later);
        await desk.NextAsync("conversation", told => told["id"] == moved && told["state"] == "queued");
        Assert.Equal(CallingSite.Time(slot) + later, CallingSite.Time((await here.Organisation.Administrator.SeeAsync(moved))["waitingSince"]!));
    }

    [Fact]
    public async Task One_number_has_one_call_and_asking_again_moves_it()
    {
        await using var here = await CallingSite.FoundAsync();
        var visitor = here.Organisation.NewVisitor();
        var slots = await visitor.SlotsAsync();
        var first = (await visitor.AskForCallAsync("20 30 40 50", slots[3])).Expect(HttpStatusCode.Created);
        var again = (await visitor.AskForCallAsync("+45 20304050", slots[5], "Og medbring prisen")).Expect(HttpStatusCode.OK);
        Assert.Equal((first["conversation"], "2"), (again["conversation"], again["sequence"]));
        var callback = (await visitor.CallAsync()).Expect(HttpStatusCode.OK);
        Assert.Equal(("planned", "slot", "+4520304050", "+45 20 30 40 50"),
            (callback["callback.state"], callback["callback.kind"], callback["callback.number"], callback["callback.numberText"]));
        Assert.Equal(CallingSite.Time(slots[5]), CallingSite.Time(callback["callback.slot.start"]!));

        // A stranger with the same number gets neither the call nor a word of what it is about.
        (await here.Organisation.NewVisitor().AskForCallAsync("+4520304050")).Expect(HttpStatusCode.Conflict);

        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.AskForCallAsync("+4520304060")));
        Assert.Single(asked.Select(answer => answer["conversation"]).Distinct());
    }

    [Fact]
    public async Task A_call_is_moved_and_cancelled_where_it_was_booked()
    {
        await using var here = await CallingSite.FoundAsync();
        var visitor = here.Organisation.NewVisitor();
        var slots = await visitor.SlotsAsync();
        (await visitor.AskForCallAsync("20304050", slots[3])).Expect(HttpStatusCode.Created);
        await using var stream = await visitor.ListenAsync();
        await stream.NextAsync("callback", told => told["state"] == "planned");
        (await visitor.MoveCallAsync(slots[6])).Expect(HttpStatusCode.OK);
        await stream.NextAsync("callback", told => told["slot.start"] is { } start && CallingSite.Time(start) == CallingSite.Time(slots[6]));
        (await visitor.MoveCallAsync(null)).Expect(HttpStatusCode.OK);
        await stream.AllAsync(("callback", told => told["state"] == "waiting" && told["kind"] == "keepPlace"), ("queue", told => told.Number("position") == 1));
        (await visitor.CancelCallAsync()).Expect(HttpStatusCode.NoContent);
        await stream.NextAsync("closed", told => told["by"] == "visitor");
        Assert.Equal("cancelled", (await visitor.CallAsync())["callback.state"]);
        (await visitor.CancelCallAsync()).Expect(HttpStatusCode.NoContent);
        (await visitor.MoveCallAsync(slots[3])).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_chat_that_becomes_a_call_keeps_its_place_in_line()
    {
        await using var here = await CallingSite.FoundAsync();
        var first = await here.Organisation.NewConversationAsync("first");
        var second = await here.Organisation.NewConversationAsync("second");
        var third = await here.Organisation.NewConversationAsync("third");
        (await second.SwitchToCallAsync("20304050")).Expect(HttpStatusCode.NoContent);
        await using var stream = await second.ListenAsync();
        await stream.NextAsync("queue", told => told.Number("position") == 2);
        var seen = await here.Organisation.Administrator.SeeAsync(second.Conversation);
        Assert.Equal(("queued", "callback", "keepPlace", "waiting"), (seen["state"], seen["channel"], seen["callback.kind"], seen["callback.state"]));
        await using var other = await third.ListenAsync();
        await other.NextAsync("queue", told => told.Number("position") == 3);
        Assert.Equal("1", (await first.StandingAsync())["position"]);
    }

    [Fact]
    public async Task Who_asks_for_a_letter_instead_of_the_call_waits_for_that_and_is_called_by_nobody()
    {
        await using var here = await CallingSite.FoundAsync(callback: new { offer = "always", perSlot = 1 });
        var visitor = here.Organisation.NewVisitor();
        var slot = (await visitor.SlotsAsync())[4];
        (await visitor.AskForCallAsync("20304050", slot)).Expect(HttpStatusCode.Created);
        Assert.Equal("planned", (await here.Organisation.Administrator.SeeAsync(visitor.Conversation))["state"]);
        (await visitor.SwitchToLettersAsync("mette@example.dk")).Expect(HttpStatusCode.NoContent);
        var seen = await here.Organisation.Administrator.SeeAsync(visitor.Conversation);
        Assert.Equal(("queued", "email", "cancelled"), (seen["state"], seen["channel"], seen["callback.state"]));
        Assert.NotNull(seen["waitingSince"]);
        Assert.Equal([visitor.Conversation], (await here.Organisation.Administrator.GetAsync("/conversations?list=queue&state=open")).Each("id"));
        var agent = await here.Organisation.NewAvailableAgentAsync();
        var offer = Assert.Single(await Asking.UntilAsync(agent.OffersAsync, offers => offers.Length > 0));
        Assert.Equal((visitor.Conversation, "email"), (offer["conversation.id"], offer["conversation.channel"]));
        (await here.Organisation.NewVisitor().AskForCallAsync("+4550607080", slot)).Expect(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("12", "invalid-number")]
    [InlineData("90 12 34 56", "invalid-number")]
    [InlineData("ring til mig", "invalid-number")]
    [InlineData("", "invalid-number")]
    public async Task What_is_no_number_that_can_be_called_is_refused(string number, string slug)
    {
        await using var here = await CallingSite.FoundAsync();
        var refused = await here.Organisation.NewVisitor().AskForCallAsync(number);
        Assert.Equal((HttpStatusCode.BadRequest, $"urn:kanal:{slug}"), (refused.Status, Slug(refused["type"]!)));
    }

    [Fact]
    public async Task A_number_without_its_country_is_read_as_the_visitor_would()
    {
        await using var here = await CallingSite.FoundAsync();
        var visitor = here.Organisation.NewVisitor();
        (await visitor.AskForCallAsync("512 345 678", locale: "pl-PL")).Expect(HttpStatusCode.Created);
        Assert.Equal("+48 512 345 678", (await visitor.CallAsync())["callback.numberText"]);
    }

    [Fact]
    public async Task A_menu_offers_a_call_when_the_site_wishes_it_and_when_it_is_busy()
    {
        await using var here = await CallingSite.FoundAsync(callback: new { offer = "whenBusy" });
        Assert.Equal(["chat", "callback", "email"], await ChannelsAsync(here));
        await here.Organisation.NewAvailableAgentAsync();
        await Asking.UntilAsync(() => here.Organisation.NewVisitor().MenuAsync(), menu => !menu.Body.GetRawText().Contains("callback", StringComparison.Ordinal));
        await here.Organisation.SetCallbackAsync(new { offer = "always" });
        Assert.Equal(["chat", "callback", "email"], await ChannelsAsync(here));
        await here.Organisation.SetCallbackAsync(new { offer = "never" });
        Assert.Equal(["chat", "email"], await ChannelsAsync(here));
        (await here.Organisation.NewVisitor().AskForCallAsync("20304050")).Expect(HttpStatusCode.Conflict);
    }

    static async Task<string[]> ChannelsAsync(Fjordrejser here)
    {
        var menu = (await here.Organisation.NewVisitor().MenuAsync()).Body.GetProperty("menu").GetProperty("entries").EnumerateArray();
        return [.. menu.Select(entry => entry.GetProperty("channel").GetString()!)];
    }

    static string Slug(string type) => $"urn:kanal:{type.Split(':', '/')[^1]}";
}
