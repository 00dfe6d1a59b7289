using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kanal.Centre.Storage;

/// <summary>Why the database can't be opened, for whoever has set it: names the setting and what to do. Never with a password.</summary>
public static class StorageFault
{
    /// <summary>True where what was asked of the database failed as it has no tables yet.</summary>
    public static bool IsEmptiness(Exception trouble) =>
        trouble is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } or SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_ERROR };

    /// <returns>A <see cref="SettingException"/> where another setting would help, a <see cref="StorageFaultException"/> where the setting
    /// may well be right, null where it is something else.</returns>
    public static Exception? In(Exception trouble, string data, string? database) => trouble switch
    {
        SettingException or StorageFaultException => trouble,
        WrongSchemaException => new StorageFaultException(trouble.Message),
        _ when FileHandles.RanOut(trouble) => new StorageFaultException(FileHandles.Sentence.ToString()),
        SqliteException wrong when database is null => OfSqlite(wrong.SqliteErrorCode, Path.Combine(data, "kanal.db")),
        _ when database is not null => OfPostgres(trouble, PostgresAddress.Read(database)),
        _ => null,
    };

    static Exception? OfSqlite(int code, string file) => code switch
    {
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM =>
            new SettingException("KANAL_DATA", $"{file} can't be opened for writing. The folder and what is in it must belong to the account that Kanal runs under, on a disk that can be written"),
        SQLitePCL.raw.SQLITE_NOTADB => new SettingException("KANAL_DATA", $"{file} is not a database, or its beginning is damaged. Name another folder, or keep the file and restore the last backup with `kanal restore`"),
        SQLitePCL.raw.SQLITE_CORRUPT => new StorageFaultException($"The database file {file} is damaged. Keep it, and restore the last backup with `kanal restore` into another KANAL_DATA."),
        SQLitePCL.raw.SQLITE_FULL => new StorageFaultException($"The disk with {file} is full: make room, or move KANAL_DATA."),
        SQLitePCL.raw.SQLITE_IOERR => new StorageFaultException($"The disk with {file} (KANAL_DATA) can't be read or written."),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new StorageFaultException($"{file} (KANAL_DATA) is locked by another program: stop that, or name another folder."),
        _ => null,
    };

    static Exception? OfPostgres(Exception trouble, NpgsqlConnectionStringBuilder address) => trouble switch
    {
        PostgresException said => Said(said, address),
        NpgsqlException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
            new StorageFaultException($"The database can't be reached: no machine is known by the name {address.Host}. Look at Host in {PostgresAddress.Setting}."),
        NpgsqlException { IsTransient: true } or SocketException or TimeoutException =>
            new StorageFaultException($"The database can't be reached: no PostgreSQL answers at {Place(address)}. Start it, or look at Host and Port in {PostgresAddress.Setting}."),
        // Npgsql's own words where both sides can't agree, on a password or on encryption.
        NpgsqlException => Wrong($"{Reason(trouble)} at {Place(address)}. Look at Username and Password, and at SSL Mode"),
        // A way to sign in that is not built in. Npgsql's words are for programmers.
        NotSupportedException { Source: "Npgsql" } => Wrong($"PostgreSQL at {Place(address)} asks for a way to sign in that Kanal does not have, such as Kerberos. Let it ask for a password (scram-sha-256 in its pg_hba.conf)"),
        _ => null,
    };

    static Exception? Said(PostgresException said, NpgsqlConnectionStringBuilder address) => said.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            Wrong($"{Quoted(said, address)}. Look at Username and Password, and at who may sign in by the server's pg_hba.conf"),
        PostgresErrorCodes.InvalidCatalogName => Wrong($"{Quoted(said, address)}. Make it with createdb, or look at Database"),
        PostgresErrorCodes.InsufficientPrivilege => Wrong($"{Quoted(said, address)}. Make {address.Username} the owner of the database, or look at Username and Database"),
        PostgresErrorCodes.ReadOnlySqlTransaction => Wrong($"{Quoted(said, address)}. Name the server that can be written, not its copy"),
        _ when said.IsTransient => new StorageFaultException($"The database can't be used: {Quoted(said, address)}. That may pass; {PostgresAddress.Setting} names it."),
        _ => null,
    };

    static string Quoted(PostgresException said, NpgsqlConnectionStringBuilder address) => $"PostgreSQL at {Place(address)} says: {said.MessageText}";

    static string Reason(Exception trouble) => (trouble.InnerException is { } inner ? $"{trouble.Message.TrimEnd('.')}: {inner.Message}" : trouble.Message).TrimEnd('.');

    static string Place(NpgsqlConnectionStringBuilder address) => $"{address.Host}:{address.Port}";

    static SettingException Wrong(string what) => new(PostgresAddress.Setting, what);
}
