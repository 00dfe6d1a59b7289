using System.Net;
using Kanal.Centre.Agents;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Cluster;

public sealed class DesksTests : IAsyncLifetime
{
    readonly TestClock _clock = new();
    KanalHost _a = null!, _b = null!;
    Organisation _atA = null!, _atB = null!;

    public async ValueTask InitializeAsync()
    {
        if (TestStorage.OnPostgres)
        {
            _a = await KanalHost.StartAsync(_clock);
            _b = await KanalHost.StartAsync(_clock, storage: _a.Storage.ForAnother());
            _atA = await Organisation.OnAsync(_a);
            _atB = _atA.At(_b.Address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _atB?.Dispose();
        _atA?.Dispose();
        await (_b?.DisposeAsync() ?? default);
        await (_a?.DisposeAsync() ?? default);
    }

    [OnPostgres]
    public async Task Nobody_is_set_offline_whose_desk_is_open_at_either_node()
    {
        var stays = await _atB.NewAvailableAgentAsync();
        var leaves = await _atB.NewAvailableAgentAsync();
        await using var watch = await _atA.Administrator.ListenAsync();
        await using (await stays.ListenAsync())
        {
            await (await leaves.ListenAsync()).DisposeAsync();
            await GoneAsync(watch, leaves);
            Assert.Equal("available", await PresenceAsync(stays));
        }

        // From one node to the other, within the time that one who leaves is given.
        _clock.Advance(TimeSpan.FromSeconds(40));
        await using var there = await stays.At(_atA.Http).ListenAsync();
        await (await leaves.ListenAsync()).DisposeAsync();
        await leaves.PresenceAsync("available");
        await GoneAsync(watch, leaves);
        Assert.Equal("available", await PresenceAsync(stays));
    }

    [OnPostgres]
    public async Task The_death_of_a_node_gives_its_agents_the_whole_time_to_come_back()
    {
        var (stays, leaves) = (await _atB.NewAvailableAgentAsync(), await _atB.NewAvailableAgentAsync());
        await using (var one = await stays.ListenAsync())
        {
            await using var other = await leaves.ListenAsync();
            _clock.Advance(TimeSpan.FromMinutes(30));
            await _b.DisposeAsync();
        }

        _b = null!;
        await using var watch = await _atA.Administrator.ListenAsync();
        Assert.Equal("available", await PresenceAsync(stays));
        await using var back = await stays.At(_atA.Http).ListenAsync();
        await GoneAsync(watch, leaves);
        Assert.Equal("available", await PresenceAsync(stays));
    }

    // A clock that is moved on too often in a moment lets the nodes take each other for dead.
    async Task GoneAsync(EventReader watch, AgentClient agent)
    {
        Assert.True(Id.TryParse(agent.Id, null, out var id));
        var desks = _a.Services.GetRequiredService<OpenDesks>();
        var looks = 0;
        await Asking.UntilAsync(() => _atA.Administrator.GetAsync($"/agents/{agent.Id}"), reply =>
        {
            if (!desks.IsHere(id) && looks++ % 10 == 0)
            {
                _clock.Advance(TimeSpan.FromSeconds(61));
            }

            return reply["presence"] == "offline";
        });
        await watch.NextAsync("presence", told => told["id"] == agent.Id && told["presence"] == "offline");
    }

    async Task<string?> PresenceAsync(AgentClient agent) => (await _atA.Administrator.GetAsync($"/agents/{agent.Id}")).Expect(HttpStatusCode.OK)["presence"];
}
