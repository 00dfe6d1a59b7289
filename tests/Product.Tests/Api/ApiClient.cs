using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Kanal.Centre.Access;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Product.Tests.Api;

/// <summary>A program that uses the business API with a key of its own.</summary>
public sealed class ApiClient(HttpClient http) : IDisposable
{
    /// <summary>With a key that may do everything.</summary>
    public static Task<ApiClient> AdministratorAsync(KanalHost kanal) => WithKeyAsync(kanal, null);

    /// <summary>With the key of an agent of this role.</summary>
    public static async Task<ApiClient> AgentAsync(KanalHost kanal, string role = "agent")
    {
        var ids = kanal.Services.GetRequiredService<IdSource>();
        var id = ids.Next();
        await kanal.Services.GetRequiredService<Database>().WriteAsync(sql => sql.ExecuteAsync("""
            insert into agents (id, name, email, email_folded, role, languages, active, presence, presence_since, preferences, created_at)
            values (@id, 'Bo', @email, @email, @role, '[]', true, 'offline', 0, '{}', 0)
            """, new { id, email = $"{id}@example.com", role }), CancellationToken.None);
        return await WithKeyAsync(kanal, id);
    }

    /// <summary>From now on as somebody who reads this language.</summary>
    public void Reads(string language) => http.DefaultRequestHeaders.Add("Accept-Language", language);

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Reply> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public Task<Reply> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public void Dispose() => http.Dispose();

    async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = content };
        using var answer = await http.SendAsync(request);
        return await Reply.OfAsync(answer);
    }

    static async Task<ApiClient> WithKeyAsync(KanalHost kanal, Id? agent)
    {
        var secret = KeySecret.New();
        var id = kanal.Services.GetRequiredService<IdSource>().Next();
        await kanal.Services.GetRequiredService<Database>().WriteAsync(sql => sql.ExecuteAsync(
            "insert into keys (id, name, scopes, secret_hash, agent_id, created_at) values (@id, 'test', @scopes, @hash, @agent, 0)",
            new { id, scopes = """["*"]""", hash = KeySecret.Hash(secret), agent }), CancellationToken.None);
        var client = new HttpClient { BaseAddress = kanal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return new ApiClient(client);
    }
}

/// <summary>What came back.</summary>
public sealed record Reply(HttpStatusCode Status, JsonElement Body)
{
    /// <summary>A member of the body, by a path such as <c>look.accent</c>; null where it is not there.</summary>
    public string? this[string path]
    {
        get
        {
            var at = Body;
            foreach (var name in path.Split('.'))
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                {
                    return null;
                }
            }

            return at.ValueKind == JsonValueKind.String ? at.GetString() : at.GetRawText();
        }
    }

    /// <summary>One member of each row of a list.</summary>
    public string[] Each(string member) => [.. Body.GetProperty("data").EnumerateArray().Select(row => new Reply(Status, row)[member] ?? "")];

    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>As a test that fails shows it. What a record writes of itself asks every member, and not every body has an id.</summary>
    public override string ToString() => $"{(int)Status} {(Body.ValueKind == JsonValueKind.Undefined ? "without a body" : Body.GetRawText())}";

    public static async Task<Reply> OfAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var isJson = answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return new Reply(answer.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default) { Headers = answer.Headers };
    }

    /// <summary>This, where its status is as it should be.</summary>
    public Reply Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)status} was to come, but {(int)Status} came: {(Body.ValueKind == JsonValueKind.Undefined ? "nothing" : Body.GetRawText())}");
        return this;
    }

    /// <summary>The rows of a list.</summary>
    public Reply[] Rows => [.. Body.GetProperty("data").EnumerateArray().Select(row => new Reply(Status, row))];

    public long Number(string path) => long.Parse(this[path]!, CultureInfo.InvariantCulture);

    /// <summary>The id of what came back.</summary>
    public Id Id => Id.Parse(this["id"]!, null);

    /// <summary>The problem's slug.</summary>
    public string? Problem => this["type"]?.Split(':')[^1];

    /// <summary>What is wrong with one field.</summary>
    public string[] Errors(string field) => Body.TryGetProperty("errors", out var errors) && errors.TryGetProperty(field, out var sentences)
        ? [.. sentences.EnumerateArray().Select(sentence => sentence.GetString()!)]
        : [];
}
