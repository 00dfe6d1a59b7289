using System.Reflection;
using System.Xml.Linq;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Architecture;

/// <summary>Web, Channels, Centre, Decisions: each uses what is to its right, and nothing to its left.</summary>
[OnOneEngine]
public sealed class ReferenceChainTests
{
    static readonly string[] Chain = ["Web", "Channels", "Centre", "Decisions"];

    [Fact]
    public void There_are_four_projects() =>
        Assert.Equal(Chain.Order(), Repository.Under("src", ".csproj").Select(path => Path.GetFileNameWithoutExtension(path)!).Order());

    [Theory]
    [InlineData("Web", "Channels")]
    [InlineData("Channels", "Centre")]
    [InlineData("Centre", "Decisions")]
    [InlineData("Decisions", null)]
    public void A_project_names_only_its_neighbour(string project, string? neighbour)
    {
        var named = XDocument.Load(Repository.At($"src/{project}/{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Equal(neighbour is null ? [] : [neighbour], named);
    }

    [Theory]
    [InlineData("Channels")]
    [InlineData("Centre")]
    [InlineData("Decisions")]
    public void An_assembly_uses_nothing_to_its_left(string project)
    {
        string[] left = [.. Chain.TakeWhile(name => name != project).Select(AssemblyOf)];
        var used = Assembly.Load(AssemblyOf(project)).GetReferencedAssemblies().Select(name => name.Name!);
        Offenders.AreNone(used.Intersect(left));
    }

    static string AssemblyOf(string project) => project == "Web" ? "kanal" : $"Kanal.{project}";
}
