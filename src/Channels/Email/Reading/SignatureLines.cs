namespace Kanal.Channels.Email.Reading;

/// <summary>Lines that end what somebody wrote: what a telephone adds, rules between text and signature, and a block of name, address and numbers.</summary>
static class SignatureLines
{
    const int Longest = 120;
    const string Rules = "-*#~=_+–—";

    static readonly string[] _devices =
    [
        "sent from", "sent via", "sent with", "sent by", "sent using", "send from my", "from my iphone", "from my ipad", "from my mobile", "from my phone", "from my android", "from my samsung", "envoyé de mon", "envoyé depuis", "envoyé à partir", "envoyé avec", "envoyé du", "gesendet von", "gesendet mit", "gesendet aus",
        "verzonden vanaf", "verzonden met", "verzonden vanuit", "verstuurd vanaf", "sendt fra", "sendt via", "sendt med", "skickat från", "skickat med", "enviado desde", "enviado do", "enviado a partir", "enviado de", "inviato da", "inviato dal", "wysłane z",
        "wysłano z", "wysłane przez", "trimis de pe", "trimis din", "trimis cu", "trimis de la", "отправлено с", "отправлено из", "надіслано з", "lähetetty", "get outlook", "get [outlook", "hent outlook", "pobierz outlook", "pobierz aplikację outlook", "obțineți outlook",
        "descărcați outlook", "download outlook", "obtenez outlook", "téléchargez outlook", "holen sie sich outlook", "outlook für", "hämta outlook", "skaff deg outlook", "发自我的", "發自我的", "從我的", "從我的 iphone", "iphoneから", "odesláno z", "odoslané z",
        "yahoo mail:", "forsendt fra", "diese nachricht wurde von meinem", "denne besked er sendt fra", "ta wiadomość została wysłana z",
    ];

    // After these nothing of the writer's own comes any more.
    static readonly string[] _telephones =
    [
        "sent from my", "get outlook for", "gesendet von outlook", "gesendet von mein", "gesendet mit der", "von meinem", "envoyé de mon", "envoyé depuis mon", "verzonden vanaf mijn", "sendt fra min", "sendt fra outlook", "sendt fra mit", "hent outlook",
        "skickat från min", "enviado desde mi", "enviado do meu", "inviato da iphone", "inviato dal mio", "wysłane z mojego", "wysłane z iphone", "wysłano z mojego", "pobierz outlook", "trimis de pe", "obțineți outlook", "sent from outlook", "sent from yahoo",
    ];

    static readonly string[] _deviceEnds = ["from mobile", "傳送", "から送信"];

    /// <summary>Only these signs, two of them at least; or the dot that a tracker leaves.</summary>
    public static bool IsRule(string line)
    {
        var plain = line.AsSpan().Trim(" \t\u00a0\r");
        return plain is "ᐧ" || (plain.Length >= 2 && Rules.Contains(plain[0]) && !plain.ContainsAnyExcept(plain[0]));
    }

    /// <summary>Two hyphens, which by custom begin a signature.</summary>
    public static bool IsDelimiter(string line) => line.Length <= 12 && line.AsSpan().TrimEnd(" \t\u00a0\r") is "--" or "—" or "––";

    /// <summary>What a telephone or a program says of itself.</summary>
    public static bool IsDevice(string line)
    {
        if (line.Length > Longest)
        {
            return false;
        }

        var plain = line.AsSpan().Trim(" \t\u00a0\r()<>[]*_-.");
        if (plain.Length < 6)
        {
            return false;
        }

        foreach (var start in _devices)
        {
            if (plain.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return plain.Length < 40 && (IsGerman(plain) || IsEnd(plain));
    }

    /// <summary>A line that is certain to be a telephone's, wherever it stands alone.</summary>
    public static bool IsTelephone(string line) => IsDevice(line) && Array.Exists(_telephones, start => line.AsSpan().Trim(" \t\u00a0\r()<>[]*_-.").StartsWith(start, StringComparison.OrdinalIgnoreCase));

    static bool IsGerman(ReadOnlySpan<char> plain) => plain.StartsWith("von mein", StringComparison.OrdinalIgnoreCase) && plain.EndsWith("gesendet", StringComparison.OrdinalIgnoreCase);

    static bool IsEnd(ReadOnlySpan<char> plain)
    {
        foreach (var end in _deviceEnds)
        {
            if (plain.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line that is only an address, a number or a page.</summary>
    public static ContactKind ContactOf(string line)
    {
        var plain = line.AsSpan().Trim(" \t\u00a0\r<>");
        if (plain.Length is < 5 or > 80)
        {
            return ContactKind.None;
        }

        var isWord = !plain.ContainsAny(' ', '\t');
        return isWord && plain.IndexOf('@') > 0 && plain.LastIndexOf('.') > plain.IndexOf('@') ? ContactKind.Address
            : isWord && (plain.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) ? ContactKind.Page
            : IsNumber(plain) ? ContactKind.Number
            : ContactKind.None;
    }

    // "+45 12 34 56 78", "(555) 346-9947", "Tel.: 12345678", "M: ...".
    static bool IsNumber(ReadOnlySpan<char> plain)
    {
        var (digits, letters) = (0, 0);
        foreach (var letter in plain)
        {
            if (char.IsAsciiDigit(letter))
            {
                digits++;
            }
            else if (char.IsLetter(letter))
            {
                letters++;
            }
            else if (!" \t()+-./:".Contains(letter))
            {
                return false;
            }
        }

        return digits is >= 7 and <= 16 && letters <= 8;
    }
}

enum ContactKind
{
    None = 0,
    Address = 1,
    Number = 2,
    Page = 4,
}
