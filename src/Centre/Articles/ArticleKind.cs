namespace Kanal.Centre.Articles;

public enum ArticleKind
{
    Article,

    /// <summary>With steps.</summary>
    Guide,

    /// <summary>Asks for data.</summary>
    Form,

    /// <summary>What agents put into a reply by its shortcut; plain text with variables.</summary>
    ShortAnswer,
}
