using System.Net.Http.Json;
using System.Text.Json;

namespace Kanal.Product.Tests.Hosting;

public static class Problem
{
    /// <summary>The status and the slug of an answer, such as "409 set-up-already"; the status alone where it is no problem.</summary>
    public static async Task<string> SummaryAsync(this HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? $"{(int)answer.StatusCode} {(await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!.Split(':')[^1]}"
            : $"{(int)answer.StatusCode}";

    /// <summary>As <see cref="SummaryAsync(HttpResponseMessage)"/>, of an answer that is on its way.</summary>
    public static async Task<string> SummaryAsync(this Task<HttpResponseMessage> coming)
    {
        using var answer = await coming;
        return await answer.SummaryAsync();
    }
}
