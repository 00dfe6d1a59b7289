using Kanal.Centre.Knowledge;
using Kanal.Centre.Proposals;
using Kanal.Centre.Storage;

namespace Kanal.Product.Tests.Proposals;

public sealed class QuestionGroupsTests
{
    static readonly Findable[] _articles =
    [
        Article(100, "How much luggage may I bring?", "A suitcase of 23 kg and one bag for the cabin."),
        Article(101, "Passport and visa", "Greenland is not in the Schengen area. Bring a passport that holds for three months after the trip."),
    ];

    [Fact]
    public void Questions_that_are_alike_and_not_answered_come_together_the_most_asked_first()
    {
        var groups = Find(
            "Is there wifi on board?",
            "Can my dog stay in the cabin?",
            "Do you have wifi on board the ship?",
            "How much luggage may we bring?",
            "How much luggage can I bring along?",
            "May dogs stay in a cabin?",
            "Does the wifi on board cost anything?",
            "Where do I park near the harbour?");
        Assert.Equal(["Is there wifi on board?", "Can my dog stay in the cabin?"], groups.Select(group => group.Question));
        Assert.Equal([[1, 3, 7], [2, 6]], groups.Select(group => group.Members.Select(member => member.Value)));
    }

    [Fact]
    public void What_was_asked_once_or_is_answered_is_nobodys_work()
    {
        Assert.Empty(Find("Is there wifi on board?", "Can my dog stay in the cabin?"));
        Assert.Empty(Find("How much luggage may I bring?", "How much luggage may I bring?"));
        Assert.Empty(QuestionGroups.Find([], _articles, "en"));
        Assert.Equal(2, Assert.Single(QuestionGroups.Find([Question(1, "Hvor er bussen?"), Question(2, "Hvor er bussen?")], [], "da")).Members.Count);
    }

    static List<QuestionGroup> Find(params string[] questions) => QuestionGroups.Find([.. questions.Select((text, i) => Question(i + 1, text))], _articles, "en");

    static Findable Question(long id, string text) => new(new Id(id), text.StartsWith("Hvor", StringComparison.Ordinal) ? "da" : "en", text);

    static Findable Article(long id, string title, string body) => new(new Id(id), "en", title) { Body = body };
}
