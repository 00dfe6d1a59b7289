using Kanal.Centre.Proposals;

namespace Kanal.Product.Tests.Proposals;

public sealed class PersonalDataTests
{
    static readonly string[] _names = ["Kirsten Møller", "Freja Lindholm"];

    [Theory]
    [InlineData("My booking is FR204518, what now?", "My booking is [Code], what now?")]
    [InlineData("booking FR 204518 and FJ-48213", "booking [Code] and [Code]")]
    [InlineData("It is fr204518", "It is [Code]")]
    [InlineData("BOOSK20931 came", "[Code] came")]
    [InlineData("Order 1048577", "Order [Number]")]
    [InlineData("Call +45 20 12 34 56 today", "Call [Number] today")]
    [InlineData("Ring 20123456 or (+48) 512 345 678.", "Ring [Number] or ([Number].")]
    [InlineData("CPR 010190-1234 or 010190-1234", "[Code] or [Number]")]
    [InlineData("Write to kirsten.moller+trip@example.co.uk please", "Write to [Email] please")]
    [InlineData("Jeg bor på Nørregade 12, 1165 København", "Jeg bor på [Address]")]
    [InlineData("Bor ved Store Kongensgade 5B", "Bor ved [Address]")]
    [InlineData("mieszkam przy ul. Długa 12/3, 80-831 Gdańsk", "mieszkam przy [Address], [Address]")]
    [InlineData("Locuiesc pe str. Mihai Eminescu nr. 14", "Locuiesc pe [Address]")]
    [InlineData("at 12 High Street", "at [Address]")]
    [InlineData("I am Kirsten and my mother is kirsten too", "I am [Name] and my mother is [Name] too")]
    [InlineData("Freja's answer", "[Name]'s answer")]
    [InlineData("Hej Bodil, har I plads?", "Hej [Name], har I plads?")]
    [InlineData("Hej Har I plads?", "Hej Har I plads?")]
    [InlineData("Jeg hedder Jens Ole Hansen og vil med", "Jeg hedder [Name] og vil med")]
    [InlineData("Nazywam się Jan Kowalski", "Nazywam się [Name]")]
    [InlineData("Mă numesc Ana Pop.", "Mă numesc [Name].")]
    [InlineData("Thank you.\nKind regards, Ann Smith", "Thank you.\nKind regards, [Name]")]
    [InlineData("We travel on 24.12.2026 or 2027-01-03", "We travel on [Date] or [Date]")]
    [InlineData("See https://fjordrejser.example/order?id=ab12&mail=x@y.dk", "See https://fjordrejser.example/order")]
    [InlineData("See https://fjordrejser.example/orders/1048577", "See [Link]")]
    // What is nobody's own stays.
    [InlineData("Open 9.00-17.00 and 09:00 til 12:30", "Open 9.00-17.00 and 09:00 til 12:30")]
    [InlineData("It costs DKK 1,450 and takes 24 hours", "It costs DKK 1,450 and takes 24 hours")]
    [InlineData("Bring a passport to Greenland in 2027", "Bring a passport to Greenland in 2027")]
    [InlineData("Deck 5 of MS Nordlys, cabin 412", "Deck 5 of MS Nordlys, cabin 412")]
    public void What_tells_who_somebody_is_is_marked(string said, string left) => Assert.Equal(left, PersonalData.TakeOut(said, _names, kind => $"[{kind}]"));

    [Fact]
    public void What_is_long_and_hostile_is_read_all_the_same()
    {
        var text = string.Concat(Enumerable.Repeat("1 ", 4_000)) + new string('A', 4_000) + string.Concat(Enumerable.Repeat("a.b@", 1_000));
        Assert.NotEmpty(PersonalData.TakeOut(text, _names, _ => "[x]"));
    }
}
