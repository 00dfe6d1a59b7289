using System.Net;
using System.Text.RegularExpressions;
using Kanal.Product.Tests.Architecture;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Web.Demo;

[OnOneEngine]
public sealed partial class HelpSizeTests(DemoHost demo) : IClassFixture<DemoHost>
{
    const int Most = 50_000;

    // The widget's loader, which no test of ours builds: bin/test holds it to 5 kB compressed, which is about this.
    const int Loader = 12_000;

    [Theory]
    [InlineData("da", "")]
    [InlineData("pl", "")]
    [InlineData("en", "/contact")]
    [InlineData("en", "/contact?way=callback")]
    [InlineData("da", "/search?q=rejse")]
    [InlineData("en", "/articles/move-your-trip-yourself-step-by-step")]
    public async Task The_first_view_is_under_50_kilobytes_uncompressed_with_style_scripts_and_the_widgets_loader(string language, string path)
    {
        using var answer = await demo.Client.GetAsync($"/help/fjordrejser/{language}{path}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsByteArrayAsync();
        var assets = Assets().Matches(System.Text.Encoding.UTF8.GetString(page)).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, assets.Count);
        var all = page.Length + Loader;
        foreach (var asset in assets)
        {
            all += (await demo.Client.GetByteArrayAsync(asset)).Length;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{language}{path}: {page.Length} bytes, {all} in all");
        Assert.InRange(all, 1, Most);
    }

    [Fact]
    public void The_script_is_under_5_kilobytes() => Assert.InRange(new FileInfo(Repository.At("src/Web/HelpCentre/assets/help.js")).Length, 1, 5_000);

    [Fact]
    public async Task The_agencys_help_is_its_help_centre()
    {
        using var answer = await demo.Client.GetAsync("/demo/pl/help");
        Assert.Equal("/help/fjordrejser/pl", answer.Headers.Location?.OriginalString);
        Assert.Contains("<html lang=\"pl\">", await demo.Client.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
    }

    [GeneratedRegex("\"(/help-assets/[^\"]+)\"")]
    private static partial Regex Assets();
}
