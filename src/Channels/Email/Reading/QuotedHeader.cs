namespace Kanal.Channels.Email.Reading;

/// <summary>
/// What the great programs put above a message they quote whole: a line such as <c>-----Original Message-----</c>, and its header as a block of
/// From, Date, To and Subject in the writer's language.
/// </summary>
static class QuotedHeader
{
    const int Longest = 1_000;
    const int MostLines = 30;
    const int MostFolded = 3;

    enum Label
    {
        None,
        From,
        When,
        To,
        Subject,
        Other,
    }

    static readonly string[] _titles =
    [
        "original message", "original appointment", "forwarded message", "forwarded by", "begin forwarded message", "reply message", "oprindelig meddelelse", "original meddelelse", "videresendt meddelelse", "oryginalna wiadomość",
        "wiadomość oryginalna", "wiadomość przekazana", "przekazana wiadomość", "treść przekazanej wiadomości", "mesaj original", "mesajul original", "mesaj redirecționat", "mesaj redirectionat", "mesaj transmis", "ursprüngliche nachricht", "originalnachricht",
        "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht", "message d'origine", "message d’origine", "message original", "message transféré", "message transmis", "message réexpédié", "début du message", "mensaje original",
        "mensaje reenviado", "mensagem original", "mensagem encaminhada", "messaggio originale", "messaggio inoltrato", "oorspronkelijk bericht", "origineel bericht", "doorgestuurd bericht", "ursprungligt meddelande",
        "originalmeddelande", "vidarebefordrat meddelande", "opprinnelig melding", "videresendt melding", "alkuperäinen viesti", "исходное сообщение", "пересланное сообщение", "původní zpráva", "pôvodná správa", "eredeti üzenet", "orijinal mesaj",
    ];

    static readonly Dictionary<string, Label> _labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["from"] = Label.From, ["von"] = Label.From, ["de"] = Label.From, ["fra"] = Label.From, ["från"] = Label.From, ["od"] = Label.From, ["van"] = Label.From, ["da"] = Label.From, ["de la"] = Label.From,
        ["expeditor"] = Label.From, ["nadawca"] = Label.From, ["afsender"] = Label.From, ["lähettäjä"] = Label.From, ["от"] = Label.From, ["от кого"] = Label.From, ["від"] = Label.From, ["feladó"] = Label.From, ["kimden"] = Label.From,
        ["sent"] = Label.When, ["date"] = Label.When, ["gesendet"] = Label.When, ["datum"] = Label.When, ["envoyé"] = Label.When, ["sendt"] = Label.When, ["dato"] = Label.When, ["skickat"] = Label.When, ["wysłano"] = Label.When,
        ["wysłane"] = Label.When, ["data"] = Label.When, ["verzonden"] = Label.When, ["enviado"] = Label.When, ["enviado el"] = Label.When, ["enviada em"] = Label.When, ["fecha"] = Label.When, ["inviato"] = Label.When, ["trimis"] = Label.When,
        ["trimisă"] = Label.When, ["lähetetty"] = Label.When, ["дата"] = Label.When, ["отправлено"] = Label.When, ["elküldve"] = Label.When, ["odesláno"] = Label.When, ["tarih"] = Label.When, ["gönderildi"] = Label.When,
        ["to"] = Label.To, ["an"] = Label.To, ["à"] = Label.To, ["til"] = Label.To, ["till"] = Label.To, ["do"] = Label.To, ["aan"] = Label.To, ["para"] = Label.To, ["a"] = Label.To, ["către"] = Label.To, ["catre"] = Label.To,
        ["adresat"] = Label.To, ["modtager"] = Label.To, ["vastaanottaja"] = Label.To, ["кому"] = Label.To, ["címzett"] = Label.To, ["komu"] = Label.To, ["kime"] = Label.To,
        ["subject"] = Label.Subject, ["betreff"] = Label.Subject, ["objet"] = Label.Subject, ["emne"] = Label.Subject, ["ämne"] = Label.Subject, ["temat"] = Label.Subject, ["onderwerp"] = Label.Subject, ["asunto"] = Label.Subject,
        ["assunto"] = Label.Subject, ["oggetto"] = Label.Subject, ["subiect"] = Label.Subject, ["aihe"] = Label.Subject, ["тема"] = Label.Subject, ["tárgy"] = Label.Subject, ["předmět"] = Label.Subject, ["predmet"] = Label.Subject, ["konu"] = Label.Subject,
        ["message du"] = Label.When, ["sujet"] = Label.Subject, ["copie à"] = Label.Other, ["cc"] = Label.Other, ["bcc"] = Label.Other, ["reply-to"] = Label.Other, ["kopie"] = Label.Other, ["kopi"] = Label.Other, ["kopia"] = Label.Other, ["dw"] = Label.Other, ["udw"] = Label.Other, ["importance"] = Label.Other, ["attachments"] = Label.Other,
        ["vedhæftede filer"] = Label.Other, ["priority"] = Label.Other, ["prioritet"] = Label.Other, ["wichtigkeit"] = Label.Other, ["antwort an"] = Label.Other, ["svar til"] = Label.Other, ["odpowiedz do"] = Label.Other,
    };

    /// <summary>How many lines from this one on are a title, a header or both with what is blank between; 0 if neither starts here.</summary>
    public static int LinesAt(string[] lines, int at)
    {
        if (!IsTitle(lines[at]))
        {
            return BlockAt(lines, at);
        }

        var next = at + 1;
        while (next < lines.Length && next < at + MostLines && string.IsNullOrWhiteSpace(lines[next]))
        {
            next++;
        }

        return next < lines.Length && BlockAt(lines, next, 2) is > 0 and var block ? next + block - at : 1;
    }

    public static bool IsTitle(string line)
    {
        if (line.Length > 200)
        {
            return false;
        }

        var plain = line.Trim(' ', '\t', '*', '\u00a0');
        var words = plain.Trim('-', '_', '=', ' ', '>', '<', ':');
        return words.Length > 0 && (plain.StartsWith("--", StringComparison.Ordinal) || plain.StartsWith("__", StringComparison.Ordinal) || plain.EndsWith(':'))
            && Array.Exists(_titles, title => words.StartsWith(title, StringComparison.OrdinalIgnoreCase))
            && (words.Length < 60 || plain.StartsWith('-'));
    }

    static int BlockAt(string[] lines, int at, int least = 3)
    {
        if (LabelOf(lines[at]) is not (Label.From or Label.When or Label.Subject))
        {
            return 0;
        }

        var (seen, last, folded) = (0, at, 0);
        for (var i = at; i < lines.Length && i < at + MostLines && folded <= MostFolded; i++)
        {
            var label = LabelOf(lines[i]);
            if (label != Label.None)
            {
                (seen, last, folded) = (seen | 1 << (int)label, i, 0);
            }
            else if (string.IsNullOrWhiteSpace(lines[i]))
            {
                // Some put a blank line between each.
                if (i + 1 >= lines.Length || LabelOf(lines[i + 1]) == Label.None)
                {
                    break;
                }
            }
            else
            {
                folded++;
            }
        }

        // Without a subject it may be somebody's journey: from, to and date.
        var isHeader = (seen & 1 << (int)Label.From) != 0 && (seen & (1 << (int)Label.Subject)) != 0 && System.Numerics.BitOperations.PopCount((uint)seen) >= least;
        if (!isHeader)
        {
            return 0;
        }

        // What is folded under the last label belongs to it.
        var end = last + 1;
        while (end < lines.Length && end <= last + MostFolded && !string.IsNullOrWhiteSpace(lines[end]) && HasBlankWithin(lines, end))
        {
            end++;
        }

        return end - at;
    }

    static bool HasBlankWithin(string[] lines, int from)
    {
        for (var i = from; i < Math.Min(lines.Length, from + MostFolded); i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                return true;
            }
        }

        return false;
    }

    static Label LabelOf(string line)
    {
        if (line.Length > Longest)
        {
            return Label.None;
        }

        var plain = line.AsSpan().Trim(" \t*\u00a0>|");
        var colon = plain.IndexOf(':');
        if (colon is <= 0 or > 24)
        {
            return Label.None;
        }

        var name = plain[..colon].Trim(" \t*\u00a0");
        return _labels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var label) ? label : Label.None;
    }
}
