using System.Text.RegularExpressions;
using Kanal.Centre.Articles;
using Kanal.Centre.Conversations;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Proposals;

/// <summary>What an article could say that is made of a conversation: the question in the customer's words, the answer in the agent's, without what is somebody's own.</summary>
public static partial class ConversationDraft
{
    const int LongestTitle = 100;
    const int LongestQuestion = 200;
    const int LongestBody = 20_000;
    const int MostQuestions = 3;

    // "Thanks!" and "One moment, please." are said in every conversation and belong in no article.
    const int ShortestAnswer = 25;

    /// <param name="said">In order; what only carries a card is left out.</param>
    /// <param name="names">Of the people who speak.</param>
    /// <param name="language">Of the conversation: its marks stand in it.</param>
    public static ArticleContent Of(IReadOnlyList<Spoken> said, IReadOnlyList<string> names, string language)
    {
        var asked = said.Where(one => one.From == Author.Visitor).Select(one => Plain(one.Text, names, language)).ToList();
        var questions = asked.SelectMany(Sentences).Where(sentence => sentence.EndsWith('?') && sentence.Length <= LongestQuestion).Distinct().Take(MostQuestions).ToList();
        var answers = said.Where(one => one.From == Author.Agent).Select(one => Plain(one.Text, names, language)).Where(text => text.Length > 0).ToList();
        var telling = answers.FindAll(text => text.Length >= ShortestAnswer);
        var body = string.Join("\n\n", telling.Count > 0 ? telling : answers);
        return new ArticleContent
        {
            Title = Brief(questions.FirstOrDefault() ?? asked.FirstOrDefault(text => text.Length > 0) ?? Strings.In(language)["draft.title"]),
            Body = body.Length <= LongestBody ? body : body[..LongestBody],
            Questions = questions,
        };
    }

    /// <summary>What a conversation is about, to be compared with others: what comes up to its first question, or that question where it is much; empty where nothing was said.</summary>
    public static string Question(string text, IReadOnlyList<string> names, string language)
    {
        var sentences = Sentences(Plain(text, names, language)).ToList();
        var first = sentences.FindIndex(sentence => sentence.EndsWith('?'));
        var whole = string.Join(' ', sentences.Take(first < 0 ? 1 : first + 1));
        var question = whole.Length <= LongestQuestion || first < 0 ? whole : sentences[first];
        return question.Length <= LongestQuestion ? question : question[..LongestQuestion];
    }

    static string Plain(string text, IReadOnlyList<string> names, string language)
    {
        var texts = Strings.In(LanguageTag.Primary(language));
        var plain = PersonalData.TakeOut(text.ReplaceLineEndings("\n").Trim(), names, kind => $"[{texts[$"draft.{kind.ToString().ToLowerInvariant()}"]}]");
        return Greeting().Replace(Closing().Replace(plain, ""), "").Trim();
    }

    static IEnumerable<string> Sentences(string text) => Sentence().Matches(text).Select(found => found.Value.Trim()).Where(sentence => sentence.Length > 1);

    static string Brief(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.Length <= LongestTitle ? line : line.LastIndexOf(' ', LongestTitle) is > 0 and var end ? $"{line[..end]} …" : line[..LongestTitle];
    }

    [GeneratedRegex(@"^(?:hej(?: igen)?|goddag|godmorgen|kære|hi(?: there)?|hello|good (?:morning|afternoon|evening)|dear|cześć|dzień dobry|witam|bună(?: ziua| seara)?|salut)(?: \[[^\]]+\])?\s*[,!.]+\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\n\s*(?:med venlig hilsen|venlig hilsen|mange hilsner|de bedste hilsner|hilsen|mvh|kh|best regards|kind regards|best wishes|yours sincerely|regards|z poważaniem|pozdrawiam|cu stimă|cu respect|salutări)\b[\s\S]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    // "12. august" and "kl. 9" go on.
    [GeneratedRegex(@"[^.!?\n]+(?:[.](?:(?=\S)|(?<=\d\.)(?=\s\p{Ll})|(?<=\b(?:kl|ca|bl|nr|ok|np)\.)(?=\s))[^.!?\n]+)*[.!?]*", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}

/// <summary>A message, as far as an article could be made of it.</summary>
public sealed record Spoken(Author From, string Text);
