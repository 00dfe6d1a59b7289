namespace Kanal.Channels.Email.Reading;

/// <summary>What servers and lists add below every letter.</summary>
static class Disclaimer
{
    const int MostLetters = 4_000;

    static readonly string[] _words =
    [
        "confidential", "intended recipient", "disclaimer", "unsubscribe", "mailing list", "privileged", "fortrolig", "tiltænkt", "poufn", "confidențial", "destinatar", "vertraulich", "confidentiel", "destinataire", "vertrouwelijk", "confidencial",
        "riservat", "konfidentiell", "afmeld", "wypisz", "dezabon", "listinfo", "environment before printing", "virus",
    ];

    public static bool IsIn(ReadOnlySpan<string> lines)
    {
        var letters = 0;
        foreach (var line in lines)
        {
            foreach (var word in _words)
            {
                if (line.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            letters += line.Length;
            if (letters > MostLetters)
            {
                return false;
            }
        }

        return false;
    }
}
