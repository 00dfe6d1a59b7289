using Kanal.Centre;

namespace Kanal.Web.HelpCentre;

/// <summary>What a page of ours has sent as browsers do without a script.</summary>
static class PostedForm
{
    /// <exception cref="RefusedException">It comes from another website's page, or is no form that can be read.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context, CancellationToken ct)
    {
        var request = context.Request;
        if (request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            throw new RefusedException(Refusal.Forbidden, "cross-site", "This was sent by a page of another website.");
        }

        if (!request.HasFormContentType)
        {
            throw new RefusedException(Refusal.UnsupportedType, "unsupported-type", "Send a form.");
        }

        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(Refusal.Invalid, "invalid", "This form has more in it than any of ours.");
        }
    }
}
