namespace Kanal.Web.HelpCentre;

/// <summary>Whether a request tells something of what people seek.</summary>
static class Visit
{
    static readonly string[] _machines = ["bot", "crawl", "spider", "preview"];

    /// <summary>Not for a browser that only looks ahead, nor for a machine that says so.</summary>
    public static bool IsOfAPerson(HttpContext context)
    {
        var request = context.Request;
        var agent = request.Headers.UserAgent.ToString();
        return HttpMethods.IsGet(request.Method) && !request.Headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.Ordinal)
            && !Array.Exists(_machines, machine => agent.Contains(machine, StringComparison.OrdinalIgnoreCase));
    }
}
