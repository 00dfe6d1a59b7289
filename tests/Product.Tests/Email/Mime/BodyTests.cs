using System.Text;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Mime;

[OnOneEngine]
public sealed class BodyTests
{
    [Theory]
    [InlineData("utf-8", "\\xc3\\xa6\\xc3\\xb8\\xc3\\xa5", "æøå")]
    [InlineData("utf8", "\\xc3\\xa6", "æ")]
    [InlineData("iso-8859-1", "\\xe6\\xf8\\xe5", "æøå")]
    [InlineData("iso-8859-1", "\\x93Hej\\x94 \\x80 5", "“Hej” € 5")]
    [InlineData("iso-8859-2", "za\\xbf\\xf3\\xb3\\xe6", "zażółć")]
    [InlineData("windows-1250", "za\\xbf\\xf3\\xb3\\xe6", "zażółć")]
    [InlineData("cp1250", "\\xba\\xfe", "şţ")]
    [InlineData("iso-8859-16", "\\xba\\xfe", "șț")]
    [InlineData("iso-8859-10", "\\xe0", "ā")]
    [InlineData("koi8-r", "\\xf0\\xd2\\xc9", "При")]
    [InlineData("windows-1251", "\\xcf\\xf0\\xe8", "При")]
    [InlineData("ks_c_5601-1987", "\\xc7\\xd1", "한")]
    [InlineData("gb2312", "\\xd6\\xd0", "中")]
    [InlineData("gb18030", "\\xd6\\xd0", "中")]
    [InlineData("big5", "\\xa4\\xa4", "中")]
    [InlineData("shift_jis", "\\x93\\xfa\\x96\\x7b", "日本")]
    [InlineData("euc-jp", "\\xc6\\xfc\\xcb\\xdc", "日本")]
    [InlineData("iso-2022-jp", "\\x1b$BF|K\\\\\\x1b(B", "日本")]
    [InlineData("utf-7", "Hi Mom +Jjo-!+- A+ImIDkQ.", "Hi Mom ☺!+ A≢Α.")]
    [InlineData("utf-16be", "\\x00H\\x00i", "Hi")]
    [InlineData("us-ascii", "\\xc3\\xa6", "æ")]
    [InlineData("us-ascii", "\\xe6", "æ")]
    [InlineData("utf-8", "Bl\\xe5b\\xe6r", "Blåbær")]
    [InlineData("x-unknown", "\\xc3\\xa6", "æ")]
    [InlineData("iso-8859-1", "R\\xc3\\xb8dgr\\xc3\\xb8d med fl\\xc3\\xb8de p\\xc3\\xa5", "Rødgrød med fløde på")]
    [InlineData("windows-99999", "x", "x")]
    [InlineData("\"utf-8\"; format=flowed", "\\xc3\\xa6", "æ")]
    public void Text_is_read_in_its_charset_even_where_that_is_called_wrongly(string charset, string bytes, string wanted) =>
        Assert.Equal(wanted, Letter.Read($"Content-Type: text/plain; charset={charset}\n\n{bytes.Replace("\\\\", "\\", StringComparison.Ordinal)}").Text);

    [Theory]
    [InlineData("SGVsbG8=", "Hello")]
    [InlineData("SGVsbG8", "Hello")]
    [InlineData("SGVs\r\nbG8=\r\n", "Hello")]
    [InlineData("SG!Vs bG*8=", "Hello")]
    [InlineData("SGVs=bG8=", "Hello")]
    [InlineData("SGVsbG8=IHlvdQ==", "Hello you")]
    [InlineData("A", "")]
    public void Base64_gives_what_is_there(string written, string wanted) => Assert.Equal(wanted, Letter.Read($"Content-Transfer-Encoding: base64\n\n{written}").Text);

    [Theory]
    [InlineData("Bl=C3=A5b=c3=a6r", "Blåbær")]
    [InlineData("soft=\r\n break", "soft break")]
    [InlineData("soft= \t\r\n break", "soft break")]
    [InlineData("blanks  \t\r\nleft", "blanks\nleft")]
    [InlineData("1 = 1, =ZZ, =4", "1 = 1, =ZZ, =4")]
    [InlineData("==3D=", "==")]
    [InlineData("=", "")]
    public void Quoted_printable_gives_what_is_there(string written, string wanted) => Assert.Equal(wanted, Letter.Read($"Content-Transfer-Encoding: quoted-printable\n\n{written}").Text);

    [Fact]
    public void Uuencode_is_undone()
    {
        var mail = Letter.Read("Content-Type: application/octet-stream; name=cat.txt\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n");
        using var content = new StreamReader(mail.Files.Single().Open());
        Assert.Equal("Cat", content.ReadToEnd());
    }

    [Theory]
    [InlineData("filename=report.pdf", "report.pdf")]
    [InlineData("filename=\"my report.pdf\"", "my report.pdf")]
    [InlineData("filename=my report.pdf", "my report.pdf")]
    [InlineData("filename*=utf-8''r%C3%B8d.pdf", "rød.pdf")]
    [InlineData("filename*0=\"long \"; filename*1=\"name.pdf\"", "long name.pdf")]
    [InlineData("filename*1=name.pdf; filename*0*=utf-8'da'r%C3%B8d%20", "rød name.pdf")]
    [InlineData("filename*0*=utf-8''r%C3; filename*1*=%B8d.pdf", "rød.pdf")]
    [InlineData("filename*0*=utf-8''ø", "ø")]
    [InlineData("filename=\"=?utf-8?Q?r=C3=B8d=2Epdf?=\"", "rød.pdf")]
    [InlineData("filename==?utf-8?Q?r=C3=B8d=2Epdf?=", "rød.pdf")]
    [InlineData("filename=\"plain.pdf\"; filename*=utf-8''r%C3%B8d.pdf", "rød.pdf")]
    [InlineData("filename=\"rød.pdf\"", "rød.pdf")]
    [InlineData("filename=\"a;b.pdf\"; size=3", "a;b.pdf")]
    [InlineData("filename=\"\"", null)]
    public void A_file_has_the_name_that_was_meant(string parameters, string? wanted) =>
        Assert.Equal(wanted, Letter.Read($"Content-Type: application/pdf\nContent-Disposition: attachment; {parameters}\n\nx").Files.Single().Name);

    [Fact]
    public void A_file_is_decoded_while_it_is_read_and_knows_its_size()
    {
        var content = Enumerable.Range(0, 100_000).Select(i => (byte)i).ToArray();
        var mail = Letter.Read($"Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}");
        var file = mail.Files.Single();
        Assert.Equal(content.Length, file.Size);
        using var copy = new MemoryStream();
        using var opened = file.Open();
        opened.CopyTo(copy);
        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public void Two_files_may_be_read_in_turns()
    {
        var mail = Letter.Read("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nAAAA\n--b\nContent-Type: image/png\n\nBBBB\n--b--\n");
        using var one = mail.Files[0].Open();
        using var other = mail.Files[1].Open();
        var read = string.Concat(Enumerable.Range(0, 4).Select(_ => $"{(char)one.ReadByte()}{(char)other.ReadByte()}"));
        Assert.Equal("ABABABAB", read);
    }

    [Fact]
    public void Megabytes_of_a_file_cost_no_memory_of_that_size()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(path))
            {
                file.Write("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"u8);
                var lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(new string('A', 76) + "\r\n", 1_000)));
                for (var i = 0; i < 160; i++)
                {
                    file.Write(lines);
                }
            }

            using var stream = File.OpenRead(path);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var mail = Kanal.Channels.Email.Mime.Mail.Read(stream);
            Assert.Equal(160 * 1_000 * 57L, mail.Files.Single().Size);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
