using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Kanal.Decisions.Facts;

/// <summary>
/// Reads facts from JSON that may come from anywhere. Nothing in it can throw; what can't be believed is a fault with its place
/// and is not known. Objects within give their names before the point: <c>{"basket":{"value":100}}</c> is <c>basket.value</c>.
/// </summary>
public sealed class FactReading
{
    const int MostFaults = 20;
    const int LongestName = 60;

    readonly List<FactFault> _faults = [];
    readonly FactValues _values;
    readonly bool _fromPage;

    FactReading(FactCatalogue catalogue, bool fromPage)
    {
        _values = new FactValues(catalogue);
        _fromPage = fromPage;
    }

    /// <summary>What a page and its widget tell, which must not tell what is not theirs.</summary>
    /// <param name="given">An object; anything else is a fault, nothing at all is no facts.</param>
    public static FactValues FromPage(FactCatalogue catalogue, JsonElement? given, out IReadOnlyList<FactFault> faults) => Read(catalogue, given, true, out faults);

    /// <summary>Facts of every source, such as from a record or from somebody who tries a strategy.</summary>
    public static FactValues FromAnywhere(FactCatalogue catalogue, JsonElement? given, out IReadOnlyList<FactFault> faults) => Read(catalogue, given, false, out faults);

    static FactValues Read(FactCatalogue catalogue, JsonElement? given, bool fromPage, out IReadOnlyList<FactFault> faults)
    {
        var reading = new FactReading(catalogue, fromPage);
        if (given is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } facts)
        {
            reading.Object(facts, "facts", "");
        }

        faults = reading._faults;
        return reading._values;
    }

    // Menus are asked for all the time, so that no text is made of what is only looked up.
    void Object(JsonElement given, string place, string prefix)
    {
        if (given.ValueKind != JsonValueKind.Object)
        {
            Refuse(place, "This should be an object of facts.");
            return;
        }

        Span<char> key = stackalloc char[prefix.Length + LongestName];
        prefix.CopyTo(key);
        foreach (var member in given.EnumerateObject())
        {
            if (_faults.Count >= MostFaults)
            {
                return;
            }

            if (!TryName(member, key[prefix.Length..], out var length))
            {
                Refuse(place, "A name here is no text, or too long.");
                continue;
            }

            var name = key[..(prefix.Length + length)];
            var within = new Spot(place, member);
            if (_values.Catalogue.Find(name) is { } fact)
            {
                Value(fact, member.Value, within);
            }
            else if (prefix.Length == 0 && member.Value.ValueKind == JsonValueKind.Object && HasWithin(name))
            {
                Object(member.Value, within.ToString(), $"{name}.");
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Refuse(within, "There is no such fact.");
            }
        }
    }

    bool HasWithin(ReadOnlySpan<char> key)
    {
        foreach (var fact in _values.Catalogue.Facts)
        {
            if (fact.Key.Length > key.Length && fact.Key[key.Length] == '.' && fact.Key.AsSpan().StartsWith(key))
            {
                return true;
            }
        }

        return false;
    }

    void Value(int number, JsonElement given, Spot place)
    {
        var fact = _values.Catalogue[number];
        if (given.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (_fromPage && fact.Source is FactSource.Identity or FactSource.Centre)
        {
            Refuse(place, "This is not for the page to say.");
            return;
        }

        switch (fact.Kind)
        {
            case FactKind.Number when given.ValueKind != JsonValueKind.Number || !given.TryGetDouble(out var amount) || !(amount >= fact.Least && amount <= fact.Most):
                Refuse(place, string.Create(CultureInfo.InvariantCulture, $"This should be a number of {fact.Least:0.##} to {fact.Most:0.##}."));
                break;
            case FactKind.Number:
                _values.Put(number, given.GetDouble());
                break;
            case FactKind.Flag when given.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                Refuse(place, "This should be true or false.");
                break;
            case FactKind.Flag:
                _values.Put(number, given.ValueKind == JsonValueKind.True ? 1 : 0);
                break;
            case FactKind.Text when Text(fact, given, place) is { } text:
                _values.Put(number, text);
                break;
            case FactKind.Texts:
                Texts(number, fact, given, place);
                break;
        }
    }

    void Texts(int number, Fact fact, JsonElement given, Spot place)
    {
        if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() > fact.MostTexts)
        {
            Refuse(place, $"This should be a list of at most {fact.MostTexts} texts.");
            return;
        }

        string?[] texts = [.. given.EnumerateArray().Select((text, i) => Text(fact, text, new Spot(place.ToString(), null, i)))];
        _values.Put(number, (string[])[.. texts.OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    string? Text(Fact fact, JsonElement given, Spot place)
    {
        if (ChoiceOf(fact, given) is { } choice)
        {
            return choice;
        }

        if (given.ValueKind != JsonValueKind.String || !TryString(given, out var text) || text.Length > fact.Longest || text.AsSpan().ContainsAnyInRange('\0', '\u001f'))
        {
            Refuse(place, $"This should be a text of at most {fact.Longest} letters.");
            return null;
        }

        if (fact.Choices is { } choices && !choices.Contains(text))
        {
            Refuse(place, $"This should be one of {string.Join(", ", choices)}.");
            return null;
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    static string? ChoiceOf(Fact fact, JsonElement given)
    {
        if (fact.Choices is not { } choices || given.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            foreach (var choice in choices)
            {
                if (given.ValueEquals(choice))
                {
                    return choice;
                }
            }
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which is none of the choices.
        }

        return null;
    }

    static bool TryName(JsonProperty member, Span<char> name, out int length)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        if (!raw.Contains((byte)'\\'))
        {
            return Utf8.ToUtf16(raw, name, out _, out length, replaceInvalidSequences: false) == OperationStatus.Done && length > 0;
        }

        try
        {
            length = member.Name.Length;
            return length > 0 && member.Name.TryCopyTo(name);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            length = 0;
            return false;
        }
    }

    static bool TryString(JsonElement given, out string text)
    {
        try
        {
            text = given.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    void Refuse(Spot place, string sentence) => Refuse(place.ToString(), sentence);

    void Refuse(string place, string sentence)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(new FactFault(place, sentence));
        }
    }

    /// <summary>Where something stands; put together only where it is wrong, since menus are asked for all the time.</summary>
    readonly record struct Spot(string Parent, JsonProperty? Member, int Item = -1)
    {
        public override string ToString() => Item < 0 ? $"{Parent}.{Member?.Name}" : $"{Parent}[{Item}]";
    }
}
