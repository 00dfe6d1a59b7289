using Kanal.Centre.Forms;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Shown;

/// <summary>What a message carries besides its words, one of the two.</summary>
public sealed record MessageCard
{
    /// <summary>Something that an agent has put before the visitor.</summary>
    public ShownCard? Shown { get; init; }

    /// <summary>A form that the visitor has filled in.</summary>
    public FormCard? Form { get; init; }
}

/// <summary>An article, guide, form or page before a visitor's eyes.</summary>
/// <param name="Article">Null for a page.</param>
/// <param name="Url">Of the page, or of the article's own.</param>
/// <param name="Steps">Of a guide.</param>
/// <param name="Fields">Of a form.</param>
/// <param name="Here">Of a page: it is one of the site's own and may take the place of the one the visitor is on. The visitor is asked first.</param>
public sealed record ShownCard(Id Id, ShownKind Kind, Id? Article, string? Language, string Title, string Url, int Steps, int Fields, bool Here);

public enum ShownKind
{
    Article,
    Guide,
    Form,
    Page,
}

/// <summary>A form as it came back.</summary>
/// <param name="Shown">What it answers.</param>
/// <param name="Values">In the order of the fields; a value of the kind <c>file</c> has the ids of files of the message.</param>
public sealed record FormCard(Id Shown, Id Article, string Language, string Title, IReadOnlyList<FilledValue> Values);
