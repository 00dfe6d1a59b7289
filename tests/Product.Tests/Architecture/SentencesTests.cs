using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Architecture;

/// <summary>What is refused is refused in every language: the sentences stand in the code in English, and in these files in the others.</summary>
[OnOneEngine]
public sealed class SentencesTests
{
    static readonly WrittenSentences Written = WrittenSentences.Read();

    [Fact]
    public void Every_sentence_is_translated() => Offenders.AreNone(
        from language in Translations.Languages
        let known = Translations.In(language)
        from form in Written.Forms
        where !known.ContainsKey(form.Key)
        select $"{Translations.Path(language)} lacks \"{form.Key}\" ({form.Value})");

    [Fact]
    public void Nothing_is_translated_that_nobody_says() => Offenders.AreNone(
        from language in Translations.Languages
        from form in Translations.In(language).Keys
        where !Written.Forms.ContainsKey(form)
        select $"{Translations.Path(language)} has \"{form}\", which is not in the code");

    [Fact]
    public void A_translation_has_the_holes_of_its_sentence() => Offenders.AreNone(
        from language in Translations.Languages
        from text in Translations.In(language)
        where text.Value.Trim().Length == 0 || !Translations.Holes(text.Key).Distinct().Order().SequenceEqual(Translations.Holes(text.Value).Distinct().Order())
        select $"{Translations.Path(language)}: \"{text.Value}\" for \"{text.Key}\"");

    [Theory]
    [InlineData("da", 2)]
    [InlineData("pl", 3)]
    [InlineData("ro", 3)]
    public void A_word_that_goes_with_a_number_has_the_forms_of_its_language(string language, int forms) => Offenders.AreNone(
        from text in Translations.In(language)
        let holes = Translations.Holes(text.Key).Count()
        where Translations.Plurals(text.Value).Any(plural => plural.Forms.Length != forms || plural.Number >= holes)
        select text.Value);

    [Fact]
    public void A_sentence_is_written_where_it_is_made() => Offenders.AreNone(
        from place in Written.Unknown
        select $"{place} makes a sentence of a text that is no literal: write Sentence.Of around one branch of a condition, or Sentence.Verbatim where the text is in the reader's language already");
}
