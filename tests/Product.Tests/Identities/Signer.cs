using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kanal.Product.Tests.Api;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Identities;

/// <summary>A site's own server, which signs who its visitors are.</summary>
public sealed record Signer(string Site, string Secret)
{
    public static async Task<Signer> ForAsync(Organisation organisation)
    {
        var site = (await organisation.Administrator.GetAsync("/sites")).Rows[0]["id"]!;
        return new Signer(site, (await organisation.Administrator.PostAsync($"/sites/{site}/identity", new { })).Expect(HttpStatusCode.OK)["secret"]!);
    }

    public static long In(TimeSpan time) => (TimeProvider.System.GetUtcNow() + time).ToUnixTimeSeconds();

    /// <summary>An identity that holds for an hour.</summary>
    public string Of(string sub, string? email = null, bool verified = true, string? name = null, object? kanal = null) =>
        Sign(new { sub, exp = In(TimeSpan.FromHours(1)), email, email_verified = verified, name, kanal });

    public string Sign(object claims, object? header = null, string? secret = null)
    {
        var signed = $"{Part(JsonSerializer.Serialize(header ?? new { alg = "HS256", typ = "JWT" }))}.{Part(claims as string ?? JsonSerializer.Serialize(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret ?? Secret), Encoding.UTF8.GetBytes(signed)))}";
    }

    public static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <summary>Starts a conversation with an identity.</summary>
    public static Task<Reply> StartAsync(VisitorClient visitor, string identity, string channel = "chat", string? address = null) => visitor.PostAsync(
        $"/sites/{Organisation.Site}/conversations",
        new { visitor = visitor.Visitor, clientId = VisitorClient.NewClientId(), channel, address, text = "Hej", identity });
}
