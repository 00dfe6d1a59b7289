using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Live;

public sealed class DeskWorkTests(Fjordrejser here) : IClassFixture<Fjordrejser>
{
    readonly Organisation _organisation = here.Organisation;
    readonly AgentClient _anna = here.Organisation.Administrator;

    [Fact]
    public async Task A_note_that_is_sent_again_and_again_is_there_once()
    {
        var conversation = (await _organisation.NewConversationAsync()).Conversation;
        var first = (await _anna.NoteAsync(conversation, "Har ringet før.", "note")).Expect(HttpStatusCode.Created);
        Assert.Equal(first["id"], (await _anna.NoteAsync(conversation, "Har ringet før.", "note")).Expect(HttpStatusCode.OK)["id"]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _anna.NoteAsync(conversation, "Vil have vindue.", "window")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Single(answers.Select(answer => answer["id"]).Distinct());
        var notes = (await _anna.GetAsync($"/conversations/{conversation}/timeline")).Rows.Where(entry => entry["kind"] == "note");
        Assert.Equal(["Har ringet før.", "Vil have vindue."], notes.Select(note => note["text"]));
    }

    [Fact]
    public async Task The_visitor_sees_no_note()
    {
        var visitor = await _organisation.NewConversationAsync();
        await using var stream = await visitor.ListenAsync(1);
        await _anna.NoteAsync(visitor.Conversation, "Besværlig.");
        await _anna.SayAsync(visitor.Conversation, "Goddag");
        Assert.Equal("Goddag", (await stream.NextAsync("message"))["text"]);
        Assert.Equal(["Hej", "Goddag"], (await visitor.HistoryAsync()).Each("text"));
    }

    [Fact]
    public async Task A_draft_is_its_writers_own_and_holds_over_a_restart()
    {
        await using var alone = await Fjordrejser.FoundAsync();
        var (one, other) = (await alone.Organisation.NewAgentAsync(), await alone.Organisation.NewAgentAsync());
        var conversation = (await alone.Organisation.NewConversationAsync()).Conversation;
        (await one.DraftAsync(conversation, "Kære ")).Expect(HttpStatusCode.NoContent);
        (await one.DraftAsync(conversation, "Kære Mette, ")).Expect(HttpStatusCode.NoContent);
        (await other.DraftAsync(conversation, "Hov")).Expect(HttpStatusCode.NoContent);
        (await other.DraftAsync(conversation, "")).Expect(HttpStatusCode.NoContent);
        await alone.Kanal.RestartAsync();
        Assert.Equal("Kære Mette, ", (await one.SeeAsync(conversation))["draft"]);
        Assert.Equal("", (await other.SeeAsync(conversation))["draft"]);
    }

    [Fact]
    public async Task Drafts_that_come_in_a_hurry_are_all_taken()
    {
        var conversation = (await _organisation.NewConversationAsync()).Conversation;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _anna.DraftAsync(conversation, $"Kære {i}")));
        Assert.All(answers, answer => answer.Expect(HttpStatusCode.NoContent));
    }

    [Fact]
    public async Task What_an_agent_has_read_is_unread_no_more()
    {
        var visitor = await _organisation.NewConversationAsync();
        await visitor.SayAsync("Hallo?");
        Assert.Equal(2, (await _anna.SeeAsync(visitor.Conversation)).Number("unread"));
        (await _anna.ReadAsync(visitor.Conversation, 1)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(1, (await _anna.SeeAsync(visitor.Conversation)).Number("unread"));
        (await _anna.ReadAsync(visitor.Conversation, 2)).Expect(HttpStatusCode.NoContent);
        (await _anna.ReadAsync(visitor.Conversation, 1)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(0, (await _anna.SeeAsync(visitor.Conversation)).Number("unread"));
        Assert.Equal(2, (await visitor.StandingAsync()).Number("readByAgent"));
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_is_not_found()
    {
        const string Nowhere = "0000000000001";
        (await _anna.SeeAsync(Nowhere)).Expect(HttpStatusCode.NotFound);
        (await _anna.TakeAsync(Nowhere)).Expect(HttpStatusCode.NotFound);
        (await _anna.SayAsync(Nowhere, "Hej")).Expect(HttpStatusCode.NotFound);
        (await _anna.NoteAsync(Nowhere, "Hej")).Expect(HttpStatusCode.NotFound);
        (await _anna.DraftAsync(Nowhere, "Hej")).Expect(HttpStatusCode.NotFound);
        (await _anna.WrapUpAsync(Nowhere)).Expect(HttpStatusCode.NotFound);
        (await _anna.AcceptAsync(Nowhere)).Expect(HttpStatusCode.Conflict);
        (await _anna.GetAsync($"/conversations/{Nowhere}/files/{Nowhere}")).Expect(HttpStatusCode.NotFound);
        (await _anna.SeeAsync("nonsense")).Expect(HttpStatusCode.NotFound);
    }
}
