namespace Kanal.Centre.Access;

/// <summary>What a new installation calls its first queue and topics.</summary>
sealed record FirstWords(string Queue, IReadOnlyList<string> Topics)
{
    static readonly FirstWords _english = new("Everyone", ["Order", "Delivery", "Return", "Invoice and payment", "Technical problem", "Complaint", "Something else"]);

    static readonly Dictionary<string, FirstWords> _byLanguage = new()
    {
        ["en"] = _english,
        ["da"] = new("Alle", ["Bestilling", "Levering", "Returnering", "Faktura og betaling", "Teknisk problem", "Klage", "Andet"]),
        ["de"] = new("Alle", ["Bestellung", "Lieferung", "Rücksendung", "Rechnung und Zahlung", "Technisches Problem", "Beschwerde", "Sonstiges"]),
        ["pl"] = new("Wszyscy", ["Zamówienie", "Dostawa", "Zwrot", "Faktura i płatność", "Problem techniczny", "Reklamacja", "Inne"]),
        ["ro"] = new("Toți", ["Comandă", "Livrare", "Retur", "Factură și plată", "Problemă tehnică", "Reclamație", "Altceva"]),
    };

    public static FirstWords In(string language) => _byLanguage.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant(), _english);
}
