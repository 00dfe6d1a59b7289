using Kanal.Centre.Articles;
using Kanal.Centre.Forms;

namespace Kanal.Web.Demo.World;

/// <summary>The words of the agency's knowledge base in one language.</summary>
sealed record KnowledgeWords(Dictionary<string, SectionText> Sections, Dictionary<string, WrittenArticle> Articles, string[] InVain, string[] Comments)
{
    public static KnowledgeWords In(string language)
    {
        var special = Content.Read<KnowledgeWords>($"help/{language}.json");
        return special with { Articles = special.Articles.Concat(Content.Read<Dictionary<string, WrittenArticle>>($"articles/{language}.json")).ToDictionary() };
    }
}

sealed record WrittenArticle(string Title, string[] Questions, string Text)
{
    public WrittenStep[] Steps { get; init; } = [];

    public string? Thanks { get; init; }

    public Dictionary<string, FieldWords> Fields { get; init; } = [];

    public ArticleContent ToContent(IReadOnlyList<FieldShape> fields) => new()
    {
        Title = Title,
        Body = Text,
        Questions = Questions,
        Steps = [.. Steps.Select(step => new GuideStep(step.Title, step.Text))],
        Fields = [.. fields.Select(field => Fields[field.Key].Dress(field))],
        Thanks = Thanks,
    };
}

sealed record WrittenStep(string Title, string Text);

sealed record FieldWords(string Label, string? Hint = null, string? PatternHint = null, Dictionary<string, string>? Choices = null)
{
    public FormField Dress(FieldShape shape) => new()
    {
        Key = shape.Key,
        Kind = shape.Kind,
        Label = Label,
        Hint = Hint,
        Required = shape.Required,
        Least = shape.Least,
        Most = shape.Most,
        Pattern = shape.Pattern,
        PatternHint = PatternHint,
        Choices = [.. (Choices ?? []).Select(choice => new FieldChoice(choice.Key, choice.Value))],
    };
}
