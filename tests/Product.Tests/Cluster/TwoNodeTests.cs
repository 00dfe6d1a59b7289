using System.Net;
using Kanal.Centre;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Menus;

namespace Kanal.Product.Tests.Cluster;

public sealed class TwoNodeTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [OnPostgres]
    public async Task A_visitor_on_one_node_and_an_agent_on_another_talk_without_loss_repeat_or_disorder()
    {
        var agent = await nodes.AtA.NewAgentAsync();
        var visitor = await nodes.AtA.NewConversationAsync();
        await using var atDesk = await agent.At(nodes.AtB.Http).ListenAsync();
        await using var inWidget = await visitor.ListenAsync();
        await using var elsewhere = await visitor.At(nodes.AtB.Http).ListenAsync();
        (await agent.At(nodes.AtB.Http).TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        var said = Enumerable.Range(0, 20).Select(async number =>
        {
            (await visitor.SayAsync($"Spørgsmål {number}")).Expect(HttpStatusCode.Created);
            (await agent.At(nodes.AtB.Http).SayAsync(visitor.Conversation, $"Svar {number}")).Expect(HttpStatusCode.Created);
        });
        await Task.WhenAll(said);
        Assert.Equal(Enumerable.Range(1, 41).Select(number => (long)number), await inWidget.SequencesUpToAsync(41));
        Assert.Equal(Enumerable.Range(1, 41).Select(number => (long)number), await elsewhere.SequencesUpToAsync(41));
        List<long> seen = [];
        while (seen.Count == 0 || seen[^1] < 41)
        {
            seen.Add((await atDesk.NextAsync("message", next => next["conversation"] == visitor.Conversation && next.Number("entry.sequence") > 1)).Number("entry.sequence"));
        }

        Assert.Equal(Enumerable.Range(2, 40).Select(number => (long)number), seen);
    }

    [OnPostgres]
    public async Task Whoever_was_shown_a_menu_at_one_node_is_held_to_it_at_the_other()
    {
        await nodes.AtA.ConsentAsync("journey");
        await nodes.AtA.PublishAsync("""{ "id": "pay", "name": "Paying", "when": { "fact": "step", "operator": "is", "value": "payment" }, "offer": ["chat", "email"], "targetSeconds": 35, "value": 3 }, { "id": "all", "name": "All", "offer": ["email"] }""");
        var here = nodes.AtA.NewVisitor();
        var menu = await here.MenuAsync(new { step = "payment" }, "one");
        await Asking.UntilAsync(() => nodes.AtA.Administrator.GetAsync($"/decisions/{menu["menu.id"]}"), it => it.Status == HttpStatusCode.OK);
        var there = here.At(nodes.AtB.Http);
        (await there.StartAsync(menu: menu["menu.id"])).Expect(HttpStatusCode.Created);
        var why = await Asking.UntilAsync(() => nodes.AtB.Administrator.GetAsync($"/conversations/{there.Conversation}/decision"), it => it.Status == HttpStatusCode.OK);
        Assert.Equal("pay", why["rule.id"]);
        await nodes.AtA.ConsentAsync("none");
    }

    [OnPostgres]
    public async Task Both_desks_see_who_is_there_who_looks_and_what_becomes_of_a_conversation()
    {
        var agent = await nodes.AtA.NewAgentAsync();
        var supervisor = await nodes.AtA.NewAgentAsync(role: "supervisor");
        await using var here = await supervisor.ListenAsync();
        await using var there = await supervisor.At(nodes.AtB.Http).ListenAsync();
        await agent.PresenceAsync("onBreak");
        var visitor = await nodes.AtA.NewConversationAsync();
        foreach (var desk in new[] { here, there })
        {
            await desk.NextAsync("presence", change => change["id"] == agent.Id && change["presence"] == "onBreak");
            await desk.NextAsync("conversation", change => change["id"] == visitor.Conversation && change["state"] == "queued");
        }

        await using (await visitor.ListenAsync())
        {
            await there.NextAsync("visitor", change => change["conversation"] == visitor.Conversation && change["online"] == "true");
            Assert.Equal("true", (await supervisor.At(nodes.AtB.Http).SeeAsync(visitor.Conversation))["visitorOnline"]);
        }

        await there.NextAsync("visitor", change => change["conversation"] == visitor.Conversation && change["online"] == "false");
        (await visitor.At(nodes.AtB.Http).EndAsync()).Expect(HttpStatusCode.NoContent);
        await here.NextAsync("conversation", change => change["id"] == visitor.Conversation && change["state"] == "closed");
    }

    [OnPostgres]
    public async Task What_is_set_on_one_node_holds_on_the_other_when_its_desks_are_told()
    {
        var site = (await nodes.AtA.Administrator.GetAsync("/sites")).Rows.Single()["id"]!;
        await using var there = await nodes.AtB.Administrator.ListenAsync();
        Assert.Equal("Fjordrejser", (await nodes.AtB.Administrator.GetAsync($"/sites/{site}"))["name"]);
        (await nodes.AtA.Administrator.PutAsync($"/sites/{site}", new { name = "Fjordrejser A/S" })).Expect(HttpStatusCode.OK);
        await ToldAndHeldAtBAsync(there, site, "Fjordrejser A/S");
    }

    [OnPostgres]
    public async Task Where_listening_was_cut_nothing_is_lost()
    {
        var agent = await nodes.AtA.NewAgentAsync();
        var visitor = await nodes.AtA.NewConversationAsync();
        await using var atDesk = await agent.At(nodes.AtB.Http).ListenAsync();
        await using var inWidget = await visitor.At(nodes.AtB.Http).ListenAsync();
        await inWidget.NextAsync("message");
        for (var number = 2; number <= 12; number++)
        {
            if (number % 4 == 0)
            {
                await CutListeningAsync();
            }

            (await visitor.SayAsync($"Hej {number}")).Expect(HttpStatusCode.Created);
        }

        Assert.Equal(Enumerable.Range(2, 11).Select(number => (long)number), await inWidget.SequencesUpToAsync(12));
        await atDesk.NextAsync("reset");
    }

    [OnPostgres]
    public async Task What_was_set_while_listening_was_cut_is_told_when_it_holds()
    {
        var site = (await nodes.AtA.Administrator.GetAsync("/sites")).Rows.Single();
        await using var there = await nodes.AtB.Administrator.ListenAsync();
        string[] names = ["Et", "To", "Tre", "Fire", site["name"]!];
        foreach (var name in names)
        {
            await CutListeningAsync();
            (await nodes.AtA.Administrator.PutAsync($"/sites/{site["id"]}", new { name })).Expect(HttpStatusCode.OK);
            await ToldAndHeldAtBAsync(there, site["id"]!, name);
        }
    }

    [OnPostgres]
    public async Task A_node_with_another_data_folder_does_not_start_beside_others()
    {
        var folder = Directory.CreateTempSubdirectory("kanal-test-").FullName;
        try
        {
            var refused = await Assert.ThrowsAsync<SettingException>(() => KanalHost.StartAsync(storage: nodes.A.Storage.ForAnother(folder)));
            Assert.Equal("KANAL_DATA", refused.Key);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // After a cut desks are told once more, of what there was before.
    async Task ToldAndHeldAtBAsync(EventReader desk, string site, string name)
    {
        do
        {
            await desk.NextAsync("settings", change => change["what"] == "sites");
        }
        while ((await nodes.AtB.Administrator.GetAsync($"/sites/{site}"))["name"] != name);
    }

    Task<int> CutListeningAsync() =>
        nodes.A.Storage.SqlAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'kanal bell %'");
}
