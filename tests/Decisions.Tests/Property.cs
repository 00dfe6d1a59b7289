using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Kanal.Decisions.Tests;

/// <summary>Runs a property from a fixed seed, so that a failure is the same failure tomorrow; FsCheck prints the seed and the case.</summary>
static class Property
{
    const ulong Seed = 20_260_101;

    public static void Holds<T>(Gen<T> cases, Action<T> check, int count = 200, Func<T, IEnumerable<T>>? smaller = null) =>
        Check.One(
            Config.QuickThrowOnFailure
                .WithMaxTest(count)
                .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None))),
            Prop.ForAll(Arb.From(cases, smaller ?? (_ => [])), check));
}
