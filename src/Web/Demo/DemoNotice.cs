using Kanal.Web.Demo.World;
using Kanal.Web.Hosting;

namespace Kanal.Web.Demo;

/// <summary>What is printed when the demo is ready.</summary>
static class DemoNotice
{
    /// <summary>What was not built, in a sentence; null where all is there.</summary>
    public static string? Missing()
    {
        var folder = Assets.Folder();
        var (desk, widget) = (Has("desk/index.html"), Has("widget/kanal.js"));
        return desk && widget ? null : $"{(desk ? "The widget is" : widget ? "The desk is" : "The desk and the widget are")} not built yet: run `npm ci && npm run build` in web/, then start the demo again (./kanal does both).";

        bool Has(string file) => folder is not null && File.Exists(Path.Combine(folder, file));
    }

    public static void Write(TextWriter console, string address, DemoPlace place)
    {
        console.WriteLine($"""

            The demo is ready.

              Start here       {address}/demo
              The agency       {address}/demo/da  (also pl, ro, en)
            """);
        foreach (var employee in Employee.All.Where(employee => employee.SignsIn))
        {
            console.WriteLine($"  {employee.Role,-15}  {address}/demo/sign-in/{employee.Role.ToString().ToLowerInvariant(),-14}  signs in as {employee.Name}");
        }

        console.WriteLine();
        if (Missing() is { } missing)
        {
            console.WriteLine(missing);
        }

        if (!new Uri(address).IsLoopback)
        {
            console.WriteLine("Whoever reaches this address can sign in by these links: show it to friends only.");
        }

        console.WriteLine(place.LeavesNothing ? "Ctrl+C ends it and removes everything." : $"Ctrl+C ends it; what was written stays in {place.Name}.");
    }
}
