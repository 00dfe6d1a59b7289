using System.Net;
using System.Net.Sockets;

namespace Kanal.Centre.Access;

/// <summary>How often signing in may be tried, from one address and for an email address that nobody has.</summary>
public sealed class SignInLimits(TimeProvider time)
{
    readonly Attempts _byAddress = new(30, TimeSpan.FromSeconds(10), time);
    readonly Lockouts _unknown = new(time);

    /// <exception cref="RefusedException">Too many have failed from this address.</exception>
    public void TakeFrom(IPAddress? address)
    {
        if (_byAddress.Take(Network(address)) is { } wait)
        {
            throw new RefusedException(Refusal.TooMany, "too-many-attempts", "Too many attempts have failed from this address. Wait a little.") { RetryAfter = wait };
        }
    }

    public void GiveBackTo(IPAddress? address) => _byAddress.GiveBack(Network(address));

    /// <summary>Locks an address that nobody has as one that somebody has, so that nobody learns which is which.</summary>
    /// <exception cref="RefusedException">Too many attempts have failed.</exception>
    public void TakeUnknown(string email)
    {
        if (_unknown.Take(email) is { } wait)
        {
            throw Proof.Locked(wait);
        }
    }

    // A provider gives each IPv6 customer a whole network to choose addresses from.
    static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
