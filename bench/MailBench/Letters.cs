using System.Text;

namespace Kanal.MailBench;

/// <summary>Letters as they come most often.</summary>
static class Letters
{
    const string Head = "Received: from mail.example.dk (mail.example.dk [192.0.2.1]) by mx.example.com with ESMTPS id 1; Mon, 4 Mar 2024 10:11:13 +0100 (CET)\r\nFrom: =?utf-8?Q?Anna_S=C3=B8rensen?= <anna@example.dk>\r\nTo: Kundeservice <kundeservice@example.com>\r\nSubject: =?utf-8?Q?Er_der_plads_p=C3=A5_turen=3F?=\r\nDate: Mon, 4 Mar 2024 10:11:12 +0100\r\nMessage-ID: <1@example.dk>\r\nReferences: <0@example.com>\r\nMIME-Version: 1.0\r\n";

    /// <summary>Two paragraphs above what they answer, as text and as HTML.</summary>
    public static byte[] Answer()
    {
        var quoted = string.Concat(Enumerable.Repeat("> Der er plads til fire, men vi holder den kun til fredag.\r\n", 12));
        var html = string.Concat(Enumerable.Repeat("<div>Der er plads til fire, men vi holder den kun til fredag.</div>\r\n", 12));
        return Encoding.UTF8.GetBytes($"{Head}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHej,\r\n\r\nJa tak, vi kommer begge to.\r\n\r\nVenlig hilsen\r\nAnna\r\n\r\nDen man. 4. mar. 2024 kl. 09.11 skrev Kundeservice <kundeservice@example.com>:\r\n{quoted}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<div dir=\"ltr\">Hej,<div><br></div><div>Ja tak, vi kommer begge to.</div><div><br></div><div>Venlig hilsen</div><div>Anna</div></div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">Den man. 4. mar. 2024 kl. 09.11 skrev Kundeservice:</div><blockquote class=\"gmail_quote\">{html}</blockquote></div>\r\n--b--\r\n");
    }

    /// <summary>Eighty kilobytes of tables within tables, with styles and pictures.</summary>
    public static byte[] Newsletter(int count = 150)
    {
        var rows = string.Concat(Enumerable.Range(0, count).Select(i =>
            $"<tr><td style=\"padding:10px 25px;font-family:Arial,sans-serif;font-size:14px;color:#333333\"><table width=\"100%\" cellpadding=\"0\"><tr><td><img src=\"https://example.com/{i}.png\" width=\"120\" alt=\"Telt {i}\" style=\"display:block;border:0\"></td><td><h2>Telt nummer {i}</h2><p>Let, t&aelig;t og hurtigt at rejse. <a href=\"https://example.com/telte/{i}?utm_source=nyhedsbrev\">L&aelig;s mere</a></p></td></tr></table></td></tr>\r\n"));
        return Encoding.UTF8.GetBytes($"{Head}List-Unsubscribe: <https://example.com/off>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><style>p{{margin:0}}</style></head><body><div style=\"display:none\">Nye telte</div><table width=\"600\">{rows}</table></body></html>\r\n");
    }

    /// <summary>A hundred kilobytes of the shortest tags there are, each of them another element.</summary>
    public static byte[] Tags() => Encoding.UTF8.GetBytes($"{Head}Content-Type: text/html; charset=utf-8\r\n\r\n{string.Concat(Enumerable.Repeat("<b>x</b>", 12_000))}\r\n");

    public static byte[] Photo(int bytes)
    {
        var content = new byte[bytes];
        new Random(7).NextBytes(content);
        return Encoding.UTF8.GetBytes($"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHer er billedet.\r\n--b\r\nContent-Type: image/jpeg; name=telt.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}\r\n--b--\r\n");
    }
}
