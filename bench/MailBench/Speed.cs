using System.Diagnostics;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Reading;

namespace Kanal.MailBench;

/// <summary>One after the other on one thread, from memory. Seconds are those of the processor, so that other work on the machine counts less.</summary>
static class Speed
{
    static readonly TimeSpan _long = TimeSpan.FromSeconds(2);

    public static void Measure(string name, IReadOnlyList<byte[]> letters)
    {
        var (read, _) = Rate(letters, Read);
        var (understood, allocated) = Rate(letters, Understand);
        Console.WriteLine($"| {name}{(letters.Count > 1 ? $" ({letters.Count:N0})" : "")} | {letters.Average(letter => letter.Length) / 1024:N1} kB | {read:N0} | {understood:N0} | {allocated / 1024.0:N0} kB |");
    }

    static (double PerSecond, long Bytes) Rate(IReadOnlyList<byte[]> letters, Action<byte[]> work)
    {
        var until = Stopwatch.GetTimestamp() + (long)(_long.TotalSeconds / 3 * Stopwatch.Frequency);
        var warm = Once(letters, work);
        while (Stopwatch.GetTimestamp() < until)
        {
            warm += Once(letters, work);
        }

        var (count, before, started) = (0, GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        while (Environment.CpuUsage.TotalTime - started < _long)
        {
            count += Once(letters, work);
        }

        return (count / (Environment.CpuUsage.TotalTime - started).TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - before) / count);
    }

    static int Once(IReadOnlyList<byte[]> letters, Action<byte[]> work)
    {
        foreach (var letter in letters)
        {
            work(letter);
        }

        return letters.Count;
    }

    static void Read(byte[] letter)
    {
        var mail = Mail.Read(new MemoryStream(letter));
        _ = (mail.Subject, mail.From, mail.To, mail.Date, mail.Text, mail.Html);
    }

    // As it is done when a letter comes in: with the sizes of its files, so everything is decoded once.
    static void Understand(byte[] letter)
    {
        var mail = Mail.Read(new MemoryStream(letter));
        _ = ReadMail.Of(mail);
        _ = (mail.From, mail.To, mail.Cc, mail.MessageId, mail.References, mail.Date, mail.Files.Sum(file => file.Size));
    }
}
