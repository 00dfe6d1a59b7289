using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Mime;

[OnOneEngine]
public sealed class AddressTests
{
    [Theory]
    [InlineData("a@example.com", "|a@example.com")]
    [InlineData("Anna <a@example.com>", "Anna|a@example.com")]
    [InlineData("\"Sørensen, Anna\" <a@example.com>", "Sørensen, Anna|a@example.com")]
    [InlineData("\"An \\\"A\\\" na\" <a@example.com>", "An \"A\" na|a@example.com")]
    [InlineData("=?utf-8?Q?S=C3=B8rensen=2C_Anna?= <a@example.com>", "Sørensen, Anna|a@example.com")]
    [InlineData("=?utf-8?Q?S=C3=B8rensen,_Anna?= <a@example.com>", "Sørensen, Anna|a@example.com")]
    [InlineData("\"=?utf-8?Q?S=C3=B8ren?=\" <a@example.com>", "Søren|a@example.com")]
    [InlineData("a@example.com (Anna (from Aarhus))", "Anna (from Aarhus)|a@example.com")]
    [InlineData("Anna (comment) <a@example.com>", "Anna|a@example.com")]
    [InlineData("Anna <@relay.example,@other.example:a@example.com>", "Anna|a@example.com")]
    [InlineData("Anna < a @ example . com >", "Anna|a@example.com")]
    [InlineData("Anna.B. Sørensen <a@example.com>", "Anna.B. Sørensen|a@example.com")]
    [InlineData("anna@home <a@example.com>", "anna@home|a@example.com")]
    [InlineData("Anna <a@example.com", "Anna|a@example.com")]
    [InlineData("'Anna' <a@example.com>", "Anna|a@example.com")]
    [InlineData("\"odd name\"@example.com", "|\"odd name\"@example.com")]
    [InlineData("a@[192.0.2.1]", "|a@[192.0.2.1]")]
    [InlineData("a@example.com, b@example.com", "|a@example.com;|b@example.com")]
    [InlineData("a@example.com; b@example.com", "|a@example.com;|b@example.com")]
    [InlineData("Friends: a@example.com, Bo <b@example.com>;, c@example.com", "|a@example.com;Bo|b@example.com;|c@example.com")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("a@bücher.example", "|a@bücher.example")]
    [InlineData("søren@example.com", "|søren@example.com")]
    [InlineData("<mailto:a@example.com>", "|a@example.com")]
    [InlineData("Mailer Daemon <>", "")]
    [InlineData(",,,", "")]
    public void Addresses_are_read_as_people_write_them(string written, string wanted) =>
        Assert.Equal(wanted, string.Join(';', Letter.Headed($"To: {written}").To.Select(address => $"{address.Name}|{address.Address}")));

    [Fact]
    public void Only_the_first_sender_field_counts() => Assert.Equal("a@example.com", Letter.Headed("From: a@example.com\r\nFrom: b@example.com").From.Single().Address);
}
