using Kanal.Centre.Conversations;
using Kanal.Centre.Proposals;

namespace Kanal.Product.Tests.Proposals;

public sealed class ConversationDraftTests
{
    [Fact]
    public void The_question_is_the_customers_and_the_answer_the_agents()
    {
        var draft = ConversationDraft.Of(
        [
            new Spoken(Author.Visitor, "Hej! Må hunden komme med i kahytten? Jeg har booking FR204518."),
            new Spoken(Author.System, "Du er nummer 1 i køen."),
            new Spoken(Author.Agent, "Hej Kirsten, det må den godt. Vi har fire kahytter til hunde på dæk 3."),
            new Spoken(Author.Visitor, "Hvad koster det?"),
            new Spoken(Author.Agent, "Et øjeblik."),
            new Spoken(Author.Agent, "Det koster 350 kr. pr. nat, og vaccinationskortet skal med.\n\nVenlig hilsen\nFreja Lindholm"),
            new Spoken(Author.Visitor, "Tak!"),
        ], ["Kirsten Møller", "Freja Lindholm"], "da");
        Assert.Equal("Må hunden komme med i kahytten?", draft.Title);
        Assert.Equal(["Må hunden komme med i kahytten?", "Hvad koster det?"], draft.Questions);
        Assert.Equal("det må den godt. Vi har fire kahytter til hunde på dæk 3.\n\nDet koster 350 kr. pr. nat, og vaccinationskortet skal med.", draft.Body);
    }

    [Theory]
    [InlineData("en", "Hello! Is there wifi on board?", "Is there wifi on board?")]
    [InlineData("en", "Hi, I travel alone. Can I avoid the supplement on Nordlys?", "I travel alone. Can I avoid the supplement on Nordlys?")]
    [InlineData("en", "Hi!", "")]
    [InlineData("da", "Hej, er der plads den 12. august kl. 9? Vi er fire.", "er der plads den 12. august kl. 9?")]
    [InlineData("da", "Hej, min kuffert er væk", "min kuffert er væk")]
    [InlineData("pl", "Dzień dobry, czy na pokładzie jest wifi?", "czy na pokładzie jest wifi?")]
    [InlineData("ro", "Bună ziua, am numărul FR204518. Pot schimba data?", "am numărul [cod]. Pot schimba data?")]
    [InlineData("ro", "Am rezervarea FR204518", "Am rezervarea [cod]")]
    public void A_conversation_is_about_its_first_question(string language, string said, string question) => Assert.Equal(question, ConversationDraft.Question(said, [], language));

    [Fact]
    public void What_has_no_question_has_a_title_all_the_same()
    {
        var draft = ConversationDraft.Of([new Spoken(Author.Visitor, "Hello!"), new Spoken(Author.Agent, "Yes.")], [], "en");
        Assert.Equal(("A question", "Yes."), (draft.Title, draft.Body));
        Assert.Equal(100, ConversationDraft.Of([new Spoken(Author.Visitor, new string('x', 300))], [], "en").Title.Length);
    }
}
