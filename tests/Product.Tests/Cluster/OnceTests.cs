using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Callbacks;
using Kanal.Product.Tests.Email;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Letters;

namespace Kanal.Product.Tests.Cluster;

/// <summary>What is to be done once is done once, however many nodes there are.</summary>
public sealed class OnceTests(MailServers servers) : IClassFixture<MailServers>
{
    const int Letters = 20;

    [OnPostgres]
    public async Task A_time_that_could_not_be_kept_is_told_once()
    {
        var clock = new TestClock();
        await using var here = await CallingSite.FoundAsync(clock);
        await using var other = await KanalHost.StartAsync(clock, storage: here.Kanal.Storage.ForAnother());
        using var there = here.Organisation.At(other.Address);
        var visitor = there.NewVisitor();
        var slot = (await visitor.SlotsAsync())[3];
        (await visitor.AskForCallAsync("20304050", slot)).Expect(HttpStatusCode.Created);
        await using var desk = await here.Organisation.Administrator.ListenAsync();
        clock.Advance(CallingSite.Time(slot) - clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await desk.NextAsync("conversation", told => told["id"] == visitor.Conversation && told["state"] == "queued");
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(visitor.Conversation, (await desk.NextAsync("callbackDue"))["conversation"]);
        clock.Advance(TimeSpan.FromMinutes(1));
        (await here.Organisation.Administrator.NoteAsync(visitor.Conversation, "Seen")).Expect(HttpStatusCode.Created);
        var after = new List<string>();
        for (var next = await desk.NextAsync(); next["entry.text"] != "Seen"; next = await desk.NextAsync())
        {
            after.Add(next.Name);
        }

        Assert.DoesNotContain("callbackDue", after);
    }

    [OnPostgres]
    public async Task What_is_scheduled_appears_at_its_time_while_two_nodes_look_after_it()
    {
        var clock = new TestClock();
        await using var here = await Fjordrejser.FoundAsync(clock);
        await using var other = await KanalHost.StartAsync(clock, storage: here.Kanal.Storage.ForAnother());
        var editor = await Editor.OfAsync(here);
        var id = (await editor.DraftAsync("Midsummer sailing"))["id"]!;
        await editor.PublishAsync(id, "en", new { at = clock.GetUtcNow().AddHours(2) });
        clock.Advance(TimeSpan.FromHours(2));
        // Two hours at once is what a machine that slept looks like: a node that lost the other over it tries again a second later.
        await Asking.UntilAsync(() => editor.TextAsync(id, "en"), text => text["state"] == "published", () => clock.Advance(TimeSpan.FromSeconds(1)));
    }

    [OnPostgres]
    public async Task Answers_of_two_nodes_are_sent_once_each()
    {
        await using var office = new PostOffice();
        await office.InitializeAsync();
        await using var other = await KanalHost.StartAsync(storage: office.Here.Kanal.Storage.ForAnother());
        using var there = office.Here.Organisation.At(other.Address);
        AgentClient[] agents = [office.Agent, there.Administrator];
        var conversations = await Task.WhenAll(Enumerable.Range(0, Letters).Select(i => office.ConversationAsync(PostOffice.Letter($"kunde{i}@kunde.example", $"Sag {i}", "Hej", messageId: $"sag{i}"))));
        await Task.WhenAll(conversations.Index().Select(async talk => (await agents[talk.Index % 2].SayAsync(talk.Item, "Svar")).Expect(HttpStatusCode.Created)));
        foreach (var conversation in conversations)
        {
            await Asking.UntilAsync(() => office.Agent.GetAsync($"/conversations/{conversation}/timeline"), timeline => timeline.Rows.Any(entry => entry["letter.mine"] == "true" && entry["letter.state"] == "sent"));
        }

        Assert.Equal(Enumerable.Range(0, Letters).Select(i => $"<sag{i}@kunde.example>").Order(StringComparer.Ordinal), office.Sink.All.Select(letter => letter["In-Reply-To"]!).Order(StringComparer.Ordinal));
    }

    [OnPostgres]
    public async Task Two_nodes_on_one_mailbox_take_each_letter_once_though_the_one_that_watches_leaves()
    {
        const string address = "support@example.test";
        var settings = servers.Imap(address);
        await using var here = await Fjordrejser.FoundAsync();
        var other = await KanalHost.StartAsync(storage: here.Kanal.Storage.ForAnother());
        await using var leaving = other;
        var agent = here.Organisation.Administrator;
        (await agent.PostAsync("/mailboxes", new
        {
            site = (await agent.GetAsync("/sites")).Rows[0]["id"],
            address,
            incoming = new { host = settings.Host, port = settings.Port, security = "implicit", user = settings.User, secret = settings.Password, fingerprint = settings.TrustedFingerprint },
            outgoing = new { host = "127.0.0.1", port = 1, security = "none" },
        })).Expect(HttpStatusCode.Created);
        var first = Enumerable.Range(0, Letters).Select(i => DeliverAsync(address, $"Før {i}")).ToList();
        await Task.WhenAll(first);
        await ArrivedAsync(agent, Letters / 2);
        // Whoever of them has the mailbox: one goes now, in the middle of it or beside it.
        await here.Kanal.RestartAsync();
        await Task.WhenAll(Enumerable.Range(0, Letters).Select(i => DeliverAsync(address, $"Efter {i}")));
        await ArrivedAsync(agent, 2 * Letters);
        var subjects = (await agent.GetAsync("/conversations?limit=200")).Rows.Select(conversation => conversation["subject"]).ToList();
        Assert.Equal(2 * Letters, subjects.Distinct().Count());
        Assert.Equal(2 * Letters, subjects.Count);
    }

    Task DeliverAsync(string address, string subject) => servers.DeliverAsync(address, PostOffice.Letter("kunde@customer.test", subject, subject, to: address));

    static Task<Reply> ArrivedAsync(AgentClient agent, int letters) =>
        Asking.UntilAsync(() => agent.GetAsync("/conversations?limit=200"), list => list.Rows.Length >= letters);
}
