using System.Net;
using System.Net.Sockets;

namespace Kanal.Channels.Email.Servers;

/// <summary>From a server's name to an open socket, and in words why not.</summary>
static class MailDial
{
    // A name may have several addresses, and the first may be behind a wall.
    static readonly TimeSpan _longestForOneAddress = TimeSpan.FromSeconds(10);

    public static async Task<Socket> OpenAsync(MailServerSettings settings, TimeProvider time, CancellationToken ct)
    {
        Exception? last = null;
        foreach (var address in await AddressesAsync(settings, ct))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var late = new CancellationTokenSource(Shorter(settings.Timeout, _longestForOneAddress), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
            try
            {
                await socket.ConnectAsync(address, settings.Port, either.Token);
                KeepAlive(socket);
                return socket;
            }
            catch (Exception wrong) when (wrong is SocketException || (wrong is OperationCanceledException && !ct.IsCancellationRequested))
            {
                socket.Dispose();
                last = wrong;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last is OperationCanceledException or SocketException { SocketErrorCode: SocketError.TimedOut }
            ? new MailFault(MailFaultKind.CannotConnect, $"{settings.Host} does not answer on port {settings.PortText}. There may be a firewall in between.", last)
            : new MailFault(MailFaultKind.CannotConnect, $"Nothing listens at {settings.Host} on port {settings.PortText}. Is the port right?", last);
    }

    static async Task<IPAddress[]> AddressesAsync(MailServerSettings settings, CancellationToken ct)
    {
        try
        {
            return await System.Net.Dns.GetHostAddressesAsync(settings.Host, ct) is { Length: > 0 } found ? found : throw new SocketException((int)SocketError.HostNotFound);
        }
        catch (Exception wrong) when (wrong is SocketException or ArgumentException)
        {
            throw new MailFault(MailFaultKind.UnknownHost, $"There is no server called {settings.Host}: its name can't be found.", wrong);
        }
    }

    // A mailbox that waits for news is silent for half an hour: without this nobody would notice that a router has forgotten the connection.
    static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 15);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 4);
    }

    static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
