using Kanal.Centre.Articles;
using Kanal.Centre.Forms;

namespace Kanal.Centre.Imports;

/// <summary>What an article says, as the top of its file has it.</summary>
static class ContentFields
{
    const int LongestKey = 40;

    public static ArticleContent Read(SourceFields fields, string title, string body)
    {
        var channels = fields.Inside("channels");
        return new ArticleContent
        {
            Title = title,
            Body = body,
            Questions = fields.Texts("questions", "content.questions"),
            Keywords = [.. fields.Texts("keywords", "content.keywords", ','), .. fields.Texts("tags", "content.keywords", ',')],
            Steps = [.. fields.Each("steps", "content.steps").Select(step => new GuideStep(step.Text("title") ?? "", step.Text("body") ?? ""))],
            Fields = [.. fields.Each("fields", "content.fields").Select(Field)],
            Thanks = fields.Text("thanks", "content.thanks"),
            Channels = new ChannelTexts(
                channels.Text("chat", "content.channels.chat"), channels.Text("email", "content.channels.email"), channels.Text("sms", "content.channels.sms"), channels.Text("phone", "content.channels.phone")),
        };
    }

    static FormField Field(SourceFields field) => new()
    {
        Key = field.Text("key") ?? Key(field),
        Kind = field.Member<FieldKind>("kind") ?? FieldKind.Text,
        Label = field.Text("label") ?? "",
        Hint = field.Text("hint"),
        Required = field.Flag("required"),
        Choices = [.. field.Each("choices").Select(choice => new FieldChoice(choice.Text("key") ?? Key(choice), choice.Text("label") ?? ""))],
        Least = field.Amount("least"),
        Most = field.Amount("most"),
        Earliest = field.Day("earliest"),
        Latest = field.Day("latest"),
        Pattern = field.Text("pattern"),
        PatternHint = field.Text("patternHint"),
    };

    static string Key(SourceFields labelled) => Slugs.Of(labelled.Text("label") ?? "") is var key && key.Length > LongestKey ? key[..LongestKey].Trim('-') : key;
}
