using System.Text.Json;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Commands;

[OnOneEngine]
public sealed class MailCommandTests
{
    [Fact]
    public async Task A_message_is_told_as_it_is_understood()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, """
                From: =?utf-8?Q?S=C3=B8ren?= <soren@example.com>
                To: a@example.com, Bo <b@example.com>
                Subject: Teltet
                Date: Mon, 4 Mar 2024 10:11:12 +0100
                Message-ID: <1@example.com>
                References: <0@example.com>
                Auto-Submitted: auto-replied
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: multipart/alternative; boundary=c

                --c
                Content-Type: text/plain; charset=utf-8

                Ja tak.

                Den 4. mar. 2024 kl. 09.11 skrev Anna <a@example.com>:
                > Passer det?
                --c
                Content-Type: text/html; charset=utf-8

                <p onclick="x()">Ja tak.</p><script>x()</script>
                --c--
                --b
                Content-Type: image/png; name="telt.png"
                Content-Transfer-Encoding: base64

                AAAA
                --b--
                """);
            var run = await KanalCommand.RunAsync($"mail read {path} --json");
            Assert.Equal(0, run.ExitCode);
            var mail = JsonElement.Parse(run.Said);
            Assert.Equal("Teltet", mail.GetProperty("subject").GetString());
            Assert.Equal("Søren", mail.GetProperty("from")[0].GetProperty("name").GetString());
            Assert.Equal("b@example.com", mail.GetProperty("to")[1].GetProperty("address").GetString());
            Assert.Equal("2024-03-04T10:11:12+01:00", mail.GetProperty("date").GetString());
            Assert.Equal("1@example.com", mail.GetProperty("message_id").GetString());
            Assert.Equal("0@example.com", mail.GetProperty("references")[0].GetString());
            Assert.Equal("Ja tak.", mail.GetProperty("visible_text").GetString());
            Assert.Equal("<p>Ja tak.</p>", mail.GetProperty("html").GetString()!.Trim());
            Assert.StartsWith("Ja tak.\n\nDen 4. mar.", mail.GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Equal("""{"name":"telt.png","type":"image/png","size":3,"inline":false,"cid":null}""", JsonSerializer.Serialize(mail.GetProperty("attachments")[0]));
            Assert.Equal("""{"auto_reply":true,"bounce":false,"list":false,"loop":false,"suppress_auto_reply":true}""", JsonSerializer.Serialize(mail.GetProperty("flags")));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public Task A_file_that_is_not_there_is_told_in_one_sentence() => KanalCommand.RefusedAsync("mail read /nowhere/letter.eml --json", "/nowhere/letter.eml");
}
