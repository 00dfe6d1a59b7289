using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Kanal.Centre.Letters;

namespace Kanal.Channels.Email.Servers;

/// <summary>A connection to a mail server: lines and lengths, each in its time. Whoever it failed once, it fails for good.</summary>
sealed class MailWire : IAsyncDisposable
{
    const int Piece = 16 * 1024;

    readonly MailServerSettings _settings;
    readonly TimeProvider _time;
    readonly byte[] _buffer = new byte[Piece];
    Stream _stream;
    int _start;
    int _end;

    MailWire(MailServerSettings settings, TimeProvider time, Socket socket)
    {
        (_settings, _time) = (settings, time);
        Local = (socket.LocalEndPoint as IPEndPoint)?.Address;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    public string Host => _settings.Host;

    public IPAddress? Local { get; }

    /// <summary>False once something failed or was given up halfway.</summary>
    public bool IsOpen { get; private set; } = true;

    public bool IsSecure => _stream is SslStream;

    /// <summary>Connects, with TLS where it comes first.</summary>
    public static async Task<MailWire> OpenAsync(MailServerSettings settings, TimeProvider time, CancellationToken ct)
    {
        var wire = new MailWire(settings, time, await MailDial.OpenAsync(settings, time, ct));
        try
        {
            if (settings.Security == MailSecurity.Implicit)
            {
                await wire.SecureAsync(ct);
            }

            return wire;
        }
        catch
        {
            await wire.DisposeAsync();
            throw;
        }
    }

    /// <summary>From here on TLS. What came before may have come from anybody, so nothing of it may be left.</summary>
    public async Task SecureAsync(CancellationToken ct)
    {
        if (_start < _end)
        {
            throw Broken(MailFault.Protocol(Host, "more was sent before TLS than was asked for"));
        }

        var check = new CertificateCheck(_settings, _time);
        await HandshakeAsync(check.Trusts, () => check.Fault, ct);
    }

    /// <summary>The first line. Silence often means that the server waits for TLS, and then that is said.</summary>
    public async Task<string> GreetingAsync(int longest, CancellationToken ct)
    {
        try
        {
            return await ReadLineAsync(longest, _settings.Timeout, ct);
        }
        catch (MailFault fault) when (fault.Kind is MailFaultKind.TimedOut && !IsSecure)
        {
            if (await WaitsForTlsAsync(ct))
            {
                throw new MailFault(MailFaultKind.WrongTls, $"{Host} expects TLS from the first byte on port {_settings.PortText}. Choose TLS instead of STARTTLS for this port.", fault);
            }

            throw;
        }
    }

    /// <summary>A line without its end; each letter is one byte.</summary>
    public Task<string> ReadLineAsync(int longest, CancellationToken ct) => ReadLineAsync(longest, _settings.Timeout, ct);

    /// <param name="wait">For each piece of it; endless where the server is waited for.</param>
    public async Task<string> ReadLineAsync(int longest, TimeSpan wait, CancellationToken ct)
    {
        StringBuilder? before = null;
        while (true)
        {
            var here = _buffer.AsSpan(_start, _end - _start);
            var end = here.IndexOf((byte)'\n');
            var part = end < 0 ? here : here[..end];
            if ((before?.Length ?? 0) + part.Length > longest)
            {
                throw Broken(MailFault.Protocol(Host, "a line is too long"));
            }

            var text = Encoding.Latin1.GetString(part);
            _start += end < 0 ? part.Length : end + 1;
            if (end >= 0)
            {
                var line = before is null ? text : before.Append(text).ToString();
                return line.EndsWith('\r') ? line[..^1] : line;
            }

            (before ??= new StringBuilder()).Append(text);
            await FillAsync(wait, ct);
        }
    }

    /// <summary>So many bytes, in pieces.</summary>
    public async Task CopyToAsync(Stream target, long count, CancellationToken ct)
    {
        var whole = false;
        try
        {
            while (count > 0)
            {
                if (_start == _end)
                {
                    await FillAsync(_settings.Timeout, ct);
                }

                var part = (int)Math.Min(count, _end - _start);
                await target.WriteAsync(_buffer.AsMemory(_start, part), ct);
                _start += part;
                count -= part;
            }

            whole = true;
        }
        finally
        {
            // Whatever stopped it, the rest is still to come and would be taken for an answer.
            IsOpen &= whole;
        }
    }

    public Task WriteAsync(string text, CancellationToken ct) => WriteAsync(Encoding.Latin1.GetBytes(text), ct);

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        await InTimeAsync(_settings.Timeout, async token =>
        {
            await _stream.WriteAsync(bytes, token);
            await _stream.FlushAsync(token);
            return 0;
        }, ct);

    /// <summary>For those who found that what was said makes no sense, after which nothing else would.</summary>
    public MailFault Broken(MailFault fault)
    {
        IsOpen = false;
        return fault;
    }

    public async ValueTask DisposeAsync()
    {
        IsOpen = false;
        await _stream.DisposeAsync();
    }

    async Task FillAsync(TimeSpan wait, CancellationToken ct)
    {
        (_start, _end) = (0, 0);
        _end = await InTimeAsync(wait, async token => await _stream.ReadAsync(_buffer, token), ct);
        if (_end == 0)
        {
            throw Broken(MailFault.Closed(Host));
        }
    }

    async Task<T> InTimeAsync<T>(TimeSpan wait, Func<CancellationToken, Task<T>> doing, CancellationToken ct)
    {
        if (!IsOpen)
        {
            throw MailFault.Closed(Host);
        }

        using var late = new CancellationTokenSource(wait, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            return await doing(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Broken(MailFault.TimedOut(Host));
        }
        catch (OperationCanceledException)
        {
            IsOpen = false;
            throw;
        }
        catch (Exception lost) when (lost is IOException or SocketException or ObjectDisposedException)
        {
            throw Broken(MailFault.Closed(Host, lost));
        }
    }

    async Task HandshakeAsync(RemoteCertificateValidation trusts, Func<MailFault?> fault, CancellationToken ct)
    {
        var began = new FirstByte(_stream);
        var tls = new SslStream(began);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = Host,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) => trusts(certificate, chain, errors),
        };
        try
        {
            await InTimeAsync(_settings.Timeout, async token =>
            {
                await tls.AuthenticateAsClientAsync(options, token);
                return 0;
            }, ct);
            _stream = tls;
        }
        catch (Exception wrong) when (wrong is AuthenticationException or MailFault { Kind: MailFaultKind.Closed })
        {
            await tls.DisposeAsync();
            throw Broken(fault() ?? (began.IsPlain
                ? new MailFault(MailFaultKind.WrongTls, $"{Host} does not begin with TLS on port {_settings.PortText}. Choose STARTTLS for this port.", wrong)
                : new MailFault(MailFaultKind.NoTls, $"{Host} and Kanal could not agree on TLS on port {_settings.PortText}.", wrong)));
        }
    }

    // The server has said nothing and heard nothing, so this is a fresh beginning; whose certificate it is does not matter.
    async Task<bool> WaitsForTlsAsync(CancellationToken ct)
    {
        try
        {
            IsOpen = true;
            await HandshakeAsync((_, _, _) => true, () => null, ct);
            return true;
        }
        catch (MailFault)
        {
            return false;
        }
        finally
        {
            IsOpen = false;
        }
    }

    delegate bool RemoteCertificateValidation(System.Security.Cryptography.X509Certificates.X509Certificate? certificate, System.Security.Cryptography.X509Certificates.X509Chain? chain, SslPolicyErrors errors);
}
