using FsCheck;
using FsCheck.Fluent;
using Kanal.Decisions.Phones;

namespace Kanal.Decisions.Tests.Phones;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("20 30 40 50", "DK", "+4520304050", "+45 20 30 40 50")]
    [InlineData("+45 20-30-40-50", null, "+4520304050", "+45 20 30 40 50")]
    [InlineData("0045 (20) 30.40.50", null, "+4520304050", "+45 20 30 40 50")]
    [InlineData("4520304050", "DK", "+4520304050", "+45 20 30 40 50")]
    [InlineData("512 345 678", "PL", "+48512345678", "+48 512 345 678")]
    [InlineData("0712 345 678", "RO", "+40712345678", "+40 712 345 678")]
    [InlineData("+44 (0)20 7946 0958", "DK", "+442079460958", "+44 207 946 09 58")]
    [InlineData("+1 212 555 0123", null, "+12125550123", "+1 212 555 01 23")]
    [InlineData("+354 555 1234", "DK", "+3545551234", "+354 555 12 34")]
    public void What_people_write_is_understood(string text, string? country, string e164, string shown)
    {
        var number = PhoneNumber.Read(text, country, out var fault);
        Assert.Equal((PhoneFault.None, e164, shown), (fault, number?.E164, number?.ToString()));
    }

    [Theory]
    [InlineData("", "DK", PhoneFault.NotANumber)]
    [InlineData("+", "DK", PhoneFault.NotANumber)]
    [InlineData("ring 20304050", "DK", PhoneFault.NotANumber)]
    [InlineData("20304050;ext=1", "DK", PhoneFault.NotANumber)]
    [InlineData("٢٠٣٠٤٠٥٠", "DK", PhoneFault.NotANumber)]
    [InlineData("20304050", null, PhoneFault.CountryNeeded)]
    [InlineData("2030405", "DK", PhoneFault.TooShort)]
    [InlineData("112", "DK", PhoneFault.TooShort)]
    [InlineData("203040506", "DK", PhoneFault.TooLong)]
    [InlineData("12345678", "DK", PhoneFault.NotAssigned)]
    [InlineData("90123456", "DK", PhoneFault.Premium)]
    [InlineData("+45 90 12 34 56", null, PhoneFault.Premium)]
    [InlineData("701 234 567", "PL", PhoneFault.Premium)]
    [InlineData("0906 123 456", "RO", PhoneFault.Premium)]
    [InlineData("+44 909 879 0000", null, PhoneFault.Premium)]
    [InlineData("+1 900 555 0123", null, PhoneFault.Premium)]
    [InlineData("+881 6 1234 5678", null, PhoneFault.Premium)]
    [InlineData("+999 123 456 789", null, PhoneFault.NotAssigned)]
    [InlineData("+0 123 456 789", null, PhoneFault.NotAssigned)]
    [InlineData("+49 123", null, PhoneFault.TooShort)]
    [InlineData("+49 1234567890123456", null, PhoneFault.TooLong)]
    public void What_cannot_be_called_is_refused_with_its_reason(string text, string? country, PhoneFault reason)
    {
        Assert.Null(PhoneNumber.Read(text, country, out var fault));
        Assert.Equal(reason, fault);
    }

    [Theory]
    [InlineData("da-DK", "en", "DK")]
    [InlineData("pl", "da", "PL")]
    [InlineData("en-RO", "da", "RO")]
    [InlineData("en-US", "da", null)]
    [InlineData("en", "da", "DK")]
    [InlineData(null, "ro", "RO")]
    [InlineData(null, "en", null)]
    public void The_country_is_the_visitors_before_it_is_the_sites(string? locale, string language, string? country) =>
        Assert.Equal(country, PhoneNumber.CountryOf(locale, language));

    [Fact]
    public void What_is_read_is_E164_and_reads_as_itself_however_it_is_written() => Property.Holds(Texts, text =>
    {
        foreach (var country in new[] { null, "DK", "PL", "RO", "SE" })
        {
            if (PhoneNumber.Read(text, country, out _) is { } number)
            {
                Assert.Matches(@"^\+[1-9][0-9]{7,14}\z", number.E164);
                Assert.Equal(number, PhoneNumber.Read(number.E164, null, out _));
                Assert.Equal(number, PhoneNumber.Read(number.ToString(), "RO", out _));
                Assert.Equal(number.E164, number.ToString().Replace(" ", "", StringComparison.Ordinal));
            }
        }
    }, count: 5_000);

    static Gen<string> Texts =>
        from prefix in Gen.Elements("", "+", "00", "+45", "+48", "+40", "0", "+44(0)", "+1", "x")
        from letters in Gen.ArrayOf(Gen.Elements("0123456789012345678901234567890123456789 -./()+a\0\uFF11".ToCharArray()))
        select prefix + new string(letters);
}
