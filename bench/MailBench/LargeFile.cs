using System.Diagnostics;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Reading;

namespace Kanal.MailBench;

/// <summary>A letter with one large file on disk: what it costs to read it, and to take the file out.</summary>
static class LargeFile
{
    public static void Measure()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Letters.Photo(50 * 1024 * 1024));
            GC.Collect();
            using var stream = File.OpenRead(path);
            var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var mail = Mail.Read(stream);
            _ = ReadMail.Of(mail);
            Row("found and understood", before, started);
            (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            using var content = mail.Files[0].Open();
            content.CopyTo(Stream.Null);
            Row("taken out", before, started);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static void Row(string what, long before, long started) =>
        Console.WriteLine($"| {what} | {Stopwatch.GetElapsedTime(started).TotalMilliseconds:N0} ms | {(GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0:N0} kB |");
}
