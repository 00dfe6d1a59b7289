using Xunit.v3;

namespace Kanal.Product.Tests.Hosting;

/// <summary>What these tests hold is far from storage: bin/test runs them on SQLite and not once more on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnOneEngineAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Engine", "One")];
}
