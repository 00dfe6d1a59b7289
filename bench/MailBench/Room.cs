using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Reading;

namespace Kanal.MailBench;

/// <summary>How much memory a letter takes while it is understood: the most that was alive at any of many moments, each after garbage was collected.</summary>
static class Room
{
    const int Moments = 200;

    public static void Measure(string name, byte[] letter)
    {
        // Once, so that what is made for all letters is there.
        Work(letter);
        long most = 0;
        using var done = new ManualResetEventSlim();
        var before = Alive();
        var watch = new Thread(() =>
        {
            while (!done.IsSet)
            {
                most = Math.Max(most, Alive() - before);
            }
        });
        watch.Start();
        for (var i = 0; i < Moments; i++)
        {
            Work(letter);
        }

        done.Set();
        watch.Join();
        Console.WriteLine($"| {name} | {letter.Length / 1024.0:N1} kB | {most / 1024.0:N0} kB | {most / (double)letter.Length:N1} |");
    }

    // What survives a collection: what was made since is not counted.
    static long Alive()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        return GC.GetGCMemoryInfo(GCKind.FullBlocking).PromotedBytes;
    }

    static void Work(byte[] letter)
    {
        var mail = Mail.Read(new MemoryStream(letter));
        GC.KeepAlive(ReadMail.Of(mail));
        GC.KeepAlive(mail);
    }
}
