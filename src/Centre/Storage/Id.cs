using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanal.Centre.Storage;

/// <summary>
/// A time-ordered 64-bit number inside, thirteen letters and digits outside (Crockford's base 32, lower case).
/// </summary>
[JsonConverter(typeof(IdJson))]
public readonly record struct Id(long Value) : IParsable<Id>, IComparable<Id>
{
    const int TextLength = 13;
    const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    public override string ToString() => string.Create(TextLength, Value, (text, value) =>
    {
        for (var i = TextLength - 1; i >= 0; i--, value >>= 5)
        {
            text[i] = Digits[(int)(value & 31)];
        }
    });

    public static Id Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id result)
    {
        result = default;
        if (s is not { Length: TextLength })
        {
            return false;
        }

        var value = 0L;
        foreach (var letter in s)
        {
            var digit = Digits.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0 || value >> 58 != 0)
            {
                return false;
            }

            value = (value << 5) | (long)digit;
        }

        result = new Id(value);
        return true;
    }

    public int CompareTo(Id other) => Value.CompareTo(other.Value);

    public static bool operator <(Id left, Id right) => left.Value < right.Value;

    public static bool operator >(Id left, Id right) => left.Value > right.Value;

    public static bool operator <=(Id left, Id right) => left.Value <= right.Value;

    public static bool operator >=(Id left, Id right) => left.Value >= right.Value;

    sealed class IdJson : JsonConverter<Id>
    {
        public override Id Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out var id) ? id : throw new JsonException("This is not an id.");

        public override void Write(Utf8JsonWriter writer, Id value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
