using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Proposals;

public sealed class ProposalTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    [Fact]
    public async Task An_agent_makes_a_draft_of_a_solved_conversation_and_only_an_editor_shows_it_to_customers()
    {
        var editor = await Editor.OfAsync(here);
        var agent = await here.Organisation.NewAgentAsync();
        var topic = (await here.Organisation.Administrator.PostAsync("/topics", new { name = "Dogs" })).Expect(HttpStatusCode.Created)["id"]!;
        var section = (await editor.Agent.PostAsync("/sections", new { site = await editor.SiteAsync(), texts = new { da = new { name = "Hunde" }, en = new { name = "Dogs" } } })).Expect(HttpStatusCode.Created)["id"]!;
        var conversation = await AskedAsync(agent, "Hej! Må hunden komme med? Min booking er FR204518.", $"Hej, her er {agent.Name}. Hunden må gerne komme med i kahyt 412 på dæk 3.");
        Assert.Equal("not-solved", (await MakeAsync(agent, conversation)).Expect(HttpStatusCode.Conflict).Problem);
        (await agent.PostAsync($"/conversations/{conversation}/wrap-up", new { outcome = "solved", topic })).Expect(HttpStatusCode.OK);

        await using var desk = await here.Organisation.Administrator.ListenAsync();
        var made = (await MakeAsync(agent, conversation)).Expect(HttpStatusCode.Created);
        await desk.NextAsync("line");
        Assert.Equal(("waiting", "Må hunden komme med?", "da", agent.Name), (made["state"], made["title"], made["language"], made["madeBy"]));
        Assert.Equal(made["id"], (await MakeAsync(agent, conversation)).Expect(HttpStatusCode.OK)["id"]);
        var article = (await editor.Agent.GetAsync($"/articles/{made["article"]}")).Expect(HttpStatusCode.OK);
        Assert.Equal(("everyone", section), (article["audience"], article["section"]));
        var draft = (await editor.TextAsync(made["article"]!, "da"))["draft.content.body"];
        Assert.Contains("kahyt 412", draft, StringComparison.Ordinal);
        Assert.DoesNotContain(agent.Name, draft, StringComparison.Ordinal);
        Assert.Equal("proposed", (await agent.GetAsync($"/conversations/{conversation}/timeline")).Rows[^1]["event.type"]);

        // Nobody outside finds it, and the agent can't publish it.
        Assert.Empty(await editor.FindsAsync("hunden", "da"));
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PostAsync($"/articles/{made["article"]}/texts/da/publish", Editor.Nothing)).Status);
        Assert.Contains(made["id"], (await agent.GetAsync("/articles/proposals")).Each("id"));
        await editor.PublishAsync(made["article"]!, "da");
        Assert.DoesNotContain(made["id"], (await agent.GetAsync("/articles/proposals")).Each("id"));
        Assert.Equal(["published"], (await agent.GetAsync($"/conversations/{conversation}/articles")).Each("state"));
    }

    [Fact]
    public async Task What_is_not_wanted_goes_with_a_reason_that_stays_and_can_be_made_again()
    {
        var agent = await here.Organisation.NewAgentAsync();
        var conversation = await AskedAsync(agent, "Hvor kan jeg parkere ved havnen?", "Der er en parkeringsplads lige ved siden af terminalen.");
        (await agent.WrapUpAsync(conversation)).Expect(HttpStatusCode.OK);
        var made = (await MakeAsync(agent, conversation)).Expect(HttpStatusCode.Created);
        var discard = $"/articles/proposals/{made["id"]}/discard";
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PostAsync(discard, new { reason = "No" })).Status);
        var editor = here.Organisation.Administrator;
        // What is wrong is told in a word too, for clients that say it in their reader's language.
        Assert.Equal("required", (await editor.PostAsync(discard, new { reason = " " })).Expect(HttpStatusCode.BadRequest)["reasons.reason.reason"]);
        var endless = (await editor.PostAsync(discard, new { reason = new string('x', 501) })).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(("tooLong", "500"), (endless["reasons.reason.reason"], endless["reasons.reason.most"]));
        var gone = (await editor.PostAsync(discard, new { reason = "We have one already" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("discarded", "We have one already", "Anna", (string?)null), (gone["state"], gone["reason"], gone["discardedBy"], gone["article"]));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/articles/{made["article"]}")).Status);
        Assert.Equal("not-waiting", (await editor.PostAsync(discard, new { reason = "Again" })).Expect(HttpStatusCode.Conflict).Problem);
        (await MakeAsync(agent, conversation)).Expect(HttpStatusCode.Created);
        Assert.Equal(["waiting", "discarded"], (await agent.GetAsync($"/conversations/{conversation}/articles")).Each("state"));
    }

    [Fact]
    public async Task All_that_wait_for_an_editor_are_reached_page_by_page()
    {
        var agent = await here.Organisation.NewAgentAsync();
        foreach (var question in (string[])["Må katten komme med?", "Hvor køber man mad?", "Er der strøm i kahytten?"])
        {
            var conversation = await AskedAsync(agent, question, "Ja, det står i brochuren, som kan hentes i receptionen.");
            (await agent.WrapUpAsync(conversation)).Expect(HttpStatusCode.OK);
            (await MakeAsync(agent, conversation)).Expect(HttpStatusCode.Created);
        }

        var whole = (await agent.GetAsync("/articles/proposals?limit=200")).Each("id");
        List<string> all = [];
        for (var cursor = ""; ;)
        {
            var page = (await agent.GetAsync($"/articles/proposals?limit=2{cursor}")).Expect(HttpStatusCode.OK);
            all.AddRange(page.Each("id"));
            if (page["next"] is not { } next || next == "null")
            {
                break;
            }

            cursor = $"&cursor={next}";
        }

        Assert.Equal(whole, all);
        Assert.InRange(whole.Length, 3, 100);
    }

    [Fact]
    public async Task What_is_asked_again_and_again_is_suggested_until_somebody_writes_it()
    {
        var agent = await here.Organisation.NewAgentAsync();
        List<string> asked = [];
        foreach (var question in (string[])["Hej, er der wifi om bord?", "Har I wifi om bord på skibet?", "Koster wifi om bord noget?", "Noget helt andet om cykler"])
        {
            asked.Add(await AskedAsync(agent, question, "Ja, i alle kahytter, og det er gratis."));
            (await agent.WrapUpAsync(asked[^1])).Expect(HttpStatusCode.OK);
        }

        var editor = await Editor.OfAsync(here);
        var site = await editor.SiteAsync();
        async Task<Reply[]> SuggestedAsync()
        {
            // Any change of the library makes it look anew.
            await editor.PublishedAsync($"Unlike {VisitorClient.NewClientId()}", language: "da");
            return [.. (await agent.GetAsync($"/articles/suggestions?site={site}&language=da")).Expect(HttpStatusCode.OK).Body.GetProperty("suggestions").EnumerateArray().Select(row => new Reply(HttpStatusCode.OK, row))];
        }

        var wifi = Assert.Single(await SuggestedAsync(), one => one["question"]!.Contains("wifi", StringComparison.Ordinal));
        Assert.Equal("3", wifi["count"]);
        Assert.Equal(asked[..3].Order(), wifi.Body.GetProperty("conversations").EnumerateArray().Select(one => one.GetString()!).Order());

        await editor.PublishedAsync("Er der wifi om bord?", "Ja, det er gratis på hele skibet.", "da");
        Assert.DoesNotContain(await SuggestedAsync(), one => one["question"]!.Contains("wifi", StringComparison.Ordinal));
    }

    async Task<string> AskedAsync(AgentClient agent, string question, string answer)
    {
        var visitor = here.Organisation.NewVisitor();
        (await visitor.StartAsync(question, facts: new { language = "da" })).Expect(HttpStatusCode.Created);
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        (await agent.SayAsync(visitor.Conversation, answer)).Expect(HttpStatusCode.Created);
        return visitor.Conversation;
    }

    static Task<Reply> MakeAsync(AgentClient agent, string conversation) => agent.PostAsync($"/conversations/{conversation}/article", Editor.Nothing);
}
