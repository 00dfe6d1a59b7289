namespace Kanal.Web.HelpCentre;

/// <summary>What was posted is done; the page about it is over there, so that going back or loading again sends nothing twice.</summary>
sealed class SeeOther(string where) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = where;
        return Task.CompletedTask;
    }
}
