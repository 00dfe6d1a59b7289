using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Reading;
using Kanal.Product.Tests.Architecture;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Reading;

[OnOneEngine]
public sealed class ReplyReferenceTests
{
    static readonly Dictionary<string, string> _better = new()
    {
        ["messages/talon/standard_replies__iphone.eml"] = "What a telephone says of itself is a signature, and goes.",
        ["messages/talon/standard_replies__sparrow.eml"] = "So is what stands under two hyphens.",
        ["messages/mimekit/feedback-report.eml"] = "A report (multipart/report) behind a byte order mark, which the other parser stumbled over.",
        ["messages/cpython/msg_05.eml"] = "A report (multipart/report), though without a part that says about what.",
    };

    [Theory]
    [InlineData("emailreplytrimmer")]
    [InlineData("talon-html")]
    public void Only_what_was_written_is_left(string source) => Offenders.AreNone(
        from reply in Replies(source)
        let wanted = reply.GetProperty("visibleReply").GetString()!
        let got = Visible(reply).Text
        where source == "talon-html" ? Squeezed(got) != Squeezed(wanted) : Trimmed(got) != Trimmed(wanted)
        select $"{reply.GetProperty("file")}: {got}");

    [Fact]
    public void A_signature_is_found_where_nothing_announces_it() => Offenders.AreNone(
        from reply in Replies("talon-signature")
        where Squeezed(Visible(reply).Signature ?? "") != Squeezed(reply.GetProperty("signature").GetString()!)
        select reply.GetProperty("file").GetString());

    // What these two print is debatable: they keep forwarded messages and drop answers between quoted lines.
    [Theory]
    [InlineData("crisp", 0.92)]
    [InlineData("github", 0.89)]
    public void Where_opinions_differ_most_is_the_same(string source, double least)
    {
        var likeness = Replies(source).Average(reply => Likeness(Words(Visible(reply).Text), Words(reply.GetProperty("visibleReply").GetString()!)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{source}: {likeness:N3}");
        Assert.InRange(likeness, least, 1);
    }

    [Fact]
    public void Seven_hundred_kilobytes_of_quotation_take_milliseconds()
    {
        foreach (var reply in Replies("perf"))
        {
            var text = File.ReadAllText(MailReference.At(reply.GetProperty("file").GetString()!));
            Quickly.Within(TimeSpan.FromMilliseconds(reply.GetProperty("maxMilliseconds").GetInt32()), "It", () => VisibleText.Of(text));
        }
    }

    [Fact]
    public void Answers_in_messages_are_told_from_what_they_answer() => Offenders.AreNone(
        from message in MailReference.Messages
        let file = message.GetProperty("file").GetString()!
        where message.TryGetProperty("visibleReply", out var _) && !_better.ContainsKey(file) && Trimmed(Understood(file).VisibleText) != Trimmed(message.GetProperty("visibleReply").GetString()!)
        select file);

    [Fact]
    public void What_must_not_be_answered_by_a_program_is_known() => Offenders.AreNone(
        from message in MailReference.Messages
        let file = message.GetProperty("file").GetString()!
        where !_better.ContainsKey(file) && Understood(file).SuppressAutoReply != message.GetProperty("flags").GetProperty("suppressAutoReply").GetBoolean()
        select file);

    [Fact]
    public void Reports_name_who_was_not_reached_and_why() => Offenders.AreNone(
        from message in MailReference.Messages
        where message.GetProperty("flags").TryGetProperty("dsn", out var _)
        let wanted = message.GetProperty("flags").GetProperty("dsn").EnumerateArray().Select(it => $"{it.GetProperty("action")} {it.GetProperty("status")} {it.GetProperty("recipient").ToString().Trim('<', '>')}")
        where !wanted.SequenceEqual(Deliveries(message.GetProperty("file").GetString()!))
        select message.GetProperty("file").GetString());

    static IEnumerable<string> Deliveries(string file)
    {
        using var stream = File.OpenRead(MailReference.At(file));
        return Mail.Read(stream).Report!.Deliveries.Select(it => $"{it.Action} {it.Status} {it.Address}");
    }

    static IEnumerable<JsonElement> Replies(string source) => MailReference.Replies.Where(reply => reply.GetProperty("file").GetString()!.StartsWith($"replies/{source}/", StringComparison.Ordinal));

    static VisibleText Visible(JsonElement reply)
    {
        var text = File.ReadAllText(MailReference.At(reply.GetProperty("file").GetString()!));
        if (reply.GetProperty("kind").GetString() != "html")
        {
            return VisibleText.Of(text);
        }

        var read = ReadMail.Of(Mail.Read(new MemoryStream(Encoding.UTF8.GetBytes($"Content-Type: text/html; charset=utf-8\n\n{text}"))));
        return new VisibleText(read.VisibleText, read.QuotedText, read.Signature);
    }

    static ReadMail Understood(string file)
    {
        using var stream = File.OpenRead(MailReference.At(file));
        return ReadMail.Of(Mail.Read(stream));
    }

    static string Trimmed(string text) => Regex.Replace(text.ReplaceLineEndings("\n"), "[ \t]+\n", "\n").Trim();

    static string Squeezed(string text) => Regex.Replace(text, @"\s+", "");

    static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Twice the words in common, in their order, of all words.</summary>
    static double Likeness(string[] one, string[] other)
    {
        var before = new int[other.Length + 1];
        foreach (var word in one)
        {
            var now = new int[other.Length + 1];
            for (var i = 1; i <= other.Length; i++)
            {
                now[i] = word == other[i - 1] ? before[i - 1] + 1 : Math.Max(before[i], now[i - 1]);
            }

            before = now;
        }

        return one.Length + other.Length == 0 ? 1 : 2.0 * before[^1] / (one.Length + other.Length);
    }
}
