using System.Security.Cryptography;
using System.Text;

namespace Kanal.Web.Demo.World;

/// <summary>By what the past knows a visitor's browser again, as it knows a live one by the digest of its token.</summary>
static class Browser
{
    public static string Of(string who) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"demo {who}")));
}
