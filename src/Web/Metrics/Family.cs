using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Kanal.Web.Metrics;

/// <summary>What one instrument has told, kept by the value of one of its labels; a figure by many labels would grow without bound.</summary>
/// <param name="label">Null where all are taken together.</param>
sealed class Family(Instrument instrument, string? label)
{
    static readonly string[] _classes = ["", "1xx", "2xx", "3xx", "4xx", "5xx"];

    readonly SortedDictionary<string, Series> _series = new(StringComparer.Ordinal);
    readonly double[] _bounds = [.. (instrument as Instrument<double>)?.Advice?.HistogramBucketBoundaries ?? []];

    string Type => instrument switch
    {
        // They go down as well, whatever the runtime calls them.
        { Name: "dotnet.thread_pool.queue.length" or "dotnet.thread_pool.thread.count" } => "gauge",
        Histogram<double> => "histogram",
        Counter<long> or ObservableCounter<long> or Counter<double> or ObservableCounter<double> => "counter",
        _ => "gauge",
    };

    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var place = label is null ? "" : Label(tags);
        lock (_series)
        {
            if (!_series.TryGetValue(place, out var series))
            {
                _series[place] = series = new Series(new long[_bounds.Length + 1]);
            }

            series.Sum += value;
            series.Buckets[Bucket(value)]++;
        }
    }

    /// <summary>Forgets what was observed before: an observation says how things stand, not what was added.</summary>
    public void BeforeObserving()
    {
        if (instrument.IsObservable)
        {
            lock (_series)
            {
                _series.Clear();
            }
        }
    }

    public void Write(StringBuilder page)
    {
        var name = PrometheusName.Of(instrument, Type);
        lock (_series)
        {
            if (_series.Count == 0)
            {
                return;
            }

            page.Append(CultureInfo.InvariantCulture, $"# HELP {name} {PrometheusName.Line(instrument.Description ?? instrument.Name)}\n# TYPE {name} {Type}\n");
            foreach (var (place, series) in _series)
            {
                var labels = label is null ? "" : $"{PrometheusName.Plain(label)}=\"{PrometheusName.Quoted(place)}\"";
                if (Type == "histogram")
                {
                    WriteHistogram(page, name, labels, series);
                }
                else
                {
                    page.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length > 0 ? $"{{{labels}}}" : "")} {series.Sum:R}\n");
                }
            }
        }
    }

    void WriteHistogram(StringBuilder page, string name, string labels, Series series)
    {
        var (before, whole, count) = (labels.Length > 0 ? labels + "," : "", labels.Length > 0 ? $"{{{labels}}}" : "", 0L);
        for (var i = 0; i < series.Buckets.Length; i++)
        {
            count += series.Buckets[i];
            var bound = i < _bounds.Length ? _bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
            page.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{bound}\"}} {count}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"{name}_sum{whole} {series.Sum:R}\n{name}_count{whole} {count}\n");
    }

    int Bucket(double value)
    {
        var i = 0;
        while (i < _bounds.Length && value > _bounds[i])
        {
            i++;
        }

        return i;
    }

    string Label(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == label)
            {
                return value switch
                {
                    string text => text,
                    int status when name == "http.response.status_code" && status is >= 100 and < 600 => _classes[status / 100],
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
                };
            }
        }

        return "";
    }

    sealed class Series(long[] buckets)
    {
        public double Sum { get; set; }

        public long[] Buckets => buckets;
    }
}
