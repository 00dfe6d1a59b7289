using Kanal.Centre.Storage;

namespace Kanal.Product.Tests.Storage;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Åse", "Aase")]
    [InlineData("a\u030Angstrom", "Ångstrom")]
    [InlineData("Sørensen", "SORENSEN")]
    [InlineData("Ægir", "aegir")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Müller", "muller")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Ştefan ţară", "Ștefan țară")]
    [InlineData("  two \t\n words ", "two words")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("İstanbul", "istanbul")]
    public void These_are_the_same_to_a_search(string one, string other) => Assert.Equal(Folding.Fold(one), Folding.Fold(other));

    [Theory]
    [InlineData("\uD800")]
    [InlineData("")]
    public void Nothing_makes_it_fail(string text) => Assert.NotNull(Folding.Fold(text));
}
