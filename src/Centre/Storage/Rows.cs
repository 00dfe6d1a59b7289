using System.Data;
using System.Text.Json;
using Dapper;

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
        SqlMapper.AddTypeHandler(new IdRow());
        SqlMapper.AddTypeHandler(new TimeRow());
    }

    sealed class IdRow : SqlMapper.TypeHandler<Id>
    {
        public override Id Parse(object value) => new((long)value);

        public override void SetValue(IDbDataParameter parameter, Id value) => parameter.Value = value.Value;
    }

    sealed class TimeRow : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds((long)value);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUnixTimeMilliseconds();
    }
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
