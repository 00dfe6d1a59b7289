using Kanal.Centre.Imports;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Texts;

/// <summary>What people are told is written once, in English, and read in their language.</summary>
[OnOneEngine]
public sealed class SentenceTests
{
    [Theory]
    [InlineData(1, "Højst 1 tegn.", "Najwyżej 1 znak.", "Cel mult 1 caracter.")]
    [InlineData(3, "Højst 3 tegn.", "Najwyżej 3 znaki.", "Cel mult 3 caractere.")]
    [InlineData(12, "Højst 12 tegn.", "Najwyżej 12 znaków.", "Cel mult 12 caractere.")]
    [InlineData(22, "Højst 22 tegn.", "Najwyżej 22 znaki.", "Cel mult 22 de caractere.")]
    [InlineData(120, "Højst 120 tegn.", "Najwyżej 120 znaków.", "Cel mult 120 de caractere.")]
    [InlineData(12_000, "Højst 12.000 tegn.", "Najwyżej 12\u00a0000 znaków.", "Cel mult 12.000 de caractere.")]
    public void A_number_takes_its_words_with_it(int most, string danish, string polish, string romanian)
    {
        Sentence sentence = $"At most {most} characters.";
        Assert.Equal((danish, polish, romanian), (sentence.In("da"), sentence.In("pl"), sentence.In("ro")));
    }

    [Fact]
    public void What_is_not_translated_is_said_in_English()
    {
        Sentence sentence = $"The {"walrus"} is {{shy}}: {255:X4}.";
        Assert.Equal("The walrus is {shy}: 00FF.", sentence.In("pl"));
        Assert.Equal("The {0} is {{shy}}: {1:X4}.", sentence.Form);
    }

    [Fact]
    public void A_sentence_within_a_sentence_is_in_the_same_language()
    {
        Sentence inner = $"any language at level {3}";
        Assert.Equal("Ingen, der betjener denne kø, har et sprog på niveau 3.", Sentence.Of($"Nobody who serves this queue has {inner}.").In("da"));
    }

    [Fact]
    public void A_kept_fault_is_read_in_any_language_and_one_from_before_as_it_was()
    {
        Sentence inner = "a whole number";
        var kept = Json.To<ImportFault>(Json.From(new ImportFault("a.csv", 2, $"\"{"position"}\" should be {inner}.")))!;
        Assert.Equal("„position” ar trebui să fie un număr întreg.", kept.Sentence.In("ro"));
        Assert.Equal("\"position\" should be a whole number.", kept.Sentence.ToString());
        var before = Json.To<ImportFault>("""{"file":"a.md","sentence":"The {odd} file is not here."}""")!;
        Assert.Equal("The {odd} file is not here.", before.Sentence.In("ro"));
    }
}
