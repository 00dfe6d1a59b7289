using System.Diagnostics;
using Kanal.Product.Tests.Hosting;
using Kanal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Kanal.Product.Tests.Trouble;

/// <summary>A command that can't open its database or folder ends with one sentence that names the setting.</summary>
public sealed class WrongStorageTests
{
    const string Secret = "nobody-may-read-this";
    const string NoConnectionString = "it is not a PostgreSQL connection string like Host=127.0.0.1;Database=kanal;Username=kanal";

    // What the log says where a server had begun to start.
    const string Ending = "info: Microsoft.Hosting.Lifetime[0]\n      Application is shutting down...\n";

    [Theory]
    [OnOneEngine]
    [InlineData("nonsense", NoConnectionString)]
    [InlineData($"postgres://kanal:{Secret}@127.0.0.1/kanal?sslmode=disable", NoConnectionString)]
    [InlineData($"host=127.0.0.1 password={Secret} dbname=kanal", NoConnectionString)]
    [InlineData($"Host=127.0.0.1;Password=\"{Secret}", NoConnectionString)]
    [InlineData("Database=kanal", "it names no Host")]
    [InlineData($"Host=127.0.0.1;Hst=there;Password={Secret}", "PostgreSQL's connection strings have no 'hst'")]
    [InlineData($"Host=127.0.0.1;Password=a;{Secret}=b", NoConnectionString)]
    [InlineData("Host=127.0.0.1;Password=a;nobody=b", "after the password stands a keyword that there is not. A password with a ; in it stands in double quotes")]
    [InlineData("Host=127.0.0.1;Port=first", "what it says of 'port' can't be used")]
    [InlineData("Host=127.0.0.1;Minimum Pool Size=9;Maximum Pool Size=8", "its Minimum Pool Size is above its Maximum Pool Size")]
    [InlineData("Host=127.0.0.1;Gss Encryption Mode=Require", "it requires encryption by Kerberos (GSS Encryption Mode), which Kanal does not have: leave that out, and take TLS with SSL Mode=VerifyFull")]
    public async Task A_connection_string_that_can_t_be_read_is_said(string database, string what)
    {
        using var folder = new Folder();
        Assert.Equal((2, $"KANAL_DATABASE is wrong: {what}.\n"), await RunAsync("serve", folder, database));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [OnOneEngine]
    [InlineData("serve")]
    [InlineData("user add --email ida@fjordrejser.example --name Ida")]
    [InlineData("backup backup.zip")]
    public async Task A_PostgreSQL_that_does_not_answer_is_said(string command)
    {
        using var folder = new Folder();
        var port = FreePorts.Next();
        Assert.Equal((1, $"The database can't be reached: no PostgreSQL answers at 127.0.0.1:{port}. Start it, or look at Host and Port in KANAL_DATABASE.\n"),
            await RunAsync(command, folder, $"Host=127.0.0.1;Port={port};Username=kanal;Password={Secret}"));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    [OnOneEngine]
    public async Task A_name_that_no_machine_has_is_said()
    {
        using var folder = new Folder();
        Assert.Equal((1, "The database can't be reached: no machine is known by the name kanal..invalid. Look at Host in KANAL_DATABASE.\n"),
            await RunAsync("serve", folder, $"Host=kanal..invalid;Password={Secret}"));
    }

    [OnPostgres]
    public async Task What_PostgreSQL_refuses_is_said_in_its_words_and_with_what_to_do()
    {
        await using var storage = await TestStorage.CreateAsync(empty: true);
        await storage.SqlAsync("""
            drop role if exists kanal_by_password; create role kanal_by_password login password 'another';
            drop role if exists kanal_of_no_right; create role kanal_of_no_right login; drop role if exists kanal_without_login; create role kanal_without_login
            """);
        var there = new NpgsqlConnectionStringBuilder(storage.Database) { Password = Secret };
        var place = $"PostgreSQL at {there.Host}:{there.Port} says";
        Assert.Equal((2, $"KANAL_DATABASE is wrong: {place}: password authentication failed for user \"kanal_by_password\". Look at Username and Password, and at who may sign in by the server's pg_hba.conf.\n"),
            await RefusedAsync(storage, new(there.ConnectionString) { Username = "kanal_by_password" }));
        Assert.Equal((2, $"KANAL_DATABASE is wrong: {place}: role \"kanal_without_login\" is not permitted to log in. Look at Username and Password, and at who may sign in by the server's pg_hba.conf.\n"),
            await RefusedAsync(storage, new(there.ConnectionString) { Username = "kanal_without_login" }));
        Assert.Equal((2, $"KANAL_DATABASE is wrong: {place}: database \"kanal_is_not_there\" does not exist. Make it with createdb, or look at Database.\n"),
            await RefusedAsync(storage, new(there.ConnectionString) { Database = "kanal_is_not_there" }));
        Assert.Equal((2, $"KANAL_DATABASE is wrong: {place}: permission denied for schema public. Make kanal_of_no_right the owner of the database, or look at Username and Database.\n"),
            await RefusedAsync(storage, new(there.ConnectionString) { Username = "kanal_of_no_right" }));
        var (encrypted, told) = await RefusedAsync(storage, new(there.ConnectionString) { SslMode = SslMode.Require });
        Assert.Equal(2, encrypted);
        Assert.Matches($"^KANAL_DATABASE is wrong: .+ at {there.Host}:{there.Port}\\. Look at Username and Password, and at SSL Mode\\.\n$", told);
        Assert.Empty(Directory.GetFileSystemEntries(storage.Folder));
        await storage.SqlAsync("drop role kanal_by_password; drop role kanal_of_no_right; drop role kanal_without_login");
    }

    [OnPostgres]
    public async Task A_check_and_a_backup_do_not_take_a_wrong_setting_for_an_empty_database()
    {
        await using var storage = await TestStorage.CreateAsync();
        var wrong = new NpgsqlConnectionStringBuilder(storage.Database) { Database = "kanal_is_not_there", Password = Secret };
        var found = await KanalCommand.RunAsync("check", ("KANAL_DATA", storage.Folder), ("KANAL_DATABASE", wrong.ConnectionString));
        Assert.Equal(1, found.ExitCode);
        Assert.StartsWith($"WRONG KANAL_DATABASE is wrong: PostgreSQL at {wrong.Host}:{wrong.Port} says: database \"kanal_is_not_there\" does not exist.", found.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, found.Said, StringComparison.Ordinal);
        Assert.Equal(2, (await KanalCommand.RunAsync("backup backup.zip", ("KANAL_DATA", storage.Folder), ("KANAL_DATABASE", wrong.ConnectionString))).ExitCode);
        Assert.False(File.Exists("backup.zip"));
    }

    [OnPostgres]
    public async Task Attachments_need_a_folder_beside_PostgreSQL_too()
    {
        await using var storage = await TestStorage.CreateAsync(empty: true);
        var run = await KanalCommand.RunAsync("serve", ("KANAL_DATA", "/dev/null"), ("KANAL_DATABASE", storage.Database!));
        Assert.Equal((2, "KANAL_DATA is wrong: /dev/null is not a folder and can't be made one.\n"), (run.ExitCode, run.Said));
    }

    [Theory]
    [OnOneEngine]
    [InlineData("serve")]
    [InlineData("demo --keep")]
    [InlineData("restore nothing.zip")]
    public async Task A_folder_that_can_t_be_made_is_said(string command)
    {
        var run = await KanalCommand.RunAsync(command, ("KANAL_DATA", "/dev/null/kanal"));
        Assert.Equal((2, "KANAL_DATA is wrong: /dev/null/kanal is not a folder and can't be made one.\n"), (run.ExitCode, run.Said.Split('\n', 2)[^1] is { Length: > 0 } rest ? rest : run.Said));
    }

    [Fact]
    [OnOneEngine]
    public async Task A_file_that_is_no_database_is_said_and_left_as_it_is()
    {
        using var folder = new Folder();
        await File.WriteAllTextAsync(folder.Database, new string('x', 9000));
        Assert.Equal((2, $"KANAL_DATA is wrong: {folder.Database} is not a database, or its beginning is damaged. Name another folder, or keep the file and restore the last backup with `kanal restore`.\n"),
            await RunAsync("serve", folder));
        Assert.Equal(new string('x', 9000), await File.ReadAllTextAsync(folder.Database));
    }

    [Fact]
    [OnOneEngine]
    public async Task A_folder_that_can_t_be_written_is_said()
    {
        using var folder = new Folder();
        // Nothing keeps root from writing, except what can't be written at all.
        Assert.SkipUnless(Environment.IsPrivilegedProcess ? await DoneAsync("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", folder.Path) : await DoneAsync("chmod", "500", folder.Path), "Nothing can be mounted here.");
        try
        {
            Assert.Equal((2, $"KANAL_DATA is wrong: {folder.Database} can't be opened for writing. The folder and what is in it must belong to the account that Kanal runs under, on a disk that can be written.\n"),
                await RunAsync("serve", folder));
        }
        finally
        {
            _ = Environment.IsPrivilegedProcess ? await DoneAsync("umount", "-l", folder.Path) : await DoneAsync("chmod", "700", folder.Path);
        }
    }

    [Fact]
    [OnOneEngine]
    public async Task An_address_that_somebody_else_has_is_said()
    {
        using var folder = new Folder();
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var run = await KanalCommand.RunAsync("serve", ("KANAL_DATA", folder.Path), ("KANAL_URL", $"http://{taken.LocalEndpoint}"));
        Assert.Equal((1, $"Something else listens at http://{taken.LocalEndpoint}. Set KANAL_URL, for instance to http://127.0.0.1:5090."), (run.ExitCode, run.Said.TrimEnd().Split('\n')[^1]));
        Assert.DoesNotContain("   at ", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    [OnOneEngine]
    public async Task What_had_begun_has_ended_before_a_start_that_fails_is_told()
    {
        using var folder = new Folder();
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        using var part = new Slow();
        await using var app = Server.Build(new ServerSettings($"http://{taken.LocalEndpoint}", folder.Path, null), ["--Logging:LogLevel:Default=None"], parts: parts => parts.AddHostedService(_ => part));
        await Assert.ThrowsAsync<IOException>(() => app.BeginAsync(TestContext.Current.CancellationToken));
        Assert.True(part.HasEnded);
    }

    static Task<(int ExitCode, string Said)> RefusedAsync(TestStorage storage, NpgsqlConnectionStringBuilder database) => RunAsync("serve", storage.Folder, database.ConnectionString);

    static Task<(int ExitCode, string Said)> RunAsync(string command, Folder folder, string database = "") => RunAsync(command, folder.Path, database);

    static async Task<(int ExitCode, string Said)> RunAsync(string command, string folder, string database)
    {
        var run = await KanalCommand.RunAsync(command, ("KANAL_DATA", folder), ("KANAL_DATABASE", database));
        Assert.DoesNotContain(Secret, run.Said, StringComparison.OrdinalIgnoreCase);
        return (run.ExitCode, run.Said.Replace(Ending, "", StringComparison.Ordinal));
    }

    static async Task<bool> DoneAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    sealed class Slow : BackgroundService
    {
        readonly TaskCompletionSource _begun = new();

        public bool HasEnded { get; private set; }

        public override async Task StartAsync(CancellationToken cancellationToken)
        {
            await base.StartAsync(cancellationToken);
            await _begun.Task;
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            _begun.SetResult();
            await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Run(() => HasEnded = true, CancellationToken.None);
        }
    }

    sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("kanal-test-").FullName;

        public string Database => System.IO.Path.Combine(Path, "kanal.db");

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
