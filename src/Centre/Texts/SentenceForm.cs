using System.Globalization;
using System.Text;

namespace Kanal.Centre.Texts;

/// <summary>
/// A sentence with holes: <c>{0}</c>, <c>{0:X4}</c>, and <c>{0|letter|letters}</c> for the word that goes with a number, in as many
/// forms as the language has. Braces of its own stand twice.
/// </summary>
sealed class SentenceForm
{
    readonly List<Piece> _pieces = [];

    SentenceForm()
    {
    }

    public IEnumerable<Hole> Holes => _pieces.OfType<Hole>();

    /// <exception cref="FormatException">A brace is not closed, or there is no number in it.</exception>
    public static SentenceForm Read(string text)
    {
        var form = new SentenceForm();
        var words = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
            {
                words.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                words.Append(text[i++]);
            }
            else
            {
                var end = text.IndexOf('}', i);
                form._pieces.Add(new Words(words.ToString()));
                form._pieces.Add(Hole.Read(text[i..(end < 0 ? text.Length : end + 1)]));
                words.Clear();
                i = end;
            }
        }

        form._pieces.Add(new Words(words.ToString()));
        return form;
    }

    public string Fill(IReadOnlyList<object> with, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Concat(_pieces.Select(piece => piece switch
        {
            Words words => words.Text,
            Hole hole when hole.Number >= with.Count => "",
            Hole { Forms: { } forms } hole => forms[Math.Min(Plural.Of(with[hole.Number], language), forms.Length - 1)],
            Hole hole => Text(with[hole.Number], hole.Format, language, culture),
            _ => "",
        }));
    }

    // Four digits are read as they stand, in every one of our languages; and English is for programs too.
    static string Text(object value, string? format, string language, CultureInfo culture) => value switch
    {
        Sentence sentence => sentence.In(language),
        IFormattable number => number.ToString(format ?? (language == Sentence.Native || Math.Abs(Convert.ToDouble(number, CultureInfo.InvariantCulture)) < 10_000 ? "0.##########" : "#,0.##########"), culture),
        _ => value.ToString() ?? "",
    };

    internal abstract record Piece;

    sealed record Words(string Text) : Piece;

    /// <param name="Number">Of what fills it, from 0.</param>
    /// <param name="Forms">Of a word that goes with the number; null where the number itself stands here.</param>
    internal sealed record Hole(int Number, string? Format, string[]? Forms) : Piece
    {
        public static Hole Read(string text)
        {
            var inside = text.Trim('{', '}');
            var end = inside.IndexOfAny([':', '|']);
            var number = int.Parse(end < 0 ? inside : inside[..end], NumberStyles.None, CultureInfo.InvariantCulture);
            return end < 0 ? new Hole(number, null, null)
                : inside[end] == ':' ? new Hole(number, inside[(end + 1)..], null)
                : new Hole(number, null, inside[(end + 1)..].Split('|'));
        }
    }
}
