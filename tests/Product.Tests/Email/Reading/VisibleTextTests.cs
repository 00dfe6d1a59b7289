using Kanal.Channels.Email.Reading;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Reading;

[OnOneEngine]
public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("Den man. 4. mar. 2024 kl. 10.11 skrev Jens Hansen <jens@example.dk>:")]
    [InlineData("Den 04-03-2024 kl. 10:11 skrev Jens Hansen:")]
    [InlineData("Den 4. mar. 2024 kl. 10.11 skrev Kundeservice hos Fjordrejser A/S\n<kundeservice@example.dk>:")]
    [InlineData("W dniu 04.03.2024 o 10:11, Jan Kowalski pisze:")]
    [InlineData("pon., 4 mar 2024 o 10:11 Jan Kowalski <jan@example.pl> napisał(a):")]
    [InlineData("Wiadomość napisana przez Jan Kowalski <jan@example.pl> w dniu 4 mar 2024, o godz. 10:11:")]
    [InlineData("În lun., 4 mar. 2024 la 10:11, Ion Popescu <ion@example.ro> a scris:")]
    [InlineData("Pe 4 mar. 2024, la 10:11, Ion Popescu <ion@example.ro> a scris:")]
    [InlineData("On Mon, Mar 4, 2024 at 10:11 AM Anna Smith <anna@example.com> wrote:")]
    [InlineData("On Mon, Mar 4, 2024 at 10:11 AM Anna Smith\n<anna@example.com>\nwrote:")]
    [InlineData("> On 4 Mar 2024, at 10:11, Anna Smith <anna@example.com> wrote:\n>")]
    [InlineData("Am 04.03.24 um 10:11 schrieb Max Muster:")]
    [InlineData("Am Mo., 4. März 2024 um 10:11 Uhr schrieb Max Muster <max@example.de>:")]
    [InlineData("Le lun. 4 mars 2024 à 10:11, Anne Martin <anne@example.fr> a écrit :")]
    [InlineData("El lun, 4 mar 2024 a las 10:11, Ana García (<ana@example.es>) escribió:")]
    [InlineData("Em seg., 4 de mar. de 2024 às 10:11, Ana <ana@example.pt> escreveu:")]
    [InlineData("Il giorno lun 4 mar 2024 alle ore 10:11 Anna Rossi <anna@example.it> ha scritto:")]
    [InlineData("Op ma 4 mrt 2024 om 10:11 schreef Anna de Vries <anna@example.nl>:")]
    [InlineData("Den mån 4 mars 2024 kl 10:11 skrev Anna Berg <anna@example.se>:")]
    [InlineData("man. 4. mars 2024 kl. 10:11 skrev Kari Nordmann <kari@example.no>:")]
    [InlineData("пн, 4 мар. 2024 г. в 10:11, Анна <anna@example.ru>:")]
    [InlineData("-----Original Message-----\nFrom: Anna\nSent: Monday")]
    [InlineData("-----Oprindelig meddelelse-----")]
    [InlineData("________________________________\nFra: Kundeservice <kundeservice@example.dk>\nSendt: 4. marts 2024 10:11\nTil: Jens Hansen\nEmne: Re: Din ordre\n")]
    [InlineData("Od: Biuro <biuro@example.pl>\nWysłano: poniedziałek, 4 marca 2024 10:11\nDo: Jan Kowalski\nTemat: Zamówienie\n")]
    [InlineData("De la: Birou <birou@example.ro>\nTrimis: luni, 4 martie 2024 10:11\nCătre: Ion Popescu\nSubiect: Comanda\n")]
    [InlineData("*From:* Anna <anna@example.com>\n*Sent:* Monday, March 4, 2024\n*To:* Max\n*Subject:* Hi\n")]
    [InlineData("Von: Anna\nGesendet: Montag\nAn: Max\nBetreff: Hallo\n")]
    [InlineData("Begin forwarded message:\n")]
    [InlineData("---------- Forwarded message ---------\nFrom: Anna <a@example.com>\nDate: Mon, 4 Mar 2024\nSubject: Hi\nTo: Max <m@example.com>\n")]
    public void What_stands_below_such_a_line_was_written_by_somebody_else(string line)
    {
        var read = VisibleText.Of($"Ja, det passer fint.\n\n{line}\n> Passer det?\n");
        Assert.Equal("Ja, det passer fint.", read.Text);
        Assert.Contains("Passer det?", read.Quoted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From: Aarhus\nTo: Oslo\nDate: 3 May\n\nIs there room?")]
    [InlineData("Den 4/3 skrev jeg til jer:\n\nMit telt er i stykker.")]
    [InlineData("On page 12 John Smith wrote:\n\nThis is wrong.")]
    [InlineData("Thanks for the offer of 4 March.\nI wrote to you on 1 March 2024 at 10:11 that\n\n- it rains in")]
    [InlineData("Two things:\n-- first the tent\n-- then the stove")]
    [InlineData("The receipt is dated 2024-03-04 10:11:12\nand it says 100.")]
    [InlineData("Best regards,\nAnna")]
    [InlineData("From my point of view it is done.")]
    [InlineData("Question one > question two\nand > three")]
    public void What_only_looks_like_it_stays(string text) => Assert.Equal(text, VisibleText.Of(text).Text);

    [Theory]
    [InlineData("-- \nJens Hansen\nFjordrejser")]
    [InlineData("--\nJens")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Sendt fra min iPhone")]
    [InlineData("Sendt fra Outlook til Android<https://aka.ms/x>")]
    [InlineData("Wysłane z mojego iPhone'a")]
    [InlineData("Trimis de pe iPhone-ul meu")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("Hent Outlook til iOS<https://aka.ms/x>")]
    [InlineData("____________\nJens Hansen\n+45 12 34 56 78")]
    [InlineData("Jens Hansen\nHavnegade 1, Aarhus\n+45 12 34 56 78\njens@example.dk")]
    public void A_signature_goes(string signature)
    {
        var read = VisibleText.Of($"Tak for hjælpen.\n\n{signature}\n");
        Assert.Equal("Tak for hjælpen.", read.Text);
        Assert.Equal(signature.Replace(" \n", "\n", StringComparison.Ordinal), read.Signature);
    }

    [Fact]
    public void Signature_and_quotation_go_together_whichever_comes_first()
    {
        Assert.Equal("Ja.", VisibleText.Of("Ja.\n\n-- \nJens\n\nDen 4. mar. 2024 kl. 10.11 skrev Anna <a@example.dk>:\n> Nej?\n").Text);
        Assert.Equal("Ja.", VisibleText.Of("Ja.\n\nDen 4. mar. 2024 kl. 10.11 skrev Anna <a@example.dk>:\n> Nej?\n\n-- \nJens\n").Text);
    }

    [Fact]
    public void Answers_between_the_lines_keep_the_lines() => Assert.Equal(
        "Hi,\n> Red or blue?\nBlue.\n> How many?\nTwo.",
        VisibleText.Of("Hi,\nOn Mon, Mar 4, 2024 at 10:11 AM Anna <a@example.com> wrote:\n> Red or blue?\nBlue.\n> How many?\nTwo.\n").Text);

    [Fact]
    public void An_answer_below_the_quotation_is_the_answer()
    {
        var answer = string.Join('\n', Enumerable.Repeat("We came on Monday and found the tent in the hall, wet and torn.", 5));
        Assert.Contains(answer, VisibleText.Of($"Hi,\n\nOn Mon, Mar 4, 2024 at 10:11 AM Anna <a@example.com> wrote:\n> Where is it?\n\n{answer}\n").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div dir=ltr>Yes.</div><br><div class='gmail_quote'><div class='gmail_attr'>Anna &lt;a@example.com&gt; a répondu:</div><blockquote class=gmail_quote>Old</blockquote></div>")]
    [InlineData("<p>Yes.</p><hr><div id='divRplyFwdMsg'><b>Fra:</b> Anna</div><div>Old</div>")]
    [InlineData("<p>Yes.</p><div id=appendonsend></div><hr>Old")]
    [InlineData("Yes.<div class=moz-cite-prefix>Am 4. schrieb Anna</div><blockquote type=cite>Old</blockquote>")]
    [InlineData("Yes.<div class=moz-signature>-- <br>Max</div><blockquote type=cite>Old</blockquote>")]
    [InlineData("<div>Yes.</div><div id=Signature>Max</div>")]
    [InlineData("<div>Yes.</div><div class=gmail_signature>Max</div>")]
    [InlineData("<p>Yes.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Lähettäjä-X</b></p></div><p>Old</p>")]
    [InlineData("<div>Yes.</div><div><br><blockquote type=\"cite\"><div>On 4 Mar 2024, at 10:11, Anna wrote:</div>Old</blockquote></div>")]
    public void Html_says_itself_what_is_quoted(string html) => Assert.Equal("Yes.", Letter.Html(html).VisibleText);

    [Fact]
    public void Flowing_lines_are_one_paragraph_and_stay_quoted() => Assert.Equal(
        "This goes on here.\nNext.",
        Letter.Understood("Content-Type: text/plain; format=flowed\n\nThis goes \non here.\nNext.\n\nOn Mon, Mar 4, 2024 at 10:11 AM Anna <a@example.com> wrote:\n> old \n> text\n").VisibleText);

    [Fact]
    public void Nothing_in_it_can_harm_a_database()
    {
        var read = Letter.Understood("Subject: a\\x00b\nContent-Type: text/plain; charset=utf-16be\n\n\\x00a\\x00\\x00\\xd8\\x00\\x00b");
        Assert.DoesNotContain('\0', read.Subject + read.Text + read.VisibleText);
        Assert.DoesNotContain(read.Text, char.IsSurrogate);
    }
}
