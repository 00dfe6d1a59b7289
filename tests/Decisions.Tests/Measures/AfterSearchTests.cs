using Kanal.Decisions.Measures;
using NodaTime;

namespace Kanal.Decisions.Tests.Measures;

public sealed class AfterSearchTests
{
    static readonly Instant _sought = Instant.FromUtc(2026, 11, 22, 9, 0);

    [Theory]
    [InlineData("", 29, null)]
    [InlineData("", 30, "Left")]
    [InlineData("Found@1", 10, null)]
    [InlineData("Found@1", 30, "Found")]
    [InlineData("Found@1 Read@2", 31, "Read")]
    [InlineData("Read@2 Found@3", 31, "Read")]
    [InlineData("Contacted@5", 5, "Contacted")]
    [InlineData("Read@2 Contacted@29", 29, "Contacted")]
    [InlineData("Contacted@30", 40, "Left")]
    [InlineData("Read@-1", 40, "Left")]
    [InlineData("Read@29 Contacted@31", 60, "Read")]
    public void What_says_most_within_half_an_hour_counts(string done, int now, string? counts)
    {
        var since = done.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('@'))
            .Select(one => (Enum.Parse<NextStep>(one[0]), At(int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(counts, AfterSearch.Of(_sought, since, At(now))?.ToString());
    }

    static Instant At(int minute) => _sought + Duration.FromMinutes(minute);
}
