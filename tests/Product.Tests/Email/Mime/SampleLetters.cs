namespace Kanal.Product.Tests.Email.Mime;

/// <summary>Messages of our own that have a little of everything, to be damaged.</summary>
static class SampleLetters
{
    public static IReadOnlyList<byte[]> All { get; } = [.. new[]
    {
        """
        Return-Path: <anna@example.dk>
        Received: from mail.example.dk (mail.example.dk [192.0.2.1]) by mx.example.com; Mon, 4 Mar 2024 10:11:13 +0100 (CET)
        From: =?utf-8?Q?Anna_S=C3=B8rensen?= <anna@example.dk>
        To: "Fjordrejser, kundeservice" <kundeservice@example.com>, Venner: a@example.com, b@example.com;
        Cc: c@example.com (Carl (fra Odense))
        Subject: =?iso-8859-1?Q?R=F8dgr=F8d?= =?utf-8?B?IG1lZCBmbMO4ZGU=?=
        Date: Mon, 4 Mar 2024 10:11:12 +0100 (CET)
        Message-ID: <1@example.dk>
        References: <0@example.com> <00@example.com>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        Preamble
        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8; format=flowed
        Content-Transfer-Encoding: quoted-printable

        Er der plads til to? =C3=A6=C3=B8=
        =C3=A5

        -- =
        
        Anna

        Den 4. mar. 2024 kl. 09.11 skrev Kundeservice <kundeservice@example.com>:
        > Hej Anna
        >> Hej
        --inner
        Content-Type: text/html; charset=iso-8859-1

        <html><head><style>p{color:red}</style></head><body><p style="color:red;position:fixed" onclick="x()">Er der <b>plads<i> til</b> to?</i>
        <a href="https://example.com/?a=1&amp;b=2">se her</a><img src="cid:logo@example"><img src=https://example.com/pixel.gif width=1>
        <table><tr><td>a<td>b</table><ul><li>x<li>y</ul><!-- comment --><div class="gmail_quote"><blockquote type=cite>Hej</blockquote></div></body></html>
        --inner--
        --outer
        Content-Type: image/png; name*0*=utf-8''r%C3%B8d; name*1=.png
        Content-Disposition: inline; filename="=?utf-8?Q?r=C3=B8d.png?="
        Content-ID: <logo@example>
        Content-Transfer-Encoding: base64

        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
        --outer
        Content-Type: message/rfc822

        Subject: inside
        Content-Type: multipart/mixed; boundary=x

        --x

        y
        --x--
        --outer--
        Epilogue
        """,
        """
        Return-Path: <>
        From: MAILER-DAEMON@example.com (Mail Delivery System)
        Auto-Submitted: auto-replied
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b

        I'm sorry to have to inform you.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.com

        Final-Recipient: rfc822; ghost@example.com
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <ghost@example.com>: User unknown

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <ours@example.com>
        --b--
        """,
        """
        From: jan@example.pl
        Subject: =?utf-8?B?WmHFvMOzxYLEhw==?=
        Content-Type: text/html; charset=utf-8

        <div>Tak.</div><div id="divRplyFwdMsg"><b>Od:</b> Biuro<br><b>Wysłano:</b> wtorek<br><b>Do:</b> Jan<br><b>Temat:</b> Re</div><svg><script>x</script></svg><p>stare &#106;&amp &nbsp</p>
        """,
        """
        From: ion@example.ro
        Content-Type: application/octet-stream; name=a.txt
        Content-Transfer-Encoding: x-uuencode

        begin 644 a.txt
        #0V%T
        `
        end
        """,
        """
        From: ion@example.ro
        Content-Type: text/plain; charset=utf-7

        Hi +Jjo-!

        On Mon, Mar 4, 2024 at 10:11 AM Anna
        <a@example.com> wrote:
        > x

        ---------- Forwarded message ---------
        From: Anna <a@example.com>
        Date: Mon, 4 Mar 2024
        Subject: Hi
        To: <b@example.com>

        Sent from my iPhone
        """,
    }.Select(Letter.Bytes)];

    /// <summary>Pieces that mean something, to be put where they do not belong.</summary>
    public static IReadOnlyList<byte[]> Pieces { get; } = [.. new[]
    {
        "\n", "\r\n", "\r", "\n\n", "--outer", "--outer--", "--inner", "--b\n", "\n--b--\n", "=?utf-8?Q?", "=?utf-8?B?", "?=", "=", "=C3", "\\x00", "\\xff", "\\xfe\\xff", "\\xc3", "\\x1b$B", "\\x80\\x93", "\"", "\\\"", "(", ")", "<", ">", ",", ";", ":", "@",
        "Content-Type: multipart/mixed; boundary=inner\n", "Content-Transfer-Encoding: base64\n", "Content-Type: text/html; charset=utf-16\n", "Content-Type: message/rfc822\n", " charset=iso-2022-jp", "; boundary=\"\"", "filename*1*=", "*0*=utf-8''%",
        "<script>", "</script>", "<style>", "<img src=x onerror=y>", "<a href='javascript:x'>", "<!--", "-->", "<![CDATA[", "]]>", "<table>", "</td>", "<p>", "<plaintext>", "<textarea>", "<svg><style>", "<math><mi>", "&#x3c;", "&lt;", "&", "<blockquote type=cite>",
        "> ", "-- \n", "On 1 Jan 2024 at 10:11 a <a@b.example> wrote:\n", "From: x\nSubject: y\nTo: z\n", "\\xef\\xbb\\xbf", "\ufdd0", "\ud83c\udf89", "99999999999999999999", "-0000",
    }.Select(Letter.Bytes)];
}
