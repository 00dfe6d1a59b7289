using Kanal.Decisions.Measures;
using NodaTime;

namespace Kanal.Decisions.Tests.Measures;

public sealed class DeflectionTests
{
    static readonly Instant Read = Instant.FromUtc(2026, 11, 22, 10, 0);
    static readonly Instant DayAfter = Read + Duration.FromHours(24);

    public static TheoryData<string, bool[], double?, double, DeflectionOutcome> Rows { get; } = new()
    {
        { "the day is not over", [], null, 23.9, DeflectionOutcome.Open },
        { "a yes alone does not end the day", [true], null, 1, DeflectionOutcome.Open },
        { "read and simply left", [], null, 24, DeflectionOutcome.Deflected },
        { "said that it helped", [true], null, 24, DeflectionOutcome.Deflected },
        { "one of two helped", [false, true], null, 24, DeflectionOutcome.Deflected },
        { "none of two helped", [false, false], null, 24, DeflectionOutcome.NotHelped },
        { "wrote a minute later", [], 0.02, 0.1, DeflectionOutcome.Contacted },
        { "said that it helped and wrote all the same", [true], 5, 24, DeflectionOutcome.Contacted },
        { "wrote in the last moment", [], 24, 30, DeflectionOutcome.Contacted },
        { "wrote between two articles", [], -0.2, 24, DeflectionOutcome.Contacted },
        { "wrote the day after", [], 24.1, 30, DeflectionOutcome.Deflected },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_deflection_is_who_read_and_made_no_contact_within_a_day(string who, bool[] said, double? contact, double now, DeflectionOutcome outcome)
    {
        Assert.NotEmpty(who);
        Assert.Equal(outcome, Deflection.Of(Read, said, contact is { } hours ? Read + Duration.FromHours(hours) : null, Read + Duration.FromHours(now)));
    }

    [Fact]
    public void Who_reads_on_within_half_an_hour_is_on_the_same_matter()
    {
        Assert.True(Deflection.GoesOn(Read, Read + Duration.FromMinutes(29)));
        Assert.False(Deflection.GoesOn(Read, Read + Duration.FromMinutes(30)));
        Assert.Equal(Deflection.Within, DayAfter - Read);
    }
}
