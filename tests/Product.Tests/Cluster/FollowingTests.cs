using System.Net;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Cluster;

public sealed class FollowingTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [OnPostgres]
    public async Task Whoever_is_handed_a_conversation_at_one_node_is_told_everything_of_it_at_the_other()
    {
        var (one, other) = (await nodes.AtA.NewAgentAsync(), await nodes.AtA.NewAgentAsync());
        var visitor = await nodes.AtA.NewConversationAsync();
        (await one.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
        await using var desk = await other.At(nodes.AtB.Http).FollowAsync("mine");
        await desk.NextAsync("hello");
        using var enough = new CancellationTokenSource();

        // Visitors who say so much at once are held back.
        var saying = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                (await nodes.AtA.Administrator.SayAsync(visitor.Conversation, "Og en ting til")).Expect(HttpStatusCode.Created);
            }
        });
        (await one.HandToAsync(visitor.Conversation, other)).Expect(HttpStatusCode.OK);
        await desk.NextAsync("conversation", told => told["id"] == visitor.Conversation && told["agent.id"] == other.Id);
        var read = (await other.At(nodes.AtB.Http).GetAsync($"/conversations/{visitor.Conversation}/timeline?limit=100")).Rows.Max(entry => entry.Number("sequence"));
        var seen = (await desk.NextAsync("message", told => told.Number("entry.sequence") >= read)).Number("entry.sequence");
        Assert.InRange(seen, 1, read + 1);
        for (var next = seen + 1; next < seen + 10; next++)
        {
            Assert.Equal(next, (await desk.NextAsync("message")).Number("entry.sequence"));
        }

        await enough.CancelAsync();
        await saying;
    }

    [OnPostgres]
    public async Task What_both_nodes_take_at_once_is_told_in_order_even_when_they_have_just_found_each_other()
    {
        var visitor = await nodes.AtA.NewConversationAsync();
        await using var atA = await nodes.AtA.Administrator.ListenAsync();
        await using var atB = await nodes.AtB.Administrator.ListenAsync();
        await atA.NextAsync("hello");
        await atB.NextAsync("hello");
        for (var round = 0; round < 5; round++)
        {
            nodes.BellB.MissEverywhere();
            await atA.NextAsync("reset");
            await atB.NextAsync("reset");
            await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? visitor : visitor.At(nodes.AtB.Http)).SayAsync($"Nummer {number}")));
            foreach (var desk in new[] { atA, atB })
            {
                List<long> told = [];
                while (told.Count < 8)
                {
                    // What was said before may be told now, as everybody has begun anew.
                    told.Add((await desk.NextAsync("message", next => next["conversation"] == visitor.Conversation && next.Number("entry.sequence") >= 2 + (8 * round))).Number("entry.sequence"));
                }

                Assert.Equal(Enumerable.Range(2 + (8 * round), 8).Select(number => (long)number), told);
            }
        }
    }
}
