namespace Kanal.Centre.Knowledge;

/// <summary>Cuts out the piece of a text that holds most of what was sought.</summary>
static class Excerpts
{
    const int Length = 180;
    const int Before = 40;

    public static Excerpt From(Findable text, Predicate<string> sought)
    {
        var known = new Dictionary<string, bool>();
        var marks = Marks(text.Body, word => known.TryGetValue(word, out var was) ? was : known[word] = sought(word));
        return marks.Count > 0 ? Cut(text.Body, marks) : new Excerpt(text.Title, Marks(text.Title, sought));
    }

    static List<Mark> Marks(string text, Predicate<string> sought) =>
        [.. Word.In(text).Where(word => sought(word.Folded)).Select(word => new Mark(word.Start, word.Length))];

    static Excerpt Cut(string body, List<Mark> marks)
    {
        var first = marks.MaxBy(mark => marks.Count(other => other.Start >= mark.Start && other.Start + other.Length <= mark.Start + Length - Before));
        var start = WordStart(body, Math.Max(0, first.Start - Before));
        var end = Math.Min(body.Length, Math.Max(start + Length, first.Start + first.Length));
        end = end < body.Length && body.LastIndexOf(' ', end - 1, end - start) is var space && space > first.Start + first.Length ? space : end;
        var (lead, tail) = (start > 0 ? "… " : "", end < body.Length ? " …" : "");
        return new Excerpt(lead + body[start..end] + tail, [.. marks.Where(mark => mark.Start >= start && mark.Start + mark.Length <= end).Select(mark => new Mark(mark.Start - start + lead.Length, mark.Length))]);
    }

    static int WordStart(string body, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(body[at - 1]))
        {
            at--;
        }

        return at;
    }
}
