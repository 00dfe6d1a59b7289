using System.Text.Json;
using Kanal.Decisions.Facts;
using Kanal.Decisions.Tests.Hours;

namespace Kanal.Decisions.Tests.Facts;

public sealed class FactReadingTests
{
    [Fact]
    public void What_a_page_tells_is_known()
    {
        var facts = Page("""{"page":"/trips/lofoten","step":"payment","basket":{"value":5200.5,"currency":"DKK","items":2},"signals":["hesitation","hesitation","leaving"],"visit":{"seconds":140,"returning":true},"topic":null}""", out var faults);
        Assert.Empty(faults);
        Assert.Equal(5200.5, facts.Number("basket.value"));
        Assert.Equal("payment", facts.Text("step"));
        Assert.Equal(["hesitation", "leaving"], facts.Texts("signals"));
        Assert.True(facts.Is("visit.returning"));
        Assert.Null(facts.Text("topic"));
        Assert.Null(facts.Number("customer.value"));
    }

    [Theory]
    [InlineData("""{"basket":{"value":1e308}}""", "facts.basket.value")]
    [InlineData("""{"basket":{"value":1e999}}""", "facts.basket.value")]
    [InlineData("""{"basket":{"value":-1}}""", "facts.basket.value")]
    [InlineData("""{"basket":{"value":"NaN"}}""", "facts.basket.value")]
    [InlineData("""{"basket":[1]}""", "facts.basket")]
    [InlineData("""{"basket":{"deep":{"deeper":1}}}""", "facts.basket.deep")]
    [InlineData("""{"signals":["hesitation","panic"]}""", "facts.signals[1]")]
    [InlineData("""{"signals":"leaving"}""", "facts.signals")]
    [InlineData("""{"signals":[null]}""", "facts.signals[0]")]
    [InlineData("""{"page":"\ud800"}""", "facts.page")]
    [InlineData("""{"page":"a\u0000b"}""", "facts.page")]
    [InlineData("""{"\ud800":1}""", "facts")]
    [InlineData("""{"colour":"red"}""", "facts.colour")]
    [InlineData("""{"customer":{"group":"vip"}}""", "facts.customer.group")]
    [InlineData("""{"open":true}""", "facts.open")]
    [InlineData("""{"device":"toaster"}""", "facts.device")]
    [InlineData("""{"visit":{"returning":1}}""", "facts.visit.returning")]
    [InlineData("[]", "facts")]
    [InlineData("7", "facts")]
    public void What_cannot_be_believed_is_named_and_not_known(string json, string place)
    {
        var facts = Page(json, out var faults);
        Assert.Equal([place], faults.Select(fault => fault.Place));
        Assert.Equal("{}", facts.ToJson().ToJsonString().Replace("\"signals\":[\"hesitation\"]", "", StringComparison.Ordinal).Replace("\"signals\":[]", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Too_much_is_refused_in_few_words()
    {
        _ = Page($$"""{"signals":[{{string.Join(',', Enumerable.Repeat("\"leaving\"", 500))}}]}""", out var signals);
        Assert.Equal(["facts.signals"], signals.Select(fault => fault.Place));
        _ = Page($$"""{"page":"{{new string('x', 10_000)}}"}""", out var page);
        Assert.Equal(["facts.page"], page.Select(fault => fault.Place));
        _ = Page($$"""{ {{string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"f{i}\":1"))}} }""", out var many);
        Assert.InRange(many.Count, 1, 20);
    }

    [Fact]
    public void What_one_bad_fact_stands_beside_is_still_known()
    {
        var facts = Page("""{"step":"payment","basket":{"value":-1,"items":3}}""", out _);
        Assert.Equal("payment", facts.Text("step"));
        Assert.Equal(3, facts.Number("basket.items"));
    }

    [Fact]
    public void Facts_are_written_as_they_are_read()
    {
        var facts = new FactValues(FactCatalogue.Standard).Put("customer.group", "gold").Put("customer.known", true).Put("basket.value", 12.5).Put("signals", [Signals.Leaving])
            .PutTime(Calendars.Daily("09:00-17:00"), Clock.At("2026-06-01 09:30"));
        var again = FactReading.FromAnywhere(FactCatalogue.Standard, JsonElement.Parse(facts.ToJson().ToJsonString()), out var faults);
        Assert.Empty(faults);
        Assert.Equal(facts.ToJson().ToJsonString(), again.ToJson().ToJsonString());
        Assert.Equal(570, again.Number("time"));
        Assert.Equal("monday", again.Text("weekday"));
    }

    [Fact]
    public void Without_consent_journey_and_person_are_not_known()
    {
        var facts = new FactValues(FactCatalogue.Standard).Put("step", "payment").Put("visit.seconds", 20).Put("customer.group", "gold").Put("campaign", "spring");
        var policy = FactPolicy.Of(FactCatalogue.Standard, ["campaign", "nonsense"], Privacy.None);
        Assert.Equal("""{"step":"payment"}""", facts.Only(policy).ToJson().ToJsonString());
        Assert.Equal("""{"step":"payment","campaign":"spring","visit.seconds":20}""", facts.Only(FactPolicy.Of(FactCatalogue.Standard, [], Privacy.Journey)).ToJson().ToJsonString());
    }

    [Fact]
    public void A_site_can_have_facts_of_its_own()
    {
        var catalogue = FactCatalogue.Standard.With([new Fact("own.membership", FactKind.Text, FactSource.Page, Privacy.Personal)]);
        var facts = FactReading.FromPage(catalogue, JsonElement.Parse("""{"own":{"membership":"club"}}"""), out var faults);
        Assert.Empty(faults);
        Assert.Equal("club", facts.Text("own.membership"));
        Assert.Throws<ArgumentException>(() => FactCatalogue.Standard.With([new Fact("page", FactKind.Text, FactSource.Page, Privacy.None)]));
        Assert.Throws<ArgumentException>(() => FactCatalogue.Standard.With(Enumerable.Range(0, 65).Select(i => new Fact($"own.f{i}", FactKind.Flag, FactSource.Page, Privacy.None))));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", false)]
    [InlineData("Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36", false)]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true)]
    [InlineData("WhatsApp/2.23 (link preview)", true)]
    [InlineData("Mozilla/5.0 HeadlessChrome/120.0", false)]
    [InlineData("okhttp/4.12.0", false)]
    [InlineData(null, false)]
    public void Programs_are_told_from_people(string? userAgent, bool bot) => Assert.Equal(bot, Bots.IsOne(userAgent));

    static FactValues Page(string json, out IReadOnlyList<FactFault> faults) => FactReading.FromPage(FactCatalogue.Standard, JsonElement.Parse(json), out faults);
}
