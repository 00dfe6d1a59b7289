using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;

namespace Kanal.Centre.Texts;

/// <summary>
/// What people are told about something that is wrong: an English form with numbered holes, and what fills them. It is written
/// as a plain string or an interpolated one, and read in the language of whoever reads it.
/// </summary>
[InterpolatedStringHandler]
[JsonConverter(typeof(SentenceJson))]
public sealed class Sentence
{
    /// <summary>The language that forms are written in.</summary>
    public const string Native = "en";

    readonly StringBuilder _form;
    readonly List<object> _with;

    /// <summary>For the compiler, which makes one of an interpolated string.</summary>
    public Sentence(int literalLength, int formattedCount)
        : this(new StringBuilder(literalLength + (3 * formattedCount)), new List<object>(formattedCount))
    {
    }

    Sentence(StringBuilder form, List<object> with) => (_form, _with) = (form, with);

    /// <summary>In English, such as <c>At most {0} signals.</c>; what the files of translations are looked through for.</summary>
    public string Form => _form.ToString();

    /// <summary>Texts, numbers and sentences.</summary>
    internal IReadOnlyList<object> With => _with;

    /// <summary>A literal is a form without holes. What is put together at run time is none: that is what <see cref="Verbatim"/> is for.</summary>
    public static implicit operator Sentence(string text) => new(new StringBuilder(Escaped(text)), []);

    /// <summary>For one branch of a condition, so that the others are sentences too and not strings.</summary>
    public static Sentence Of(Sentence sentence) => sentence;

    /// <summary>What is said in the reader's language already, or in nobody's.</summary>
    public static Sentence Verbatim(string text) => $"{text}";

    /// <summary>What Decisions say, which know no languages: the form, and what fills it, which may be such forms again.</summary>
    public static Sentence From(FormattableString said) =>
        new(new StringBuilder(said.Format), said.GetArguments().Select(one => one is FormattableString part ? From(part) : one ?? "").ToList<object>());

    internal static Sentence Kept(string form, List<object> with) => new(new StringBuilder(form), with);

    public void AppendLiteral(string text) => _form.Append(Escaped(text));

    public void AppendFormatted<T>(T value, string? format = null)
    {
        _form.Append(CultureInfo.InvariantCulture, $"{{{_with.Count}{(format is null ? "" : ":")}{format}}}");
        _with.Add(value switch
        {
            null => "",
            string or Sentence or int or long or double or decimal => value,
            IFormattable other => other.ToString(format, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        });
    }

    /// <summary>In a language; in English where it is not translated.</summary>
    public string In(string language) => (Sentences.In(language, Form) ?? SentenceForm.Read(Form)).Fill(_with, language);

    /// <summary>In English, for logs and programs.</summary>
    public override string ToString() => SentenceForm.Read(Form).Fill(_with, Native);

    static string Escaped(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
