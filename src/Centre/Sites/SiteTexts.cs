namespace Kanal.Centre.Sites;

/// <summary>What the widget says in one language.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Greeting">The first words while we are open.</param>
/// <param name="Offline">The first words while we are closed.</param>
public sealed record SiteTexts(string Title, string Greeting, string Offline)
{
    /// <summary>What a new site says until somebody writes something better; the languages that we have words for ourselves.</summary>
    public static IReadOnlyDictionary<string, SiteTexts> Ready { get; } = new Dictionary<string, SiteTexts>
    {
        ["da"] = new("Kontakt os", "Hej! Hvad kan vi hjælpe med?", "Vi har lukket lige nu. Skriv til os, så svarer vi, når vi er tilbage."),
        ["en"] = new("Contact us", "Hello! How can we help?", "We are closed right now. Write to us and we will answer when we are back."),
        ["pl"] = new("Napisz do nas", "Dzień dobry! W czym możemy pomóc?", "Teraz mamy zamknięte. Napisz do nas, a odpowiemy po powrocie."),
        ["ro"] = new("Contactează-ne", "Bună! Cu ce te putem ajuta?", "Acum suntem închiși. Scrie-ne și îți răspundem când revenim."),
    };
}
