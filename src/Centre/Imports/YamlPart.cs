using Kanal.Centre.Texts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kanal.Centre.Imports;

/// <summary>A part of a YAML text, with its line. References (<c>*x</c>) are refused: with them a few lines can stand for billions, or contain themselves.</summary>
/// <param name="Line">In the file, from 1.</param>
/// <param name="Text">Of a single value; null where there is none.</param>
sealed record YamlPart(int Line, string? Text, IReadOnlyList<YamlPart> Items, IReadOnlyDictionary<string, YamlPart> Members)
{
    const int Deepest = 12;
    const int Most = 20_000;

    static readonly Dictionary<string, YamlPart> _none = [];

    public static YamlPart Empty { get; } = new(1, null, [], _none);

    /// <param name="firstLine">Where the text begins in its file.</param>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public static YamlPart Read(string text, int firstLine = 1)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return Empty;
            }

            var left = Most;
            return Read(parser, firstLine - 1, 0, ref left);
        }
        catch (YamlException wrong)
        {
            throw new UnreadableException($"This is not well-formed YAML: {wrong.Message.Split('\n')[0].TrimEnd('.')}.", (int)wrong.Start.Line + firstLine - 1);
        }
    }

    static YamlPart Read(Parser parser, int above, int depth, ref int left)
    {
        var line = (int)(parser.Current?.Start.Line ?? 0) + above;
        if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw new UnreadableException("References (& and *) can't be used here.", line);
        }

        if (depth > Deepest)
        {
            throw new UnreadableException("This stands too deep within itself.", line);
        }

        if (--left < 0)
        {
            throw new UnreadableException("There is too much in this.", line);
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var isNothing = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
            return new YamlPart(line, isNothing ? null : scalar.Value, [], _none);
        }

        return parser.TryConsume<SequenceStart>(out _) ? new YamlPart(line, null, Sequence(parser, above, depth, ref left), _none) : Mapping(parser, line, above, depth, ref left);
    }

    static List<YamlPart> Sequence(Parser parser, int above, int depth, ref int left)
    {
        List<YamlPart> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Read(parser, above, depth + 1, ref left));
        }

        return items;
    }

    static YamlPart Mapping(Parser parser, int line, int above, int depth, ref int left)
    {
        parser.Consume<MappingStart>();
        var members = new Dictionary<string, YamlPart>(StringComparer.OrdinalIgnoreCase);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Read(parser, above, depth + 1, ref left);
            var value = Read(parser, above, depth + 1, ref left);
            // A list begins below its name; it is the name that people look for.
            if (key.Text is null || !members.TryAdd(key.Text, value with { Line = key.Line }))
            {
                throw new UnreadableException(key.Text is null ? Sentence.Of("A name is missing here.") : $"\"{key.Text}\" stands here twice.", key.Line);
            }
        }

        return new YamlPart(line, null, [], members);
    }
}
