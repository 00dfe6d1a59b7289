using System.Net;
using System.Security.Cryptography;
using System.Text;
using Kanal.Centre.Knowledge;
using Microsoft.AspNetCore.Http;

namespace Kanal.Channels.Http;

/// <summary>Tells readers apart who have no token: by address and browser, as a digest that nobody can undo once the server has stopped.</summary>
public static class Readers
{
    static readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <param name="visitor">The digest of a visitor's token.</param>
    public static Reader Of(HttpContext context, string? visitor = null)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        var headers = context.Request.Headers;
        var told = $"{address}\n{headers.UserAgent}\n{headers.AcceptLanguage}";
        return new Reader(address, Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(told)), 0, 16), visitor);
    }
}
