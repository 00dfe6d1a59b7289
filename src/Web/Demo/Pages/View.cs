using System.Globalization;
using Kanal.Web.Demo.World;

namespace Kanal.Web.Demo.Pages;

/// <summary>What every page of the agency knows of its request: language, place, and what was chosen so far.</summary>
public sealed class View(DemoTexts texts, string path, IQueryCollection query)
{
    public DemoTexts Texts => texts;

    /// <summary>After the language, such as <c>/trips/lofoten</c>; empty for the home page.</summary>
    public string Path => path;

    public IQueryCollection Query => query;

    public string this[string key] => texts[key];

    public string Link(string to) => $"/demo/{texts.Language}{to}";

    /// <summary>This same page in another language.</summary>
    public string In(string language) => $"/demo/{language}{path}{QueryString.Create(query)}";

    public string TripName(Trip trip) => texts[$"tripList.{trip.Key}.name"];

    public bool Within(string section) => path == section || path.StartsWith(section + "/", StringComparison.Ordinal);

    /// <summary>A departure next year, as people write dates.</summary>
    public string Date(string monthAndDay) =>
        DateTime.ParseExact($"2027-{monthAndDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString(texts["dateFormat"], texts.Culture);

    public static ValueTask<View?> BindAsync(HttpContext context)
    {
        var parts = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return ValueTask.FromResult<View?>(new View(DemoTexts.In(parts[1].ToLowerInvariant()), string.Concat(parts.Skip(2).Select(part => $"/{part}")), context.Request.Query));
    }
}
