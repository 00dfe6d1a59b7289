using System.Net.Sockets;
using Kanal.Centre.Texts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kanal.Centre.Storage;

/// <summary>Files and connections share one limit of the system; this tells when it is reached.</summary>
public static class FileHandles
{
    public static Sentence Sentence { get; } = "The server can open no more files or connections.";

    // As Linux numbers them: too many are open in the system, or in this process.
    const int SystemFull = 23;
    const int ProcessFull = 24;

    /// <summary>False while another file could not be opened.</summary>
    public static bool AreLeft()
    {
        try
        {
            using var nothing = File.OpenHandle("/dev/null");
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return !RanOut(trouble);
        }
    }

    /// <summary>Telling trouble takes parts of the program that nothing else may have used, and loading a part takes a handle.</summary>
    internal static void PrepareForTheWorst()
    {
        _ = StorageTrouble.In(new IOException());
        _ = StorageTrouble.IsUnwritable(new IOException());
        _ = AreLeft();
        foreach (var language in Sentences.Languages)
        {
            _ = Sentence.In(language);
        }
    }

    internal static bool RanOut(Exception exception) => exception switch
    {
        IOException { HResult: SystemFull or ProcessFull } => true,
        SocketException { SocketErrorCode: SocketError.TooManyOpenSockets } => true,
        NpgsqlException { InnerException: SocketException inner } => RanOut(inner),
        // It says only that it could not open its file, not why.
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN } => !AreLeft(),
        _ => false,
    };
}
