using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Kanal.MailBench;

/// <summary>A mailbox at Dovecot with many letters in it, taken in by the published server: from the moment it is switched on until the last one waits in the queue.</summary>
sealed class FullMailbox(string program, string servers) : IDisposable
{
    static readonly object[] _allDay = [new { from = "00:00", to = "24:00" }];

    readonly string _folder = Directory.CreateTempSubdirectory("kanal-mail-bench-").FullName;
    readonly Dictionary<string, int> _ports = new[] { "IMAP", "IMAPS", "LMTP", "SASL", "OAUTH", "DOVECOT_SUBMISSION", "SMTP", "SUBMISSION", "SUBMISSIONS", "KANAL" }.ToDictionary(name => name, _ => FreePort());
    readonly HttpClient _http = new() { DefaultRequestHeaders = { { "X-Kanal-Desk", "1" } } };
    Process? _server;

    public async Task MeasureAsync(int letters)
    {
        Certificate.Write(_folder);
        await RunAsync(servers, ["start", _folder, $"OWNER={Environment.ProcessId}", .. _ports.Select(port => $"{port.Key}={port.Value}")]);
        await StartAsync();
        var mailbox = await ConnectAsync();
        await DeliverAsync(letters);

        var (clock, before) = (Stopwatch.StartNew(), Used());
        await SendAsync(HttpMethod.Put, $"/mailboxes/{mailbox}", new { active = true });
        while (await WaitingAsync() < letters)
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(20))
            {
                throw new TimeoutException($"Only {await WaitingAsync()} of {letters} letters came in.");
            }

            await Task.Delay(200);
        }

        Console.WriteLine("| letters in the mailbox | taken in within | in a second | the server's processor time for each | its memory afterwards |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Console.WriteLine($"| {letters:N0} | {clock.Elapsed.TotalSeconds:N1} s | {letters / clock.Elapsed.TotalSeconds:N0} | {(Used() - before).TotalMilliseconds / letters:N2} ms | {_server?.WorkingSet64 / 1024.0 / 1024:N0} MB |");
    }

    public void Dispose()
    {
        _server?.Kill();
        _server?.WaitForExit();
        _server?.Dispose();
        _http.Dispose();
        RunAsync(servers, "stop", _folder).GetAwaiter().GetResult();
        Directory.Delete(_folder, recursive: true);
    }

    async Task StartAsync()
    {
        var start = new ProcessStartInfo(program, "serve") { RedirectStandardOutput = true };
        start.Environment["KANAL_URL"] = $"http://127.0.0.1:{_ports["KANAL"]}";
        start.Environment["KANAL_DATA"] = Path.Combine(_folder, "data");
        start.Environment["Logging__LogLevel__Default"] = "Error";
        _server = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        _server.OutputDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _http.BaseAddress = new Uri($"http://127.0.0.1:{_ports["KANAL"]}");
        while (!await AnswersAsync())
        {
            await Task.Delay(20);
        }
    }

    async Task<string> ConnectAsync()
    {
        await SendAsync(HttpMethod.Post, "/setup", new
        {
            organisation = "Fjordrejser",
            name = "Anna",
            email = "anna@example.test",
            password = "sommer i skagen",
            language = "en",
            site = new { name = "Fjordrejser", key = "fjordrejser", timeZone = "Europe/Copenhagen", languages = (string[])["da"], origins = (string[])["https://example.test"] },
            hours = new { timeZone = "Europe/Copenhagen", week = new { monday = _allDay, tuesday = _allDay, wednesday = _allDay, thursday = _allDay, friday = _allDay, saturday = _allDay, sunday = _allDay } },
        });
        var site = (await SendAsync(HttpMethod.Get, "/sites")).GetProperty("data")[0].GetProperty("id").GetString();
        var made = await SendAsync(HttpMethod.Post, "/mailboxes", new
        {
            site,
            address = "support@example.test",
            active = false,
            acknowledges = false,
            incoming = new { host = "127.0.0.1", port = _ports["IMAP"], security = "none", user = "support@example.test", secret = "secret1" },
        });
        return made.GetProperty("id").GetString() ?? "";
    }

    // Into the folder itself, as Dovecot finds them there when it is asked.
    async Task DeliverAsync(int letters)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "mail", "example.test", "support", "Maildir", "new")).FullName;
        var letter = Encoding.UTF8.GetString(Letters.Answer());
        for (var i = 0; i < letters; i++)
        {
            var one = letter.Replace("<1@example.dk>", $"<{i}@kunde.example>", StringComparison.Ordinal).Replace("anna@example.dk", $"kunde{i}@kunde.example", StringComparison.Ordinal).Replace("References: <0@example.com>\r\n", "", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{1_700_000_000 + i}.M{i}.bench"), one);
        }

        await RunAsync("-c", $"""chown -R --reference="{_folder}/mail" "{_folder}/mail" """);
    }

    async Task<long> WaitingAsync() => (await SendAsync(HttpMethod.Get, "/queues")).GetProperty("data").EnumerateArray().Sum(queue => queue.GetProperty("waiting").GetInt64());

    async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("/health/live", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    TimeSpan Used()
    {
        _server?.Refresh();
        return _server?.TotalProcessorTime ?? TimeSpan.Zero;
    }

    static async Task RunAsync(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments])) ?? throw new InvalidOperationException($"{script} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{script} failed.");
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
