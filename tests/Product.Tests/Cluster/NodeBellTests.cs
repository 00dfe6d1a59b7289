using System.Collections.Concurrent;
using Kanal.Centre.Live;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Cluster;

public sealed class NodeBellTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    // One of the tests before may have had a third node, which each of the others hears of for itself that it is gone.
    [OnPostgres]
    public Task Each_node_knows_the_other() =>
        Asking.UntilAsync(() => Task.FromResult((nodes.BellA.Nodes.Count, nodes.BellB.Nodes.Count)), counts => counts == (2, 2));

    [OnPostgres]
    public async Task Words_of_any_length_arrive_once_and_in_order()
    {
        var heard = new ConcurrentQueue<Said>();
        var all = new TaskCompletionSource();
        using var hearing = nodes.BellB.Hear<Said>("said", word =>
        {
            heard.Enqueue(word);
            if (word.Number == 2_000)
            {
                all.TrySetResult();
            }
        });
        using var own = nodes.BellA.Hear<Said>("said", _ => Assert.Fail("A node hears itself."));
        for (var number = 1; number <= 2_000; number++)
        {
            nodes.BellA.Ring("said", new Said(number, number % 100 == 0 ? new string('æ', number * 10) : "Hej 👋"));
        }

        await all.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(Enumerable.Range(1, 2_000), heard.Select(word => word.Number));
        Assert.All(heard.Where(word => word.Number % 100 == 0), word => Assert.Equal(new string('æ', word.Number * 10), word.Text));
    }

    [OnPostgres]
    public async Task A_node_whose_listening_was_cut_is_told_that_it_missed_words_and_hears_again()
    {
        var missed = TwoNodes.MissedAsync(nodes.BellB);
        await nodes.A.Storage.SqlAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'kanal bell %'");
        await missed;
        var next = TwoNodes.NextAsync<Said>(nodes.BellB, "again");
        // What it was told of may still have been from its start.
        await Asking.UntilAsync(() => Task.FromResult(next.IsCompleted), meanwhile: () => nodes.BellA.Ring("again", new Said(1, "")));
        Assert.Equal(1, (await next).Number);
    }

    [OnPostgres]
    public async Task A_node_that_was_taken_for_dead_begins_anew_under_another_name()
    {
        var life = nodes.B.Services.GetRequiredService<NodeLife>();
        var before = life.Name;
        var (died, came) = (Waiting(nodes.BellA.WhenDied, name => name == before), Waiting(nodes.BellA.WhenCame, name => name != before));
        var missed = TwoNodes.MissedAsync(nodes.BellB);
        await nodes.A.Storage.SqlAsync($"delete from nodes where name = '{before}'");
        await died;
        await came;
        await missed;
        Assert.NotEqual(before, life.Name);
        var next = TwoNodes.NextAsync<Said>(nodes.BellA, "back");
        nodes.BellB.Ring("back", new Said(1, ""));
        await next;
    }

    [OnPostgres]
    public async Task A_node_that_leaves_is_known_to_be_gone_and_one_that_comes_is_told_everything()
    {
        await using var third = await KanalHost.StartAsync(storage: nodes.A.Storage.ForAnother());
        var bell = third.Services.GetRequiredService<NodeBell>();
        Assert.Equal(3, bell.Nodes.Count);
        var next = TwoNodes.NextAsync<Said>(bell, "hello");
        nodes.BellA.Ring("hello", new Said(3, ""));
        Assert.Equal(3, (await next).Number);
        var name = third.Services.GetRequiredService<NodeLife>().Name;
        var died = Waiting(nodes.BellA.WhenDied, gone => gone == name);
        await third.DisposeAsync();
        await died;
    }

    static async Task Waiting(Func<Action<string>, IDisposable> listen, Func<string, bool> isIt)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = listen(name =>
        {
            if (isIt(name))
            {
                told.TrySetResult();
            }
        });
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    sealed record Said(int Number, string Text);
}
