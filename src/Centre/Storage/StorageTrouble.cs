using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Kanal.Centre.Texts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kanal.Centre.Storage;

/// <summary>Tells trouble with the disk or the database, which passes, from a bug, which does not.</summary>
public static class StorageTrouble
{
    /// <summary>True where something asked for or given holds a letter that the database can't take, such as the null letter.</summary>
    public static bool IsUnwritable(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter };

    /// <summary>A sentence for people, or null where the exception is something else.</summary>
    public static Sentence? In(Exception exception) => exception switch
    {
        _ when FileHandles.RanOut(exception) => FileHandles.Sentence,
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } => "The disk is full.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY } => "The disk can't be read or written.",
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } => "The database is locked by another program.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The database's disk is full.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => "The database has no connection free.",
        PostgresException { IsTransient: false } => null,
        NpgsqlException or SocketException or TimeoutException => "The database can't be reached.",
        IOException { HResult: unchecked((int)0x80070070) or 28 } => "The disk is full.",
        // The second is Dapper's, where a connection breaks in the middle of a row.
        DbException or DataException when exception.InnerException is { } inner => In(inner),
        _ => null,
    };
}
