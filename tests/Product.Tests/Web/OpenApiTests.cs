using Kanal.Product.Tests.Architecture;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Web;

[OnOneEngine]
public sealed class OpenApiTests(KanalHost kanal) : IClassFixture<KanalHost>
{
    /// <summary>After a change of the API: <c>KANAL_ACCEPT=1 bin/test product</c>, look at the difference, run `npm run generate` in web/api.</summary>
    [Fact]
    public async Task The_committed_document_is_what_the_server_says()
    {
        var file = Path.Combine(Repository.Root, "docs", "openapi", "v1.json");
        var said = (await kanal.Client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("KANAL_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, said);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), said);
    }
}
