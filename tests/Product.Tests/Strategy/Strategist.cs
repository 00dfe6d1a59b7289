using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Strategy;

/// <summary>Somebody who writes a site's strategy, over the business API. Every one has a site for themselves.</summary>
public sealed class Strategist(AgentClient who, Reply site)
{
    public AgentClient Who => who;

    public string Site => site["id"]!;

    public string Path => $"/sites/{Site}/strategy";

    /// <summary>A supervisor with a new site.</summary>
    public static async Task<Strategist> AtAsync(Fjordrejser here)
    {
        var key = $"s-{VisitorClient.NewClientId()}"[..20].ToLowerInvariant().TrimEnd('-');
        var made = await here.Organisation.Administrator.PostAsync("/sites", new { key, name = key, timeZone = "Europe/Copenhagen", languages = (string[])["da", "en"] });
        return new Strategist(await here.Organisation.NewAgentAsync(role: "supervisor"), made.Expect(HttpStatusCode.Created));
    }

    /// <summary>A strategy of two rules: one with this condition, and everybody else.</summary>
    public static JsonObject Trips(string when = """{ "fact": "step", "operator": "is", "value": "payment" }""", string name = "Trips") => JsonNode.Parse($$"""
        {
          "format": 1, "name": "{{name}}",
          "rules": [
            { "id": "last-step", "name": "Last step", "when": {{when}}, "offer": ["chat", "help"], "otherwise": ["callback", "email"], "waitLimitSeconds": 20, "value": 5 },
            { "id": "everybody", "name": "Everybody else", "offer": ["help", "email"] }
          ]
        }
        """)!.AsObject();

    public async Task<Reply> LookAsync() => (await who.GetAsync(Path)).Expect(HttpStatusCode.OK);

    public Task<Reply> SaveAsync(JsonNode definition, long? revision = null) => who.PutAsync($"{Path}/draft", new { definition, revision });

    public Task<Reply> PublishAsync(long revision, string? note = null, long? over = null) => who.PostAsync($"{Path}/publish", new { revision, note, over });

    /// <summary>What is published as the next version.</summary>
    public async Task<Reply> PublishedAsync(JsonNode definition, string? note = null) =>
        (await PublishAsync((await SaveAsync(definition)).Expect(HttpStatusCode.OK).Number("revision"), note)).Expect(HttpStatusCode.OK);

    public Task<Reply> TryAsync(object trial) => who.PostAsync($"{Path}/try", trial);

    public Task<Reply> RestoreAsync(long version, string? note = null) => who.PostAsync($"{Path}/versions/{version}/restore", new { note });

    /// <summary>A body as it is, well-formed or not.</summary>
    public async Task<Reply> SendAsync(HttpMethod method, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await who.SendAsync(method, Path + path, content);
    }

    public async Task<Reply> SettingsAsync() => (await who.GetAsync($"{Path}/settings")).Expect(HttpStatusCode.OK);

    public Task<Reply> ChangeSettingsAsync(object settings) => who.PutAsync($"{Path}/settings", settings);
}
