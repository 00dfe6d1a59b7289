using System.Runtime.CompilerServices;

namespace Kanal.Product.Tests.Hosting;

/// <summary>A promise of several nodes, which only PostgreSQL can hold: left out where a run is on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : FactAttribute
{
    public OnPostgresAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = "There is only ever one node on SQLite.";
        SkipType = typeof(TestStorage);
        SkipUnless = nameof(TestStorage.OnPostgres);
    }
}
