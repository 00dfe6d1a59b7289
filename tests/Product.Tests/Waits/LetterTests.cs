using System.Net;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Waits;

/// <summary>By when people who write are told to have an answer.</summary>
public sealed class LetterTests : IAsyncLifetime
{
    readonly Fjordrejser _here = new();

    public ValueTask InitializeAsync() => _here.InitializeAsync();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    public async Task A_letter_is_promised_an_answer_by_the_clock_once_ten_were_answered_and_also_after_a_restart()
    {
        var agent = await _here.Organisation.NewAgentAsync(20);
        for (var i = 0; i < 9; i++)
        {
            await AnswerAsync(agent, await LetterAsync());
        }

        Assert.Equal("Answer during today's opening hours", (await SaidAsync())["waitText"]);
        await AnswerAsync(agent, await LetterAsync());
        var said = await Asking.UntilAsync(SaidAsync, entry => entry["waitText"]!.StartsWith("Answer by ", StringComparison.Ordinal));
        Assert.Matches("^Answer by ([A-Z][a-z]+ )?[0-9]{2}:[03]0$", said["waitText"]);

        var letter = await LetterAsync();
        var promise = await PromiseAsync(letter, "open");
        Assert.Equal("byClock", promise["kind"]);
        Assert.NotNull(promise["byAt"]);
        await _here.Kanal.RestartAsync();
        Assert.StartsWith("Answer by ", (await Asking.UntilAsync(SaidAsync, entry => entry["waitText"]!.StartsWith("Answer by ", StringComparison.Ordinal)))["waitText"], StringComparison.Ordinal);
        Assert.Equal("open", (await PromiseAsync(letter, "open"))["outcome"]);
        await AnswerAsync(agent, letter);
        Assert.Equal("kept", (await PromiseAsync(letter, "kept"))["outcome"]);
    }

    async Task<VisitorClient> LetterAsync()
    {
        var visitor = _here.Organisation.NewVisitor();
        (await visitor.StartAsync("Har I plads i juli?", channel: "email", address: "mette@example.dk")).Expect(HttpStatusCode.Created);
        return visitor;
    }

    static async Task AnswerAsync(AgentClient agent, VisitorClient visitor)
    {
        (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        (await agent.SayAsync(visitor.Conversation, "Ja, der er to pladser.")).Expect(HttpStatusCode.Created);
    }

    async Task<Reply> SaidAsync() => WaitTests.Entries(await _here.Organisation.NewVisitor().MenuAsync(new { language = "en" })).Single(entry => entry["channel"] == "email");

    Task<Reply> PromiseAsync(VisitorClient visitor, string outcome) => Asking.UntilAsync(
        async () => (await _here.Organisation.Administrator.GetAsync("/reports/promises?limit=200")).Rows.FirstOrDefault(row => row["conversation"] == visitor.Conversation && row["outcome"] == outcome)!,
        row => row is not null);
}
