using System.Net;
using System.Text.RegularExpressions;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Web;

[OnOneEngine]
public sealed partial class MetricsTests
{
    [Fact]
    public async Task The_page_tells_what_happened_and_how_things_stand()
    {
        await using var server = await KanalProcess.StartAsync();
        using var organisation = await Organisation.OnAsync(server.Address);
        Assert.Equal("0", (await PageAsync(server.Client))["kanal_conversations_waiting{queue=\"Everyone\"}"]);
        var visitor = await organisation.NewConversationAsync();
        await organisation.NewConversationAsync();
        (await visitor.SayAsync("Er der plads?", "one")).Expect(HttpStatusCode.Created);
        (await visitor.SayAsync("Er der plads?", "one")).Expect(HttpStatusCode.OK);
        await using var listening = await visitor.ListenAsync(1);
        await listening.NextAsync("message");
        var agent = await organisation.NewAgentAsync();
        await using (var desk = await agent.ListenAsync())
        {
            await agent.PresenceAsync("available");
            var offer = await desk.NextAsync("offer");
            (await agent.DeclineAsync(offer["id"]!)).Expect(HttpStatusCode.NoContent);
            (await agent.TakeAsync(visitor.Conversation)).Expect(HttpStatusCode.OK);
            (await agent.SayAsync(visitor.Conversation, "Ja!")).Expect(HttpStatusCode.Created);
            Assert.Equal("2", (await PageAsync(server.Client))["kanal_event_streams_open"]);
        }

        var page = await PageAsync(server.Client);
        Assert.Equal("3", page["kanal_messages_accepted_total{author=\"visitor\"}"]);
        Assert.Equal("1", page["kanal_messages_accepted_total{author=\"agent\"}"]);
        Assert.Equal("1", page["kanal_conversations_waiting{queue=\"Everyone\"}"]);
        Assert.Equal("1", page["kanal_conversations_in_hand{state=\"assigned\"}"]);
        Assert.Equal("1", page["kanal_agents{presence=\"available\"}"]);
        Assert.Equal("1", page["kanal_agents{presence=\"offline\"}"]);
        Assert.Equal("1", page["kanal_offers_total{happened=\"declined\"}"]);
        Assert.True(Number(page["kanal_offers_total{happened=\"made\"}"]) >= 1);
        Assert.Equal(("3", "3"), (page["kanal_journal_batch_size_count"], page["kanal_journal_batch_size_bucket{le=\"1\"}"]));
        Assert.True(Number(page["kanal_journal_batch_duration_seconds_sum"]) > 0);
        Assert.Equal(("3", "0"), (page["kanal_journal_wait_seconds_count"], page["kanal_journal_refused_total"]));
        await listening.NextAsync("message", told => told["text"] == "Ja!");
        // It is counted a moment after it has left.
        await Asking.UntilAsync(() => PageAsync(server.Client), now => now.ContainsKey("kanal_delivery_duration_seconds_count"));
        Assert.Equal(("0", "1", "0"), (page["kanal_journal_waiting"], page["kanal_nodes"], page["kanal_outbox_overdue_seconds"]));
        Assert.Equal(("1", "0", "0"), (page["kanal_routing_leads"], page["kanal_bell_words_total"], page["kanal_bell_missed_total"]));
        Assert.Equal("1", page["kanal_storage_answers"]);
        Assert.True(Number(page["http_server_request_duration_seconds_count{http_response_status_code=\"2xx\"}"]) > 5);
        Assert.True(Number(page["dotnet_process_memory_working_set_bytes"]) > 10_000_000);
        Assert.True(Number(page["kanal_handles_open"]) > 10);
    }

    [Fact]
    public async Task The_page_is_in_the_format_that_Prometheus_reads()
    {
        await using var installation = await Installation.StartAsync();
        using var answer = await installation.Kanal.Client.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.Matches(Line(), line));
        var types = lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        Assert.Equal(types.Distinct(), types);
        Assert.Equal(lines.Where(line => line[0] != '#').Select(line => line.Split(' ')[0]).Distinct().Count(), lines.Count(line => line[0] != '#'));
    }

    [Fact]
    public async Task OpenTelemetry_gets_figures_and_traces_where_its_variables_say()
    {
        using var collector = new Collector();
        await using var server = await KanalProcess.StartAsync(settings:
            [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "500")]);
        using var organisation = await Organisation.OnAsync(server.Address);
        var visitor = await organisation.NewConversationAsync();
        await using var desk = await organisation.Administrator.ListenAsync();
        (await visitor.SayAsync("Er der plads?")).Expect(HttpStatusCode.Created);
        await desk.NextAsync("message");
        await collector.UntilAsync("/v1/metrics", "kanal.messages.accepted", "kanal.agents", "http.server.request.duration", "service.name", "kanal");
        // The path of a message, with the conversation that it belongs to.
        await collector.UntilAsync("/v1/traces", "service.name", "kanal", "intake", "journal.commit", "feed", "stream", visitor.Conversation);
    }

    [Fact]
    public async Task Strangers_see_nothing_of_it()
    {
        await using var installation = await Installation.StartAsync();
        using var reader = await installation.NewProgramAsync(["metrics:read"]);
        using var other = await installation.NewProgramAsync(["conversations:write", "settings:read"]);
        using var agent = await installation.NewAgentAtDeskAsync();
        Assert.Equal("401 sign-in-needed", await FromOutsideAsync(installation.Kanal.Client));
        Assert.Equal("403 not-allowed", await FromOutsideAsync(other));
        Assert.Equal("403 not-allowed", await FromOutsideAsync(agent));
        Assert.Equal("200", await FromOutsideAsync(reader));
        Assert.Equal("200", await FromOutsideAsync(installation.Administrator));
        Assert.Equal("200", await installation.Kanal.Client.GetAsync("/metrics").SummaryAsync());
    }

    [Fact]
    public async Task While_storage_is_away_the_page_says_so_and_tells_the_rest()
    {
        Assert.SkipUnless(TestStorage.OnPostgres, "SQLite is never elsewhere.");
        var storage = await TestStorage.CreateAsync();
        await using var wire = storage.Wire();
        await using var kanal = await KanalHost.StartAsync(storage: storage);
        wire.Cut();
        var page = await PageAsync(kanal.Client);
        Assert.Equal("0", page["kanal_storage_answers"]);
        Assert.DoesNotContain(page.Keys, name => name.StartsWith("kanal_conversations_waiting", StringComparison.Ordinal));
        wire.Mend();
    }

    static async Task<string> FromOutsideAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
        using var answer = await client.SendAsync(request);
        return await answer.SummaryAsync();
    }

    static async Task<Dictionary<string, string>> PageAsync(HttpClient client) =>
        (await client.GetStringAsync("/metrics")).Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToDictionary(line => line[..line.LastIndexOf(' ')], line => line[(line.LastIndexOf(' ') + 1)..]);

    static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("""^(# (HELP [a-z_]+ \S.*|TYPE [a-z_]+ (counter|gauge|histogram))|[a-z_]+(\{[a-z_]+="[^"\n]*"(,le="[^"]+")?\})? -?[0-9.E+-]+)$""")]
    private static partial Regex Line();
}
