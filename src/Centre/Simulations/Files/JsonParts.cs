using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kanal.Centre.Simulations.Files;

/// <summary>Reads JSON, with comments and trailing commas left out of it as the standard has it.</summary>
ref struct JsonParts
{
    const int Deepest = 20;

    readonly string _file;
    readonly ReadOnlySpan<byte> _bytes;
    Utf8JsonReader _reader;
    int _left = PartLimits.Most;
    int _line = 1;
    int _counted;

    JsonParts(string file, ReadOnlySpan<byte> bytes)
    {
        _file = file;
        _bytes = bytes;
        _reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest + 2 });
    }

    public static Part Read(string file, string text)
    {
        var parts = new JsonParts(file, Encoding.UTF8.GetBytes(text));
        try
        {
            parts._reader.Read();
            var part = parts.Part("", 0);
            return parts._reader.Read() ? throw part.Fault("Something follows that does not belong to it.") : part;
        }
        catch (JsonException wrong)
        {
            throw new ScenarioException(string.Create(CultureInfo.InvariantCulture, $"{file}, line {(wrong.LineNumber ?? 0) + 1}: This is not well-formed JSON: {wrong.Message.Split(" LineNumber:")[0].Split(" Change the reader options")[0].TrimEnd('.')}."));
        }
        catch (InvalidOperationException)
        {
            throw new ScenarioException(string.Create(CultureInfo.InvariantCulture, $"{file}, line {parts._line}: There is half a letter in a text."));
        }
    }

    Part Part(string path, int depth)
    {
        var place = new Part(PartKind.Nothing, Line(), path, _file);
        PartLimits.Check(place, depth, Deepest, ref _left);
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null:
                return place;
            case JsonTokenType.String:
                return place with { Kind = PartKind.Value, Text = _reader.GetString() ?? "", IsQuoted = true };
            case JsonTokenType.StartArray:
                List<Part> items = [];
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Part($"{path}[{items.Count}]", depth + 1));
                }

                return place with { Kind = PartKind.List, Items = items };
            case JsonTokenType.StartObject:
                return place with { Kind = PartKind.Map, Members = Map(path, depth) };
            default:
                return place with { Kind = PartKind.Value, Text = Encoding.UTF8.GetString(_reader.ValueSpan) };
        }
    }

    List<(string, Part)> Map(string path, int depth)
    {
        List<(string Key, Part Value)> members = [];
        HashSet<string> keys = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var key = _reader.GetString() ?? "";
            _reader.Read();
            var value = Part(Files.Part.Join(path, key), depth + 1);
            members.Add(keys.Add(key) ? (key, value) : throw value.Fault("This is there twice."));
        }

        return members;
    }

    int Line()
    {
        var at = (int)_reader.TokenStartIndex;
        _line += _bytes[_counted..at].Count((byte)'\n');
        _counted = at;
        return _line;
    }
}
