using System.Globalization;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Mime;

[OnOneEngine]
public sealed class DateTests
{
    [Theory]
    [InlineData("Mon, 4 Mar 2024 10:11:12 +0100", "2024-03-04T10:11:12+01:00")]
    [InlineData("4 Mar 2024 10:11 +0100", "2024-03-04T10:11:00+01:00")]
    [InlineData("Mon, 04 Mar 24 10:11:12 EST", "2024-03-04T10:11:12-05:00")]
    [InlineData("Mon, 4 Mar 99 10:11:12 GMT", "1999-03-04T10:11:12+00:00")]
    [InlineData("Mon, 4 Mar 124 10:11:12 GMT", "2024-03-04T10:11:12+00:00")]
    [InlineData("Mon, 4 Mar 2024 10:11:12 (CET) +0100", "2024-03-04T10:11:12+01:00")]
    [InlineData("Mon, 4 (fourth) Mar 2024 10:11:12 +0100 (Central European Time)", "2024-03-04T10:11:12+01:00")]
    [InlineData("Mon Mar  4 10:11:12 2024", "2024-03-04T10:11:12+00:00")]
    [InlineData("Mon, 4 March 2024 10:11:12 GMT+0200", "2024-03-04T10:11:12+02:00")]
    [InlineData("2024-03-04T10:11:12Z", null)]
    [InlineData("4-Mar-2024 10:11:12 -0330", "2024-03-04T10:11:12-03:30")]
    [InlineData("2024-03-04 10:11:12 +0100", "2024-03-04T10:11:12+01:00")]
    [InlineData("Mon, 4 Mar 2024 23:59:60 +0000", "2024-03-04T23:59:59+00:00")]
    [InlineData("Mon, 31 Feb 2024 10:11:12 +0100", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData("Mon, 4 Mar 2024 99:11:12 +0100", null)]
    [InlineData("Mon, 4 Mar 99999999999 10:11:12 +0100", null)]
    [InlineData("Fri, 1 Jan 0001 00:00:00 +1400", null)]
    public void Dates_are_read_in_the_ways_that_are_and_were_allowed(string written, string? wanted) =>
        Assert.Equal(wanted, Letter.Headed($"Date: {written}").Date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Mon, 4 Mar 2024 10:11:12 -0000", false)]
    [InlineData("Mon, 4 Mar 2024 10:11:12", false)]
    [InlineData("Mon, 4 Mar 2024 10:11:12 +0000", true)]
    public void A_zone_that_nobody_told_is_known_to_be_missing(string written, bool has) => Assert.Equal(has, Letter.Headed($"Date: {written}").Dated?.HasZone);
}
