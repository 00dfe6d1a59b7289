using System.Net;
using System.Net.Sockets;

namespace Kanal.Product.Tests.Hosting;

/// <summary>
/// Ports for servers that can't be asked which one they were given, and for those that come back to theirs. The system gives none of
/// these to anybody who does not ask for it by its number, as it would with one that was free a moment ago.
/// </summary>
static class FreePorts
{
    const int First = 12_000, End = 32_000;

    static readonly Lock _order = new();
    static readonly HashSet<int> _given = [];

    public static int Next()
    {
        lock (_order)
        {
            int port;
            do
            {
                port = Random.Shared.Next(First, End);
            }
            while (!IsFree(port) || !_given.Add(port));
            return port;
        }
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
