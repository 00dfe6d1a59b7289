using Kanal.Centre.Conversations;

namespace Kanal.Web.Demo.World;

/// <summary>One thing that customers ask about, and how it goes: the same in every language.</summary>
/// <param name="Topic">Its place among the topics.</param>
/// <param name="Page">Where on the site it is asked.</param>
/// <param name="Basket">What is in the basket, in Danish kroner; null for nothing.</param>
/// <param name="Weight">How often it is asked, compared with the others.</param>
sealed record Dialogue(string Key, int Topic, Outcome Outcome, string Page, int Weight, string? Step = null, double? Basket = null)
{
    /// <summary>What the agency calls its topics, in their order.</summary>
    public static IReadOnlyList<string> Topics { get; } = ["Booking", "Change or cancel", "Payment", "Passport and visa", "Luggage", "Complaint", "Something else"];

    /// <summary>What the page itself says it is about; help and terms are about everything.</summary>
    public string? SaidTopic => Page.Split('/')[0] is "booking" or "trips" or "contact" ? Topics[Topic] : null;

    public static IReadOnlyList<Dialogue> All { get; } = Content.Read<List<Dialogue>>("data/dialogues.json");

    public static Dialogue Pick(Random chance)
    {
        var at = chance.Next(All.Sum(dialogue => dialogue.Weight));
        return All.First(dialogue => (at -= dialogue.Weight) < 0);
    }
}
