using Kanal.Centre.Articles;
using Kanal.Centre.Storage;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Imports;

/// <summary>Looks at what a text says, and says what would become otherwise of the one that is there. What is there and was written by people is never lost.</summary>
static class Comparing
{
    /// <summary>Whether the content may be taken as it is.</summary>
    public static void Check(PlannedText text, ArticleKind kind, ImportMode mode)
    {
        text.Turn(part =>
        {
            var faults = new Faults();
            var content = new ContentCheck(faults).Read(part.Content, kind);
            Tell(text, part, () =>
            {
                faults.ThrowIfAny();
                if (ReferenceEquals(part, text.Main) && (mode == ImportMode.Publish || (mode == ImportMode.Restore && part.State is TextState.Published or null)))
                {
                    TextTurns.Check(kind, content);
                }
            });
            return part with { Content = content };
        });
    }

    /// <param name="there">The text as it is now, with its contents.</param>
    public static void Compare(PlannedText text, ArticleText there, ImportMode mode, bool isAsImported)
    {
        var slug = text.Slug == there.Slug ? null : text.Slug;
        var shortcut = text.Shortcut == there.Shortcut ? null : text.Shortcut;
        var change = mode == ImportMode.Drafts
            ? Drafted(text.Newest, there)
            : Shown(text, there, mode);
        change = change is null && (slug ?? shortcut) is null ? null : (change ?? new TextChange(null, null, null, null, null, null)) with { Slug = slug, Shortcut = shortcut };
        if (change is null)
        {
            text.Outcome = ImportOutcome.Same;
        }
        else if (there.Draft is { } draft && !isAsImported && IsInTheWay(change, draft.Content))
        {
            text.Fault(draft.SavedBy is { } who
                ? Sentence.Of($"Somebody is writing this text ({who}). Publish or discard that draft first, so that nothing is lost.")
                : "Somebody is writing this text. Publish or discard that draft first, so that nothing is lost.");
        }
        else
        {
            (text.Change, text.Outcome) = (change, ImportOutcome.Changed);
        }
    }

    static TextChange? Drafted(ArticleContent content, ArticleText there) =>
        Is(content, there.Draft?.Content) || Is(content, there.Scheduled?.Content) || Is(content, there.Published?.Content) ? null : new TextChange(null, null, null, content, null, null);

    static TextChange? Shown(PlannedText text, ArticleText there, ImportMode mode)
    {
        var main = text.Main;
        var state = mode == ImportMode.Publish ? TextState.Published : main.State ?? TextState.Published;
        var scheduled = text.Scheduled ?? (state == TextState.Scheduled ? main : null);
        var draft = text.Draft ?? (state is TextState.Draft or TextState.Expired ? main : null);
        var change = new TextChange(
            state == TextState.Published && !Is(main.Content, there.Published?.Content) ? main.Content : null,
            scheduled is { PublishAt: not null } && !Is(scheduled.Content, there.Scheduled?.Content) && !Is(scheduled.Content, there.Published?.Content) ? scheduled.Content : null,
            scheduled?.PublishAt,
            draft is not null && !Is(draft.Content, there.Draft?.Content) && !Is(draft.Content, there.Published?.Content) ? draft.Content : null, null, null);
        return change is { Published: null, Scheduled: null, Draft: null } ? null : change;
    }

    static bool IsInTheWay(TextChange change, ArticleContent draft) => (change.Published ?? change.Scheduled ?? change.Draft) is { } first && !Is(first, draft);

    static bool Is(ArticleContent one, ArticleContent? other) => other is not null && Json.From(one) == Json.From(other);

    static void Tell(PlannedText text, SourceText part, Action check)
    {
        try
        {
            check();
        }
        catch (RefusedException refused)
        {
            foreach (var (field, sentence) in refused.Errors.SelectMany(error => error.Value.Select(sentence => (error.Key, sentence))))
            {
                var name = field.StartsWith("content.", StringComparison.Ordinal) ? field["content.".Length..] : field;
                text.Faults.Add(new ImportFault(part.File, part.LineOf(field), $"{name}: {sentence}"));
                text.Outcome = ImportOutcome.Refused;
            }
        }
    }
}
