using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kanal.Product.Tests.Architecture;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Proxies;

/// <summary>A proxy as it is installed here, with the file that we ship; only its ports, its certificate, its nodes and its patience are this test's own.</summary>
sealed class ShippedProxy : IAsyncDisposable
{
    const string Quiet = "90s";

    static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kanal-proxy-");
    readonly int _plain = FreePorts.Next();
    readonly int _port = FreePorts.Next();
    readonly string _program;
    readonly string _quiet;
    Process? _process;

    ShippedProxy(string program, string quiet) => (_program, _quiet) = (program, quiet);

    public HttpClient Client { get; private set; } = new();

    /// <param name="quiet">For how long a stream may be silent; as we ship it where it is null.</param>
    public static async Task<ShippedProxy> StartAsync(string program, string? quiet, params Uri[] nodes)
    {
        Assert.SkipUnless(IsHere(program), $"{program} is not installed here.");
        var proxy = new ShippedProxy(program, quiet ?? Quiet);
        await proxy.StartAsync(nodes);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    async Task StartAsync(Uri[] nodes)
    {
        var (file, arguments) = _program switch
        {
            "nginx" => (Nginx(nodes), new[] { "-p", _folder.FullName, "-e", "stderr", "-c", In("proxy.conf") }),
            "haproxy" => (Haproxy(nodes), ["-db", "-f", In("proxy.conf")]),
            _ => (Caddy(nodes), ["run", "--adapter", "caddyfile", "--config", In("proxy.conf")]),
        };
        await File.WriteAllTextAsync(In("proxy.conf"), file);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=kanal.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(130));
        await File.WriteAllTextAsync(In("kanal.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        var start = new ProcessStartInfo(_program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName };
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = _folder.FullName;
        start.Environment["KANAL_HOST"] = $"http://127.0.0.1:{_port}";
        start.Environment["KANAL_NODES"] = string.Join(' ', nodes.Select(node => node.Authority));
        start.Environment["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin";
        _process = Process.Start(start)!;
        var said = new List<string?>();
        _process.OutputDataReceived += (_, line) => said.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => said.Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var thumbprint = certificate.Thumbprint;
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == thumbprint } })
        {
            BaseAddress = new Uri(_program == "caddy" ? $"http://127.0.0.1:{_port}" : $"https://127.0.0.1:{_port}"),
        };
        for (var patience = Stopwatch.StartNew(); !await AnswersAsync(); await Task.Delay(20))
        {
            Assert.False(_process.HasExited || patience.Elapsed > _patience, $"{_program} does not answer: {string.Join('\n', said)}");
        }
    }

    string Nginx(Uri[] nodes) => $$"""
        daemon off;
        pid nginx.pid;
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        events { }
        http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            {{Shipped("nginx.conf", nodes)
                .Replace("listen 80;", $"listen 127.0.0.1:{_plain};", StringComparison.Ordinal)
                .Replace("listen 443 ", $"listen 127.0.0.1:{_port} ", StringComparison.Ordinal)
                .Replace("/etc/ssl/kanal/fullchain.pem", In("kanal.pem"), StringComparison.Ordinal)
                .Replace("/etc/ssl/kanal/privkey.pem", In("kanal.pem"), StringComparison.Ordinal)}}
        }
        """;

    string Haproxy(Uri[] nodes) => Shipped("haproxy.cfg", nodes)
        .Replace("maxconn 40000", "maxconn 200", StringComparison.Ordinal)
        .Replace("bind :80", $"bind 127.0.0.1:{_plain}", StringComparison.Ordinal)
        .Replace("bind :443", $"bind 127.0.0.1:{_port}", StringComparison.Ordinal)
        .Replace("/etc/haproxy/kanal.pem", In("kanal.pem"), StringComparison.Ordinal);

    string Caddy(Uri[] nodes) => "{\n\tadmin off\n}\n" + Shipped("Caddyfile", nodes);

    // The second node is a comment in the files.
    string Shipped(string name, Uri[] nodes)
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "deploy", name)).Replace(Quiet, _quiet, StringComparison.Ordinal).Replace("127.0.0.1:5080", nodes[0].Authority, StringComparison.Ordinal);
        return nodes.Length == 1 ? file : file.Replace("# server ", "server ", StringComparison.Ordinal).Replace("10.0.0.12:5080", nodes[1].Authority, StringComparison.Ordinal);
    }

    static bool IsHere(string program) => $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync("/health/live");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    string In(string name) => Path.Combine(_folder.FullName, name);
}
