using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Experiments;

public sealed class ExperimentKillTests
{
    const int Visitors = 60;

    [Fact]
    public async Task A_server_killed_in_the_middle_of_an_experiment_counts_everybody_and_every_order_once()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        var experimenter = await Experimenter.AtAsync(organisation, Experimenter.Offering("email"), Experimenter.Offering("callback", "email"));
        var id = await experimenter.RunningAsync(Experimenter.Versions(), server.Storage);
        var visitors = await experimenter.NewVisitorsAsync(Visitors);
        var first = await Task.WhenAll(visitors.Select(Experimenter.ComeAsync));
        await experimenter.UntilAsync(id, its => Experimenter.Visitors(its) == Visitors);
        await Task.WhenAll(visitors.Take(10).Select((visitor, i) => experimenter.OrderAsync(visitor, $"order-{i}", 100)));
        await server.KillAsync();
        await server.StartAgainAsync();

        // Nobody knows which answers arrived, so everything is said once more.
        Assert.Equal(first, await Task.WhenAll(visitors.Select(Experimenter.ComeAsync)));
        await Task.WhenAll(visitors.Take(10).Select((visitor, i) => experimenter.OrderAsync(visitor, $"order-{i}", 100)));
        await Experimenter.ComeAsync(experimenter.NewVisitor());
        var counted = await experimenter.UntilAsync(id, its => Experimenter.Visitors(its) > Visitors);
        Assert.Equal((Visitors + 1, 10L, 1000.0), (Experimenter.Visitors(counted), Experimenter.Arms(counted).Sum(arm => arm.Number("orders")), Experimenter.Arms(counted).Sum(arm => (double)arm.Number("revenue"))));
    }
}
