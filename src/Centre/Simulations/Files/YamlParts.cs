using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Reads YAML. References (<c>*x</c>) are refused: with them a few lines can stand for billions.</summary>
sealed class YamlParts(string file)
{
    const int Deepest = 20;

    int _left = PartLimits.Most;
    int _line = 1;

    public Part Read(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return new Part(PartKind.Nothing, 1, "", file);
            }

            var part = Read(parser, "", 0);
            parser.Consume<DocumentEnd>();
            return parser.Accept<DocumentStart>(out var second) ? throw part.Fault($"There is a second document from line {second.Start.Line} on; a scenario is one.") : part;
        }
        catch (YamlException wrong)
        {
            throw new ScenarioException($"{file}, line {wrong.Start.Line}: This is not well-formed YAML: {wrong.Message.Split('\n')[0].TrimEnd('.')}.");
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or ArgumentException)
        {
            // What the parser itself stumbles over, such as a list that never ends.
            throw new ScenarioException($"{file}, line {_line}: This is not well-formed YAML.");
        }
    }

    Part Read(Parser parser, string path, int depth)
    {
        _line = (int)(parser.Current?.Start.Line ?? _line);
        var place = new Part(PartKind.Nothing, _line, path, file);
        if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw place.Fault("References (& and *) can't be used here.");
        }

        PartLimits.Check(place, depth, Deepest, ref _left);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var plain = scalar.Style == ScalarStyle.Plain;
            return plain && scalar.Value is "" or "~" or "null" ? place : place with { Kind = PartKind.Value, Text = scalar.Value, IsQuoted = !plain };
        }

        return parser.TryConsume<SequenceStart>(out _) ? place with { Kind = PartKind.List, Items = List(parser, path, depth) } : place with { Kind = PartKind.Map, Members = Map(parser, place, depth) };
    }

    List<Part> List(Parser parser, string path, int depth)
    {
        List<Part> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Read(parser, $"{path}[{items.Count}]", depth + 1));
        }

        return items;
    }

    List<(string, Part)> Map(Parser parser, Part place, int depth)
    {
        parser.Consume<MappingStart>();
        List<(string Key, Part Value)> members = [];
        HashSet<string> keys = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var line = (int)(parser.Current?.Start.Line ?? place.Line);
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw (place with { Line = line }).Fault("A key here is no text.");
            }

            var value = Read(parser, Part.Join(place.Path, key.Value), depth + 1);
            if (!keys.Add(key.Value))
            {
                throw (value with { Line = line }).Fault("This is there twice.");
            }

            members.Add((key.Value, value.IsThere ? value : value with { Line = line }));
        }

        return members;
    }
}

/// <summary>What is too much for a scenario.</summary>
static class PartLimits
{
    public const int Most = 500_000;

    public const int Largest = 20_000_000;

    public static void Check(Part place, int depth, int deepest, ref int left)
    {
        if (depth > deepest)
        {
            throw place.Fault("This stands too deep within itself.");
        }

        if (--left < 0)
        {
            throw place.Fault("There is too much in this file.");
        }
    }
}
