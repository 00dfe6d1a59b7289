using Kanal.Centre.Routing;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Articles;
using Kanal.Product.Tests.Deflections;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Cluster;

/// <summary>A node that leads again after another one has led.</summary>
public sealed class ReturnTests : IAsyncLifetime
{
    const string EndLease = """
        select pg_terminate_backend(a.pid) from pg_stat_activity a join pg_locks l on l.pid = a.pid
        where a.datname = current_database() and a.application_name like 'kanal lease%' and l.locktype = 'advisory' and l.granted
        """;

    readonly TestClock _clock = new();
    Fjordrejser? _here;
    KanalHost _b = null!;
    Organisation _atB = null!;

    public async ValueTask InitializeAsync()
    {
        if (TestStorage.OnPostgres)
        {
            _here = await Fjordrejser.FoundAsync(_clock);
            _b = await KanalHost.StartAsync(_clock, storage: _here.Kanal.Storage.ForAnother());
            _atB = _here.Organisation.At(_b.Address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_here is not null)
        {
            _atB.Dispose();
            await _b.DisposeAsync();
            await _here.DisposeAsync();
        }
    }

    [OnPostgres]
    public async Task How_long_the_queue_is_is_told_by_who_leads_again_though_it_is_as_long_as_when_it_led_before()
    {
        await using var desk = await _atB.Administrator.ListenAsync();
        await _atB.NewConversationAsync();
        await desk.NextAsync("queue", told => told.Number("waiting") == 1);
        await LeadsNextAsync(_b);
        var second = await _atB.NewConversationAsync();
        await desk.NextAsync("queue", told => told.Number("waiting") == 2);
        Assert.True(Id.TryParse(second.Conversation, null, out var id));
        // As whoever led wrote it down, and did not get to tell.
        await LeadsNextAsync(_here!.Kanal, $"update conversations set state = 'closed', ended_at = last_at, closed_at = last_at where id = {id.Value};");
        await desk.NextAsync("queue", told => told.Number("waiting") == 1);
    }

    [OnPostgres]
    public async Task What_was_read_while_another_node_led_is_closed_by_the_one_that_leads_again()
    {
        var article = (await (await Editor.OfAsync(_here!)).PublishedAsync("How much luggage"))["id"]!;
        await LeadsNextAsync(_b);
        var visitor = _atB.NewVisitor();
        await visitor.MenuAsync();
        await new Reader(visitor).ReadsAsync(article);
        await LeadsNextAsync(_here!.Kanal);
        _clock.Advance(TimeSpan.FromHours(25));
        await Asking.UntilAsync(() => _atB.Administrator.GetAsync("/reports/deflection?to=2099-01-01T00:00:00Z&from=2020-01-01T00:00:00Z"), report => report.Number("matters.deflected") == 1, () => _clock.Advance(TimeSpan.FromSeconds(1)));
    }

    async Task LeadsNextAsync(KanalHost next, string before = "")
    {
        await _here!.Kanal.Storage.SqlAsync(before + EndLease);
        await Asking.UntilAsync(() => Task.FromResult(next.Services.GetRequiredService<RoutingLease>().IsHeld));
        // The other one stands in line again.
        await Asking.UntilAsync(async () => await _here.Database.ReadAsync(sql => sql.FirstAsync<long>(
            "select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid where a.datname = current_database() and a.application_name like 'kanal lease%' and l.locktype = 'advisory' and not l.granted"), CancellationToken.None) == 1);
    }
}
