using System.Globalization;
using Kanal.Centre;

namespace Kanal.Web.Api;

/// <summary>How much of a list is asked for, from its query: <c>limit</c> and <c>cursor</c>.</summary>
static class Paging
{
    public static int Limit(int? limit, int usual = 50, int most = 200) =>
        limit is null ? usual : limit >= 1 && limit <= most ? limit.Value : throw RefusedException.Invalid("limit", $"This should be 1 to {most}.");

    /// <summary>A cursor that counts what was given already.</summary>
    public static int Skip(string? cursor) =>
        cursor is null ? 0 : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : throw RefusedException.Invalid("cursor", "This is not a cursor from an earlier answer.");

    /// <summary>A list of which one more than <paramref name="limit"/> was read, to see whether anything follows.</summary>
    public static Listing<T> Page<T>(List<T> read, int limit, Func<T, string> cursor) =>
        read.Count <= limit ? new Listing<T>(read) : new Listing<T>(read[..limit], cursor(read[limit - 1]));
}
