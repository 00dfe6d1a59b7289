using System.Reflection;

namespace Kanal.Product.Tests.Architecture;

/// <summary>The compiled product: the types that we wrote, in all four projects.</summary>
static class Product
{
    public static IReadOnlyList<Type> Types { get; } =
        [.. new[] { "kanal", "Kanal.Channels", "Kanal.Centre", "Kanal.Decisions" }.SelectMany(name => Assembly.Load(name).GetTypes()).Where(Written)];

    public static IEnumerable<Type> In(string space) => Types.Where(type => type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true);

    static bool Written(Type type) =>
        type.Namespace?.StartsWith("Kanal", StringComparison.Ordinal) == true && !type.FullName!.Contains('<', StringComparison.Ordinal);
}
