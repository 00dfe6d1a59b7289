namespace Kanal.Product.Tests.Architecture;

/// <summary>Those who break a rule. Unlike Assert.Empty, it names every one of them, in full.</summary>
static class Offenders
{
    public static void AreNone(IEnumerable<string?> offenders)
    {
        var named = offenders.ToList();
        Assert.True(named.Count == 0, string.Join('\n', named));
    }
}
