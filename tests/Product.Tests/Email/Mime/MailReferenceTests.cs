using System.Globalization;
using System.Text.Json;
using Kanal.Channels.Email.Mime;
using Kanal.Product.Tests.Architecture;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Mime;

/// <summary>A field counts where two parsers agree on it. Where we are sure that they are wrong together, it says why.</summary>
[OnOneEngine]
public sealed class MailReferenceTests
{
    static readonly Dictionary<string, string> _better = new()
    {
        ["from mikel/rfc2822__example13.eml"] = "Blanks before the colon, comments and blanks within the address: RFC 5322, A.6.3, has this very message as an example.",
        ["from mimekit/feedback-report.eml"] = "A byte order mark in front is no part of the first field's name.",
        ["messageId mikel/plain_emails__raw_email_double_at_in_header.eml"] = "The identifier is what is between the brackets; others will refer to all of it.",
        ["text stalwart/malformed__019.eml"] = "The blank line below the part's header is missing; what is there is still text.",
        ["text mikel/error_emails__content_transfer_encoding_7-bit.eml"] = "Called ISO 8859-1, it is UTF-8 throughout.",
        ["html mikel/error_emails__content_transfer_encoding_7-bit.eml"] = "The same.",
    };

    [Theory]
    [InlineData("subject")]
    [InlineData("from")]
    [InlineData("to")]
    [InlineData("cc")]
    [InlineData("replyTo")]
    [InlineData("messageId")]
    [InlineData("inReplyTo")]
    [InlineData("references")]
    [InlineData("date")]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("attachments")]
    public void Fields_are_what_other_parsers_agree_on(string field)
    {
        List<string> wrong = [];
        var counting = 0;
        foreach (var message in MailReference.Messages)
        {
            var file = message.GetProperty("file").GetString()!;
            if (!message.GetProperty("expect").TryGetProperty(field, out var expected) || !Counts(message, field))
            {
                continue;
            }

            counting++;
            using var stream = File.OpenRead(MailReference.At(file));
            var (wanted, got) = (Wanted(field, expected), Got(field, Mail.Read(stream)));
            if (wanted != got && !_better.ContainsKey($"{field} {file["messages/".Length..]}"))
            {
                wrong.Add($"{file}: {got} is not {wanted}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{field}: {counting - wrong.Count} of {counting}, with {_better.Keys.Count(key => key.StartsWith(field + " ", StringComparison.Ordinal))} where we know better");
        Offenders.AreNone(wrong);
    }

    [Fact]
    public void Whatever_is_disputed_is_read_all_the_same()
    {
        foreach (var message in MailReference.Messages)
        {
            using var stream = File.OpenRead(MailReference.At(message.GetProperty("file").GetString()!));
            var mail = Mail.Read(stream);
            Assert.All(mail.Files, file => Assert.True(file.Size >= 0));
            Assert.NotNull(mail.Subject);
        }
    }

    // Identifiers are Python's alone, and still ours.
    static bool Counts(JsonElement message, string field) =>
        field is "inReplyTo" or "references"
        || (message.GetProperty("oracle").TryGetProperty(field, out var oracle) && oracle.GetString()!.Split(' ')[0].Contains('+', StringComparison.Ordinal));

    static string Wanted(string field, JsonElement expected) => field switch
    {
        "from" or "to" or "cc" or "replyTo" => string.Join(", ", expected.EnumerateArray().Select(it => $"{MailReference.Normal(it.GetProperty("name").GetString())}<{it.GetProperty("address").GetString()}>")),
        "inReplyTo" or "references" => string.Join(", ", expected.EnumerateArray().Select(it => it.GetString())),
        "attachments" => string.Join(", ", expected.EnumerateArray().Select(it =>
            $"{it.GetProperty("name").GetString()} {it.GetProperty("type").GetString()} {Size(it.GetProperty("type").GetString()!, it.GetProperty("size").ToString())} {it.GetProperty("inline").GetBoolean()} {it.GetProperty("cid").GetString()}")),
        _ => MailReference.Normal(expected.GetString()) ?? "nothing",
    };

    static string Got(string field, Mail mail) => field switch
    {
        "subject" => mail.Headers.Has("Subject") ? MailReference.Normal(mail.Subject)! : "nothing",
        "from" => Addresses(mail.From),
        "to" => Addresses(mail.To),
        "cc" => Addresses(mail.Cc),
        "replyTo" => Addresses(mail.ReplyTo),
        "messageId" => mail.MessageId ?? "nothing",
        "inReplyTo" => string.Join(", ", mail.InReplyTo),
        "references" => string.Join(", ", mail.References),
        "date" => mail.Dated is { } date ? date.Time.ToString(date.HasZone ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : "nothing",
        "text" => MailReference.Normal(mail.Text) ?? "nothing",
        "html" => MailReference.Normal(mail.Html) ?? "nothing",
        _ => string.Join(", ", mail.Files.Select(file => $"{file.Name} {file.Type} {Size(file.Type, file.Size.ToString(CultureInfo.InvariantCulture))} {file.Inline} {file.ContentId}")),
    };

    static string Addresses(IEnumerable<MailAddress> addresses) => string.Join(", ", addresses.Select(it => $"{it.Name}<{it.Address}>"));

    // The expectations tell no size of messages within messages.
    static string Size(string type, string size) => type.StartsWith("message/", StringComparison.Ordinal) ? "" : size;
}
