using System.Diagnostics.Metrics;

namespace Kanal.Web.Metrics;

/// <summary>Names as Prometheus writes them: underscores, the unit at the end, counters with <c>_total</c>.</summary>
static class PrometheusName
{
    public static string Of(Instrument instrument, string type)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = Plain(instrument.Name);
        return $"{name}{(name.EndsWith(unit, StringComparison.Ordinal) ? "" : unit)}{(type == "counter" ? "_total" : "")}";
    }

    public static string Plain(string name) => name.Replace('.', '_').Replace('-', '_');

    public static string Line(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    public static string Quoted(string text) => Line(text).Replace("\"", "\\\"", StringComparison.Ordinal);
}
