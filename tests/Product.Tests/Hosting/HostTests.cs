using System.Net;
using Kanal.Centre.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Hosting;

public sealed class HostTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    [Fact]
    public void A_run_is_on_the_engine_it_was_asked_for() =>
        Assert.Equal(TestStorage.OnPostgres ? "PostgreSQL" : "SQLite", kanal.Services.GetRequiredService<Database>().Engine);

    [Fact]
    public async Task An_unknown_address_is_a_problem_document()
    {
        using var answer = await kanal.Client.GetAsync("/api/v1/no-such-noun");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_killed_server_starts_again_on_what_it_left()
    {
        await using var server = await KanalProcess.StartAsync();
        await server.KillAsync();
        await server.StartAgainAsync();
        using var answer = await server.Client.GetAsync("/api/v1/no-such-noun");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
