using FsCheck;
using FsCheck.Fluent;

namespace Kanal.Decisions.Tests.Routing;

/// <summary>A random day on the floor: what happens is drawn from numbers, read against who is there when it happens.</summary>
sealed record FloorCase(int Rules, IReadOnlyList<(int Kind, int X, int Y)> Steps)
{
    public static Gen<FloorCase> Any { get; } =
        from rules in Gen.Choose(0, 999)
        from count in Gen.Choose(1, 200)
        from steps in Gen.ListOf(Gen.Choose(0, 99).Zip(Gen.Choose(0, 9999)).Zip(Gen.Choose(0, 9999), (a, y) => (a.Item1, a.Item2, y)), count)
        select new FloorCase(rules, [.. steps]);

    public static IEnumerable<FloorCase> Smaller(FloorCase larger)
    {
        for (var piece = larger.Steps.Count / 2; piece > 0; piece /= 2)
        {
            for (var i = 0; i + piece <= larger.Steps.Count; i += piece)
            {
                yield return larger with { Steps = [.. larger.Steps.Take(i), .. larger.Steps.Skip(i + piece)] };
            }
        }
    }

    public override string ToString() => $"rules {Rules}: {string.Join(" ", Steps)}";
}
