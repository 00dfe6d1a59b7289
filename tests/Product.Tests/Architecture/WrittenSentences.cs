using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;

namespace Kanal.Product.Tests.Architecture;

/// <summary>
/// The sentences in the compiled product, by what is done with them: every one passes through the conversion from a text, through
/// what the compiler makes of an interpolated text, or through <c>RefusedException.NotFound</c>; in Decisions, which know no
/// languages, it is a <see cref="FormattableString"/>.
/// What this does not see: a text in a language, kept by <c>Sentence.Verbatim</c>, and words that fill a hole as plain strings.
/// </summary>
sealed class WrittenSentences
{
    const string Type = "Sentence";

    /// <summary>English forms, each with a place where it is written.</summary>
    public SortedDictionary<string, string> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a text that is no literal is made a sentence: nobody could translate it.</summary>
    public List<string> Unknown { get; } = [];

    public static WrittenSentences Read()
    {
        var written = new WrittenSentences();
        foreach (var (method, body) in Instructions.Of(Assembly.Load("Kanal.Decisions")))
        {
            written.ReadForms($"{method.DeclaringType}.{method.Name}", body);
        }

        foreach (var name in new[] { "Kanal.Centre", "Kanal.Channels", "kanal" })
        {
            foreach (var (method, body) in Instructions.Of(Assembly.Load(name)).Where(found => !Passes(found.Method)))
            {
                written.Read($"{method.DeclaringType}.{method.Name}", body);
            }
        }

        return written;
    }

    // Our own plumbing: these hand on what they were given.
    static bool Passes(MethodBase method) => method.DeclaringType?.Name is "SentenceJson" or "SentenceRow" || (method.DeclaringType?.Name, method.Name) is ("RefusedException", "NotFound") or (Type, "Verbatim");

    void Read(string place, IReadOnlyList<Instruction> body)
    {
        var open = new Stack<Interpolated>();
        for (var i = 0; i < body.Count; i++)
        {
            if (body[i].Calls(Type, "op_Implicit") || body[i].Calls("RefusedException", "NotFound"))
            {
                foreach (var before in Before(body, i))
                {
                    Take(body[i].Calls(Type, "op_Implicit") ? before : before is null ? null : $"There is no such {before}.", place);
                }
            }
            else if (body[i].Calls(Type, ".ctor") && body[i].Code == OpCodes.Newobj && body[i - 1].Operand is int holes && body[i - 2].Operand is int letters)
            {
                open.Push(new Interpolated(letters, holes));
            }
            else if (open.Count > 0 && body[i].Calls(Type, "AppendLiteral"))
            {
                open.Peek().Literal((string)body[i - 1].Operand!);
            }
            else if (open.Count > 0 && body[i].Calls(Type, "AppendFormatted"))
            {
                open.Peek().Hole(body[i - 1].Operand as string);
            }

            if (open.TryPeek(out var done) && done.IsWhole)
            {
                Add(open.Pop().Form, place);
            }
        }
    }

    // A form is put before the array of what fills it, which is made anew or empty.
    void ReadForms(string place, IReadOnlyList<Instruction> body)
    {
        foreach (var (i, _) in body.Index().Where(one => one.Item.Calls("FormattableStringFactory", "Create")))
        {
            var form = body.Take(i).Index().Last(one => one.Item.Operand is string && (body[one.Index + 1].Calls("Array", "Empty") || body[one.Index + 2].Code == OpCodes.Newarr));
            Add((string)form.Item.Operand!, place);
        }
    }

    // What lies on the stack: the literal just before, and where branches meet here, the one before each branch.
    static IEnumerable<string?> Before(IReadOnlyList<Instruction> body, int i) =>
        [body[i - 1].Operand as string, .. body.Index().Where(one => one.Item.Code.FlowControl == FlowControl.Branch && one.Item.Operand is int to && to == body[i].At).Select(one => body[one.Index - 1].Operand as string)];

    void Take(string? literal, string place)
    {
        if (literal is null)
        {
            Unknown.Add(place);
        }
        else
        {
            Add(Escaped(literal), place);
        }
    }

    void Add(string form, string place)
    {
        // Where only holes and signs are, there is nothing to say.
        if (Translations.Holes(form).Aggregate(form, (rest, hole) => rest.Replace(hole, "", StringComparison.Ordinal)).Any(char.IsLetter))
        {
            Forms.TryAdd(form, place);
        }
    }

    static string Escaped(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    sealed class Interpolated(int letters, int holes)
    {
        int _letters = letters;
        int _holes;

        public string Form { get; private set; } = "";

        public bool IsWhole => _letters == 0 && _holes == holes;

        public void Literal(string text)
        {
            Form += Escaped(text);
            _letters -= text.Length;
        }

        public void Hole(string? format) =>
            Form += string.Create(CultureInfo.InvariantCulture, $"{{{_holes++}{(format is null ? "" : $":{format}")}}}");
    }
}
