using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kanal.Decisions.Experiments;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;
using Kanal.Product.Tests.Strategy;

namespace Kanal.Product.Tests.Experiments;

/// <summary>Somebody who tries strategies on the visitors of a site, over the public doors.</summary>
public sealed class Experimenter(Strategist strategist, string key, HttpClient http)
{
    public const string Salt = "spring";

    static readonly object[] _allDay = [new { from = "00:00", to = "24:00" }];
    static readonly object _always = new { timeZone = "Europe/Copenhagen", week = new { monday = _allDay, tuesday = _allDay, wednesday = _allDay, thursday = _allDay, friday = _allDay, saturday = _allDay, sunday = _allDay } };

    public Strategist Strategist => strategist;

    string Path => $"/sites/{strategist.Site}/experiments";

    /// <summary>On a site of their own, whose visitors agree to be known over their visits; with a version for each definition.</summary>
    public static async Task<Experimenter> AtAsync(Organisation organisation, params JsonObject[] versions)
    {
        var key = $"x-{VisitorClient.NewClientId()}"[..20];
        var site = (await organisation.Administrator.PostAsync("/sites", new { key, name = key, timeZone = "Europe/Copenhagen", languages = (string[])["da", "en"], hours = _always, callback = new { offer = "always" } })).Expect(HttpStatusCode.Created);
        var strategist = new Strategist(await organisation.NewAgentAsync(role: "supervisor"), site);
        var made = new Experimenter(strategist, key, organisation.Http);
        await made.AgreeAsync("journey");
        foreach (var version in versions)
        {
            await strategist.PublishedAsync(version);
        }

        return made;
    }

    /// <summary>Everybody is offered these, the first as the best.</summary>
    public static JsonObject Offering(params string[] channels) => JsonNode.Parse($$"""
        { "format": 1, "name": "Offering", "rules": [{ "id": "everybody", "name": "Everybody", "offer": [{{string.Join(", ", channels.Select(channel => $"\"{channel}\""))}}] }] }
        """)!.AsObject();

    /// <summary>The same with half of all held out, and something to earn.</summary>
    public static JsonObject Half()
    {
        var half = Offering("email");
        half["holdout"] = JsonNode.Parse($$"""{ "share": 0.5, "salt": "{{Salt}}" }""");
        half["economy"] = JsonNode.Parse("""{ "marginShare": 0.1, "uplift": 0.02, "costs": { "email": 14 } }""");
        return half;
    }

    public async Task AgreeAsync(string consent)
    {
        var settings = JsonNode.Parse((await strategist.SettingsAsync()).Body.GetRawText())!.AsObject();
        settings["consent"] = consent;
        (await strategist.ChangeSettingsAsync(settings)).Expect(HttpStatusCode.OK);
    }

    public static object Versions(long tried = 2, long against = 1) => new
    {
        name = "New words",
        kind = "versions",
        expected = 0.05,
        arms = new object[] { new { name = "new", version = tried, share = 1 }, new { name = "old", version = against, share = 1 } },
    };

    public static object Holdout(double expected = 0.3) => new { name = "Is it worth it?", kind = "holdout", expected, expectedNet = 1 };

    public Task<Reply> CreateAsync(object experiment) => strategist.Who.PostAsync(Path, experiment);

    public Task<Reply> StartAsync(string id) => strategist.Who.PostAsync($"{Path}/{id}/start", new { });

    public Task<Reply> StopAsync(string id, string? note = null) => strategist.Who.PostAsync($"{Path}/{id}/stop", new { note });

    public Task<Reply> DeleteAsync(string id) => strategist.Who.DeleteAsync($"{Path}/{id}");

    public Task<Reply> ReadAsync(string id) => strategist.Who.GetAsync($"{Path}/{id}");

    /// <summary>One that runs.</summary>
    /// <param name="storage">Where it is, if versions are to be tried on visitors who come by turns: their arms go by a salt that nobody knows else.</param>
    public async Task<string> RunningAsync(object experiment, TestStorage? storage = null)
    {
        var id = (await CreateAsync(experiment)).Expect(HttpStatusCode.Created)["id"]!;
        if (storage is not null)
        {
            await storage.SqlAsync($"update experiments set salt = '{Salt}'");
        }

        (await StartAsync(id)).Expect(HttpStatusCode.OK);
        return id;
    }

    public Task<Reply> UntilAsync(string id, Func<Reply, bool> holds) => Asking.UntilAsync(async () => (await ReadAsync(id)).Expect(HttpStatusCode.OK), holds);

    public static long Visitors(Reply experiment) => Arms(experiment).Sum(arm => arm.Number("visitors"));

    public static Reply[] Arms(Reply experiment) => [.. experiment.Body.GetProperty("reading").GetProperty("arms").EnumerateArray().Select(arm => new Reply(experiment.Status, arm))];

    public VisitorClient NewVisitor() => new(http, key);

    /// <summary>By turns for one arm and the other: of visitors as they happen to come one share in a thousand would be a mismatch, which ends the experiment.</summary>
    public async Task<VisitorClient[]> NewVisitorsAsync(int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(async i =>
    {
        var visitor = NewVisitor();
        do
        {
            // They are met here when they come here.
            var elsewhere = new VisitorClient(http, Organisation.Site);
            (await elsewhere.MenuAsync()).Expect(HttpStatusCode.OK);
            visitor.Visitor = elsewhere.Visitor;
        }
        while (IsHeldOut(visitor) != (i % 2 == 1));
        return visitor;
    }));

    /// <summary>Comes to a page, and tells the way of contact that is offered first.</summary>
    public static async Task<string> ComeAsync(VisitorClient visitor) =>
        (await visitor.MenuAsync()).Expect(HttpStatusCode.OK).Body.GetProperty("menu").GetProperty("entries")[0].GetProperty("channel").GetString()!;

    public async Task OrderAsync(VisitorClient visitor, string order, double value) =>
        (await visitor.PostAsync($"/sites/{key}/orders", new { visitor = visitor.Visitor, order, value, currency = "DKK" })).Expect(HttpStatusCode.NoContent);

    public static async Task WriteAsync(VisitorClient visitor) => (await visitor.StartAsync(channel: "email", address: $"{VisitorClient.NewClientId()}@example.com")).Expect(HttpStatusCode.Created);

    /// <summary>Whether the strategy's own holdout has this visitor, whose token begins with the name that they are known by.</summary>
    public static bool IsHeldOut(VisitorClient visitor) =>
        ArmChoice.Place(Convert.ToHexStringLower(SHA256.HashData(Base64Url.DecodeFromChars(visitor.Visitor)[..16])), Salt) < 0.5;
}
