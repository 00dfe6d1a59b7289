using System.Net;
using Kanal.Centre.Routing;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Wallboards;

/// <summary>Nothing that happens is lost on its way to the board, or counted twice.</summary>
public sealed class BoardNewsTests : IAsyncLifetime
{
    // The board tells once a second, of the test's own clock.
    static readonly TimeSpan _round = TimeSpan.FromSeconds(1.5);

    readonly TestClock _clock = new();

    Fjordrejser Here { get; set; } = null!;

    AgentClient Lead => Here.Organisation.Administrator;

    public async ValueTask InitializeAsync() => Here = await Fjordrejser.FoundAsync(_clock);

    public ValueTask DisposeAsync() => Here.DisposeAsync();

    [Fact]
    public async Task Who_comes_between_two_changes_that_undo_each_other_sees_the_round_too()
    {
        var queue = (await Lead.GetAsync("/queues")).Rows[0]["id"]!;
        await using var early = await Lead.WatchAsync();
        await RenameAsync(queue, "Før");
        _clock.Advance(_round);
        await new BoardReader(early).UntilAsync(board => board.Queue["name"] == "Før");

        // Within the second in which the board says nothing new.
        await RenameAsync(queue, "Midt");
        await using var late = await Lead.WatchAsync();
        var seen = await new BoardReader(late).UntilAsync(board => board.Queue["name"] == "Midt");
        await RenameAsync(queue, "Før");
        _clock.Advance(_round);
        await seen.UntilAsync(board => board.Queue["name"] == "Før");
    }

    [Fact]
    public async Task A_board_that_begins_anew_before_it_has_written_counts_nobody_twice()
    {
        var agent = await Here.Organisation.NewAgentAsync();
        var visitor = await Here.Organisation.NewConversationAsync();
        await Asking.UntilAsync(() => Lead.GetAsync("/wallboard"), board => board.Body.GetProperty("queues")[0].GetProperty("waiting").GetInt32() == 1);
        Here.Kanal.Services.GetRequiredService<RoutingNews>().Missed();
        await agent.TakeAsync(visitor.Conversation);
        await agent.SayAsync(visitor.Conversation, "Hej!");
        await using (var stream = await Lead.WatchAsync())
        {
            await MovesUntilAsync(new BoardReader(stream), board => board.Queue.Number("today.answered") == 1);
        }

        await Here.Kanal.RestartAsync();
        var queue = (await Lead.GetAsync("/wallboard")).Expect(HttpStatusCode.OK).Body.GetProperty("queues")[0];
        Assert.Equal(1, queue.GetProperty("today").GetProperty("answered").GetInt32());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_silence_the_board()
    {
        await using var stream = await Lead.WatchAsync();
        var board = await new BoardReader(stream).UntilAsync(all => all.Queue.Number("waiting") == 0);
        _clock.Advance(TimeSpan.FromHours(-1));
        await Here.Organisation.NewConversationAsync();
        await MovesUntilAsync(board, all => all.Queue.Number("waiting") == 1);
    }

    async Task RenameAsync(string queue, string name)
    {
        (await Lead.PutAsync($"/queues/{queue}", new { name })).Expect(HttpStatusCode.OK);
        await Asking.UntilAsync(() => Lead.GetAsync("/wallboard"), board => board.Body.GetProperty("queues")[0].GetProperty("name").GetString() == name);
    }

    async Task MovesUntilAsync(BoardReader board, Func<BoardReader, bool> holds)
    {
        var seen = board.UntilAsync(holds);
        await Asking.UntilAsync(() => Task.FromResult(seen.IsCompleted), () => _clock.Advance(_round));
        await seen;
    }
}
