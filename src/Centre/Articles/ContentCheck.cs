using Kanal.Centre.Forms;

namespace Kanal.Centre.Articles;

/// <summary>Reads what was written of an article, field by field.</summary>
sealed class ContentCheck(Faults faults)
{
    const int LongestTitle = 200;
    const int LongestBody = 30_000;
    const int LongestText = 8_000;
    const int LongestSms = 1_000;
    const int LongestQuestion = 200;
    const int MostQuestions = 50;
    const int MostSteps = 50;

    public ArticleContent Read(ArticleContent given, ArticleKind kind)
    {
        faults.AddIf(kind != ArticleKind.Guide && given.Steps.Count > 0, "content.steps", "Only a guide has steps.");
        faults.AddIf(kind != ArticleKind.Form && given.Fields.Count > 0, "content.fields", "Only a form has fields.");
        return new ArticleContent
        {
            Title = faults.Line("content.title", given.Title, LongestTitle),
            Body = kind == ArticleKind.ShortAnswer ? faults.Text("content.body", given.Body, LongestText) : Markdown("content.body", given.Body, LongestBody),
            Questions = Lines("content.questions", given.Questions),
            Keywords = Lines("content.keywords", given.Keywords),
            Steps = Steps(given.Steps),
            Fields = new FieldsCheck(faults).Read("content.fields", given.Fields),
            Thanks = Optional("content.thanks", given.Thanks, LongestText),
            Channels = new ChannelTexts(
                Optional("content.channels.chat", given.Channels.Chat, LongestText),
                given.Channels.Email is null ? null : Nothing(Markdown("content.channels.email", given.Channels.Email, LongestBody)),
                Optional("content.channels.sms", given.Channels.Sms, LongestSms),
                Optional("content.channels.phone", given.Channels.Phone, LongestText)),
        };
    }

    List<GuideStep> Steps(IReadOnlyList<GuideStep> given)
    {
        faults.AddIf(given.Count > MostSteps, "content.steps", $"There should be at most {MostSteps} steps.");
        return [.. given.Take(MostSteps).Select((step, i) => new GuideStep(
            faults.Line($"content.steps.{i}.title", step?.Title, LongestTitle), Markdown($"content.steps.{i}.body", step?.Body, LongestText)))];
    }

    List<string> Lines(string field, IReadOnlyList<string> given)
    {
        faults.AddIf(given.Count > MostQuestions, field, $"There should be at most {MostQuestions}.");
        return [.. given.Take(MostQuestions).Select(line => faults.OptionalLine(field, line, LongestQuestion)).OfType<string>().Distinct()];
    }

    string Markdown(string field, string? given, int longest)
    {
        var text = faults.Text(field, given, longest);
        faults.AddIf(text.Length <= longest && !ArticleMarkdown.IsReadable(text), field, "Quotes, lists or brackets stand too deep within each other here.");
        return text;
    }

    string? Optional(string field, string? given, int longest) => given is null ? null : Nothing(faults.Text(field, given, longest));

    static string? Nothing(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
