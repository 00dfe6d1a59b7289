using Kanal.Centre.Knowledge;
using Kanal.Centre.Storage;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Knowledge;

[OnOneEngine]
public sealed class AnswerIndexTests
{
    [Theory]
    [InlineData("en", "Changing the date", "change dates")]
    [InlineData("en", "Children", "my child")]
    [InlineData("en", "Refundable tickets", "refund ticket")]
    [InlineData("en", "Check-in", "checkin")]
    [InlineData("en", "Cancellation", "canselation")]
    [InlineData("da", "Åbningstider", "aabningstid")]
    [InlineData("da", "Åbningstider", "abningstider")]
    [InlineData("da", "Færøerne", "faeroerne")]
    [InlineData("da", "Børn", "barnet")]
    [InlineData("da", "Rejseforsikring", "forsikring rejse")]
    [InlineData("da", "Forsikring til rejsen", "rejseforsikring")]
    [InlineData("da", "Købe gavekort", "koebt gavekortet")]
    [InlineData("da", "Bagage", "baggage")]
    [InlineData("da", "Håndbagage", "handbagagen")]
    [InlineData("pl", "Ubezpieczenie", "ubezpieczeniem")]
    [InlineData("pl", "Wycieczki", "wycieczek")]
    [InlineData("pl", "Łódź i kajak", "lodzia")]
    [InlineData("pl", "Rezerwacja", "zarezerwowac rezerwacje")]
    [InlineData("pl", "Zmiana terminu", "zmienić termin")]
    [InlineData("pl", "Dzieci", "dziecko")]
    [InlineData("pl", "Bagaż", "bagarz")]
    [InlineData("ro", "Călătorii", "calatoriei")]
    [InlineData("ro", "Plată", "plătesc")]
    [InlineData("ro", "Pașaport", "paşapoartele")]
    [InlineData("ro", "Asigurări", "asigurarea")]
    [InlineData("ro", "Rezervare", "rezervat")]
    [InlineData("ro", "Bagaje", "bgaje")]
    public void A_title_is_found_in_another_form_or_with_an_error(string language, string title, string sought) =>
        Assert.Equal(title, Assert.Single(Index(language, title, "Xyz").Search(new Sought(sought, language, new Id(5)))).Found.Title);

    [Fact]
    public void Texts_that_a_question_fits_as_well_are_found_as_by_searching_for_it()
    {
        var random = new Random(3);
        string Some(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => $"word{(int)(40 * random.NextDouble() * random.NextDouble())}"));
        var texts = Enumerable.Range(0, 60).Select(i => Text(i, "en", Some(3), Some(30)) with { Questions = [Some(4)] }).ToList();
        var index = new AnswerIndex(texts);
        var close = index.Close("en")!;
        foreach (var (text, question) in texts.SelectMany(text => text.Questions.Append(text.Title).Select(question => (text, question))))
        {
            var hits = index.Search(new Sought(question, "en", Typing: false) { Limit = 60 }).ToDictionary(hit => hit.Found, hit => hit.Score);
            var expected = hits.Where(hit => hit.Key != text && hit.Value >= 0.9 * hits[text]).Select(hit => hit.Key.Id).Order();
            Assert.Equal(expected, close.Of(question, text, 0.9)!.Select(found => found.Found.Id).Order());
        }

        Assert.Null(close.Of("nothing of the kind", texts[0], 0.9));
    }

    [Fact]
    public void The_title_weighs_more_than_the_body()
    {
        var index = new AnswerIndex([Text(1, "en", "Ships", "About luggage and other things"), Text(2, "en", "Luggage", "About ships and other things")]);
        Assert.Equal(["Luggage", "Ships"], index.Search(new Sought("luggage", "en")).Select(hit => hit.Found.Title));
    }

    [Fact]
    public void The_last_word_may_be_unfinished_while_typing()
    {
        var index = Index("da", "Børnerabat", "Gavekort");
        Assert.Equal("Børnerabat", Assert.Single(index.Search(new Sought("børner", "da"))).Found.Title);
        Assert.Empty(index.Search(new Sought("ga", "da", Typing: false)));
    }

    [Fact]
    public void Only_the_language_asked_for_is_searched()
    {
        var index = new AnswerIndex([Text(1, "da", "Menu"), Text(2, "en-GB", "Menu")]);
        Assert.Equal("en-GB", Assert.Single(index.Search(new Sought("menu", "en"))).Found.Language);
        Assert.Equal(2, index.Search(new Sought("menu")).Count);
        Assert.Empty(index.Search(new Sought("menu", "fi")));
    }

    [Fact]
    public void A_sites_synonyms_are_its_own()
    {
        var (ours, theirs) = (new Id(10), new Id(20));
        var index = new AnswerIndex([Text(1, "en", "Cruise")], [new Synonyms(["boat", "cruise"], "en", ours)]);
        Assert.Single(index.Search(new Sought("boats", "en", ours)));
        Assert.Empty(index.Search(new Sought("boats", "en", theirs)));
    }

    [Fact]
    public void Texts_of_another_site_are_not_found()
    {
        var (ours, theirs) = (new Id(10), new Id(20));
        var index = new AnswerIndex([Text(1, "en", "Cruise") with { Site = ours }, Text(2, "en", "Cruise")]);
        Assert.Equal(2, Assert.Single(index.Search(new Sought("cruise", "en", theirs))).Found.Id.Value);
        Assert.Equal(2, index.Search(new Sought("cruise", "en", ours)).Count);
    }

    [Fact]
    public void An_excerpt_shows_the_words_that_matched()
    {
        var body = string.Concat(Enumerable.Repeat("Something else entirely. ", 20)) + "A dog travels free of charge in the car. " + string.Concat(Enumerable.Repeat("And more of it. ", 20));
        var excerpt = Assert.Single(new AnswerIndex([Text(1, "en", "Animals", body)]).Search(new Sought("dogs travelling", "en"))).Excerpt;
        Assert.Equal(["dog", "travels"], excerpt.Marks.Select(mark => excerpt.Text.Substring(mark.Start, mark.Length)));
        Assert.InRange(excerpt.Text.Length, 40, 200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!%_'\u0000\uD800")]
    public void Where_no_word_is_sought_nothing_is_found(string sought) => Assert.Empty(Index("en", "Hello", "World").Search(new Sought(sought)));

    [Fact]
    public void Ten_thousand_letters_are_answered_like_any_other_search()
    {
        var index = Index("da", "Rejseforsikring", "Bagage");
        Assert.Single(index.Search(new Sought("bagage " + new string('x', 10_000), "da")));
        Assert.Empty(index.Search(new Sought(new string('ø', 10_000), "da")));
        Assert.NotEmpty(index.Search(new Sought(string.Concat(Enumerable.Repeat("bagage forsikring ", 600)), "da")));
    }

    static AnswerIndex Index(string language, params ReadOnlySpan<string> titles)
    {
        List<Findable> texts = [];
        foreach (var title in titles)
        {
            texts.Add(Text(texts.Count + 1, language, title));
        }

        // The vocabulary in which compound words are looked for.
        return new AnswerIndex(language == "da" ? [.. texts, Text(90, "da", "Zq", "rejse rejser forsikring kort gave hånd tid bør") with { Site = new Id(77) }] : texts);
    }

    static Findable Text(long id, string language, string title, string body = "") => new(new Id(id), language, title) { Body = body };
}
