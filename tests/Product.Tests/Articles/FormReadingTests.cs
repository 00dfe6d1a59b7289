using System.Text.Json;
using Kanal.Centre.Forms;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Articles;

public sealed class FormReadingTests
{
    static readonly FormField[] _form =
    [
        new() { Key = "booking", Kind = FieldKind.Text, Label = "Booking number", Required = true, Pattern = "[A-Z]{2}[0-9]{6}", PatternHint = "two letters and six digits" },
        new() { Key = "email", Kind = FieldKind.Email, Label = "Email" },
        new() { Key = "phone", Kind = FieldKind.Phone, Label = "Phone" },
        new() { Key = "value", Kind = FieldKind.Number, Label = "Value", Least = 0, Most = 1000 },
        new() { Key = "day", Kind = FieldKind.Date, Label = "Day", Earliest = new DateOnly(2026, 1, 1), Latest = new DateOnly(2026, 12, 31) },
        new() { Key = "what", Kind = FieldKind.Choice, Label = "What", Choices = [new("lost", "It is lost"), new("broken", "It is broken")] },
        new() { Key = "in", Kind = FieldKind.Several, Label = "Content", Choices = [new("a", "Clothes"), new("b", "Papers"), new("c", "Medicine")], Most = 2 },
        new() { Key = "urgent", Kind = FieldKind.YesNo, Label = "Urgent" },
        new() { Key = "story", Kind = FieldKind.LongText, Label = "Story", Least = 5, Most = 20 },
        new() { Key = "pictures", Kind = FieldKind.File, Label = "Pictures", Most = 1 },
    ];

    [Theory]
    [InlineData("email", "\" Anna@Example.COM \"", "anna@example.com")]
    [InlineData("phone", "\"+45 32 12 34 56\"", "+4532123456")]
    [InlineData("value", "12.5", "12.5")]
    [InlineData("value", "\"12,5\"", "12.5")]
    [InlineData("day", "\"2026-02-28\"", "28 February 2026")]
    [InlineData("what", "\"lost\"", "It is lost")]
    [InlineData("in", "[\"c\",\"a\"]", "Clothes, Medicine")]
    [InlineData("in", "\"a\"", "Clothes")]
    [InlineData("urgent", "true", "Yes")]
    [InlineData("urgent", "\"no\"", "No")]
    [InlineData("story", "\"one\\r\\ntwo\"", "one\ntwo")]
    [InlineData("pictures", "[\"0000000000001\"]", "Files: 1")]
    public void What_fits_is_taken_as_people_read_it(string key, string given, string text)
    {
        var filled = Read(key, given);
        Assert.Empty(filled.Faults);
        Assert.Equal(text, filled.Values.Single(value => value.Key == key).Text);
    }

    [Theory]
    [InlineData("booking", "\"XX1\"", "“Booking number” is not in the form that is asked for: two letters and six digits.")]
    [InlineData("booking", "17", "The answer to “Booking number” can't be read.")]
    [InlineData("booking", "\"\"", "“Booking number” is needed.")]
    [InlineData("email", "\"anna\"", "“Email” should be an email address such as anna@example.com.")]
    [InlineData("phone", "\"12\"", "“Phone” should be a phone number with its country code, such as +45 32 12 34 56.")]
    [InlineData("value", "\"much\"", "“Value” should be a number.")]
    [InlineData("value", "1e30", "“Value” should be a number.")]
    [InlineData("value", "-1", "“Value” should be 0 or more.")]
    [InlineData("value", "1001", "“Value” should be 1,000 or less.")]
    [InlineData("day", "\"31.12.2026\"", "“Day” should be a date.")]
    [InlineData("day", "\"2027-01-01\"", "“Day” should not be after 31 December 2026.")]
    [InlineData("what", "\"stolen\"", "For “What”, choose among the answers that are offered.")]
    [InlineData("in", "[\"a\",\"x\"]", "For “Content”, choose among the answers that are offered.")]
    [InlineData("in", "[\"a\",\"b\",\"c\"]", "For “Content”, choose at most 2.")]
    [InlineData("in", "[1]", "For “Content”, choose among the answers that are offered.")]
    [InlineData("urgent", "\"perhaps\"", "“Urgent” should be answered with yes or no.")]
    [InlineData("story", "\"no\"", "“Story” is too short: 5 characters at least.")]
    [InlineData("story", "\"0123456789012345678901\"", "“Story” is too long: 20 characters at most.")]
    [InlineData("story", "{\"a\":1}", "The answer to “Story” can't be read.")]
    [InlineData("pictures", "[\"../../etc\"]", "The answer to “Pictures” can't be read.")]
    [InlineData("pictures", "[\"0000000000001\",\"0000000000002\"]", "“Pictures” takes at most this many files: 1.")]
    [InlineData("surprise", "\"x\"", "This form does not ask for “surprise”.")]
    public void What_does_not_fit_is_refused_with_a_sentence_that_names_the_field(string key, string given, string sentence) =>
        Assert.Equal([sentence], Read(key, given).Faults[key]);

    [Theory]
    [InlineData("da", "»Booking number« skal udfyldes.")]
    [InlineData("pl-PL", "Pole „Booking number” jest wymagane.")]
    [InlineData("ro", "Câmpul „Booking number” este obligatoriu.")]
    [InlineData("fi", "“Booking number” is needed.")]
    public void The_sentence_is_in_the_readers_language(string language, string sentence) =>
        Assert.Equal([sentence], FormReading.Read(_form, new Dictionary<string, JsonElement>(), language).Faults["booking"]);

    [Fact]
    public void Text_made_to_keep_a_pattern_busy_is_read_in_a_moment()
    {
        FormField[] form = [new() { Key = "a", Kind = FieldKind.LongText, Label = "A", Pattern = "(a+)+b" }];
        var text = new Dictionary<string, JsonElement> { ["a"] = JsonSerializer.SerializeToElement(new string('a', 8_000)) };
        Quickly.Within(TimeSpan.FromSeconds(1), "It", () => Assert.NotEmpty(FormReading.Read(form, text, "en").Faults));
    }

    static Filled Read(string key, string given) => FormReading.Read(_form, new Dictionary<string, JsonElement>
    {
        ["booking"] = JsonSerializer.SerializeToElement("FR204518"),
        [key] = JsonSerializer.Deserialize<JsonElement>(given),
    }, "en");
}
