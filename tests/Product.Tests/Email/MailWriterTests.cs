using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Mime.Writing;
using Kanal.Channels.Email.Servers;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email;

/// <summary>What we write, read back by a program that is not ours: Python's email package.</summary>
[OnOneEngine]
public sealed partial class MailWriterTests
{
    const string Reader = """
        import sys, json, email, email.policy, base64
        m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        def part(p):
            return {"type": p.get_content_type(), "disposition": p.get_content_disposition() or "", "name": p.get_filename() or "", "id": p["content-id"] or "",
                    "content": "" if p.is_multipart() else base64.b64encode(p.get_payload(decode=True)).decode(), "defects": [str(d) for d in p.defects] }
        print(json.dumps({"headers": [[k, str(v)] for k, v in m.items()], "parts": [part(p) for p in m.walk()],
            "to": [[a.display_name, a.addr_spec] for a in (m["to"].addresses if m["to"] else [])]}))
        """;

    static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    static readonly MailDraft _draft = new()
    {
        From = new("Søren på Fjordrejser", "support@example.test"),
        To = [new("Łukasz \"Żółty\" Wiśniewski, p.p.", "kunde@customer.test"), new(null, "plain@customer.test"), new("O'Brien (home)", "x@bücher.example")],
        Subject = "Er der plads til to på færgen? – en meget lang overskrift, som ikke kan stå på én linje 📬 og som går videre",
        MessageId = "one.two@example.test",
        Date = new DateTimeOffset(2026, 3, 1, 14, 5, 6, TimeSpan.FromHours(1)),
        Text = "Hej Łukasz\nDer er plads til to.\n\n-- \nSøren\n",
    };

    [Fact]
    public async Task Names_and_subjects_in_any_language_are_read_back()
    {
        var read = await ReadAsync(_draft with { InReplyTo = ["a@b"], References = [.. Enumerable.Range(0, 40).Select(number => $"reference-{number}@customer.test")] });
        Assert.Equal(_draft.Subject, read.Header("Subject"));
        Assert.Equal("Søren på Fjordrejser <support@example.test>", read.Header("From"));
        Assert.Equal([["Łukasz \"Żółty\" Wiśniewski, p.p.", "kunde@customer.test"], ["", "plain@customer.test"], ["O'Brien (home)", "x@xn--bcher-kva.example"]], read.To);
        Assert.Equal("Sun, 01 Mar 2026 14:05:06 +0100", read.Header("Date"));
        Assert.Equal("<one.two@example.test>", read.Header("Message-ID"));
        Assert.Equal("<a@b>", read.Header("In-Reply-To"));
        Assert.Equal(40, read.Header("References").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(_draft.Text, read.Parts[0].Text);
    }

    [Theory]
    [InlineData("plain words\nand more\n")]
    [InlineData("From the start\n.\n..\n \ntrailing \t\n")]
    [InlineData("=3D =_boundary ?= --=_ end")]
    [InlineData("Zażółć gęślą jaźń\n")]
    [InlineData("письмо на русском языке, целиком\n")]
    [InlineData("")]
    [InlineData("\n\n\n")]
    public async Task A_text_comes_back_as_it_was(string text)
    {
        var read = await ReadAsync(_draft with { Text = text });
        Assert.Equal(text.TrimEnd('\n'), read.Parts[0].Text.TrimEnd('\n'));
        var letter = await BytesAsync(_draft with { Text = text + new string('x', 5000) + " " + new string('ż', 5000) });
        Assert.Equal(text + new string('x', 5000) + " " + new string('ż', 5000), (await ReadAsync(letter)).Parts[0].Text.TrimEnd('\n'));
    }

    [Fact]
    public async Task Pictures_belong_to_the_HTML_and_files_to_the_whole()
    {
        var picture = new byte[] { 1, 2, 3, 0, 255 };
        var large = Enumerable.Range(0, 3_000_000).Select(number => (byte)(number * 31)).ToArray();
        var read = await ReadAsync(_draft with
        {
            Html = "<p>Hej <img src=\"cid:logo@kanal\"> ø</p>",
            Files =
            [
                new("logo.png", "image/png", () => new MemoryStream(picture), "logo@kanal"),
                new("Zażółć gęślą jaźń i jeszcze dłuższa nazwa pliku, która się nie zmieści.pdf", "application/pdf", () => new MemoryStream(large)),
                new("brev \"kopi\"\r\nX-Evil: 1.eml", "message/rfc822", () => new MemoryStream(picture)),
                new("empty.txt", "text/plain", () => new MemoryStream()),
            ],
        });
        Assert.Equal(
            ["multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png", "application/pdf", "application/octet-stream", "text/plain"],
            read.Parts.Select(part => part.Type));
        Assert.Equal(("inline", "<logo@kanal>", "logo.png"), (read.Parts[5].Disposition, read.Parts[5].Id, read.Parts[5].Name));
        Assert.Equal(picture, read.Parts[5].Bytes);
        Assert.Equal("Zażółć gęślą jaźń i jeszcze dłuższa nazwa pliku, która się nie zmieści.pdf", read.Parts[6].Name);
        Assert.Equal(large, read.Parts[6].Bytes);
        Assert.Equal("brev \"kopi\"  X-Evil: 1.eml", read.Parts[7].Name);
        Assert.Empty(read.Parts[8].Bytes);
    }

    [Fact]
    public async Task Every_line_is_short_and_in_ASCII_and_the_same_draft_is_the_same_letter()
    {
        var draft = _draft with
        {
            Html = $"<p>{new string('ø', 3000)}</p>",
            Files = [new(new string('ż', 200) + ".pdf", "application/pdf", () => new MemoryStream(new byte[1000]))],
            ExtraHeaders = [("Auto-Submitted", "auto-replied"), ("X-Long", string.Join(' ', Enumerable.Repeat("word", 100)))],
        };
        var letter = Encoding.Latin1.GetString(await BytesAsync(draft));
        Offenders(letter.Split("\r\n").Where(line => line.Length > 78 || line.Any(letter => letter is > '~' or '\n' or '\r')));
        Assert.Equal(letter, Encoding.Latin1.GetString(await BytesAsync(draft)));
        Assert.DoesNotContain("Bcc", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_given_begins_a_header_of_its_own()
    {
        const string Evil = "x\r\nBcc: evil@example.test\r\n\r\nbody";
        var read = await ReadAsync(_draft with { Subject = Evil, From = new(Evil, "support@example.test"), ExtraHeaders = [("X-Note", Evil)] });
        Assert.DoesNotContain(read.Headers, header => header[0] == "Bcc");
        Assert.Equal(Evil.Replace('\r', ' ').Replace('\n', ' '), read.Header("X-Note"));

        foreach (var address in (string[])["a@b\r\nRCPT", "a b@c", "a@", "@b", "a@b>,<c@d", "a\0@b", ""])
        {
            var fault = await Assert.ThrowsAsync<MailFault>(() => BytesAsync(_draft with { To = [new(null, address)] }));
            Assert.Equal(MailFaultKind.BadAddress, fault.Kind);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => BytesAsync(_draft with { MessageId = "a>\r\nX: 1" }));
        await Assert.ThrowsAsync<ArgumentException>(() => BytesAsync(_draft with { ExtraHeaders = [("X: 1\r\nY", "z")] }));
    }

    [Fact]
    public async Task We_read_what_we_write()
    {
        var picture = new byte[] { 1, 2, 3, 0, 255 };
        var draft = _draft with
        {
            Html = "<p>Hej <img src=\"cid:logo@kanal\"> ø</p>",
            ReplyTo = [new("Svar her", "reply+x@example.test")],
            References = ["a@b", "c@d"],
            Files = [new("logo.png", "image/png", () => new MemoryStream(picture), "logo@kanal"), new("Zażółć \"gęślą\" jaźń.pdf", "application/pdf", () => new MemoryStream(picture))],
        };
        var mail = Mail.Read(new MemoryStream(await BytesAsync(draft)));
        Assert.Equal((draft.Subject, draft.MessageId, draft.Date), (mail.Subject, mail.MessageId, mail.Date));
        Assert.Equal((draft.From, draft.ReplyTo[0]), (Assert.Single(mail.From), Assert.Single(mail.ReplyTo)));
        Assert.Equal(draft.To.Select(to => to.Name), mail.To.Select(to => to.Name));
        Assert.Equal(draft.References, mail.References);
        Assert.Equal(draft.Text!.TrimEnd(), mail.Text!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(draft.Html, mail.Html!.TrimEnd());
        Assert.Equal([("logo.png", true), ("Zażółć \"gęślą\" jaźń.pdf", false)], mail.Files.Select(file => (file.Name, file.Inline)));
        using var content = new MemoryStream();
        await using var opened = mail.Files[1].Open();
        await opened.CopyToAsync(content, _ct);
        Assert.Equal(picture, content.ToArray());
    }

    static void Offenders(IEnumerable<string> lines) => Architecture.Offenders.AreNone(lines);

    static async Task<byte[]> BytesAsync(MailDraft draft)
    {
        using var target = new MemoryStream();
        await MailWriter.WriteAsync(draft, target, _ct);
        return target.ToArray();
    }

    static async Task<ReadBack> ReadAsync(MailDraft draft) => await ReadAsync(await BytesAsync(draft));

    static async Task<ReadBack> ReadAsync(byte[] letter)
    {
        using var python = Started();
        var said = python.StandardOutput.ReadToEndAsync(_ct);
        await python.StandardInput.BaseStream.WriteAsync(letter, _ct);
        python.StandardInput.Close();
        var read = JsonSerializer.Deserialize<ReadBack>(await said, JsonSerializerOptions.Web)!;
        Architecture.Offenders.AreNone(read.Parts.SelectMany(part => part.Defects));
        return read;
    }

    static Process Started()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", ["-c", Reader]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no Python here to read it back.");
            throw;
        }
    }

    [GeneratedRegex(@"\r?\n")]
    private static partial Regex LineEnd();

    sealed record ReadBack(string[][] Headers, Part[] Parts, string[][] To)
    {
        public string Header(string name) => LineEnd().Replace(Headers.Single(header => header[0] == name)[1], "");
    }

    sealed record Part(string Type, string Disposition, string Name, string Id, string Content, string[] Defects)
    {
        public byte[] Bytes => Convert.FromBase64String(Content);

        public string Text => Encoding.UTF8.GetString(Bytes).ReplaceLineEndings("\n");
    }
}
