using System.Data;
using System.Text.Json;
using Dapper;
using Kanal.Centre.Texts;

namespace Kanal.Centre.Storage;

/// <summary>How our types stand in rows: ids and times as numbers, settings as JSON text.</summary>
static class Rows
{
    static int _taught;

    public static void TeachDapper()
    {
        if (Interlocked.Exchange(ref _taught, 1) == 1)
        {
            return;
        }

        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(typeof(Id), new IdRow());
        SqlMapper.AddTypeHandler(typeof(DateTimeOffset), new TimeRow());
        SqlMapper.AddTypeHandler(typeof(Sentence), new SentenceRow());
    }

    // Where a whole row is one value, an empty one is handed in too.
    abstract class NumberRow<T>(Func<long, T> read, Func<T, long> write) : SqlMapper.ITypeHandler
        where T : struct
    {
        public object? Parse(Type destinationType, object value) => value is DBNull ? null : read((long)value);

        public void SetValue(IDbDataParameter parameter, object value) => parameter.Value = value is T known ? write(known) : value;
    }

    sealed class IdRow() : NumberRow<Id>(value => new Id(value), id => id.Value);

    sealed class TimeRow() : NumberRow<DateTimeOffset>(DateTimeOffset.FromUnixTimeMilliseconds, time => time.ToUnixTimeMilliseconds());
}

/// <summary>A sentence in one column: its text, or its form and what fills it.</summary>
sealed class SentenceRow : SqlMapper.ITypeHandler
{
    const string Start = "{\"form\":";

    public object? Parse(Type destinationType, object value) => value is not string kept ? null
        : kept.StartsWith(Start, StringComparison.Ordinal) ? Json.To<Sentence>(kept)
        : (Sentence)kept;

    public void SetValue(IDbDataParameter parameter, object value) =>
        parameter.Value = value is not Sentence sentence ? value : Json.From(sentence) is var kept && kept.StartsWith(Start, StringComparison.Ordinal) ? kept : sentence.ToString();
}

/// <summary>A value kept as JSON text in one column.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string From<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T? To<T>(string? text) => text is null ? default : JsonSerializer.Deserialize<T>(text, Options);
}
