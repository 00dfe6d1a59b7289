using System.Globalization;
using AngleSharp.Html.Parser;
using Kanal.Channels.Email.Mime;
using Kanal.Channels.Email.Reading;
using Kanal.Product.Tests.Hosting;

namespace Kanal.Product.Tests.Email.Mime;

/// <summary>
/// Messages damaged by chance. Ten thousand of them each time; <c>bin/fuzz</c> reads a million and starts where nobody has been. One that fails is named by
/// its number, which makes it again.
/// </summary>
[OnOneEngine]
public sealed class MailFuzzTests
{
    const int EachLookedAt = 10;
    const int EachWeighed = 1000;
    const int TimesWeighed = 20;
    const int MostTimesItsSize = 10;

    // What the smallest letter takes as well: its header by name, a tree, a text.
    const int AnyLetter = 128 * 1024;

    // Garbage is counted as well, so that other tests beside this one have no say in it.
    const int AnyLetterInAll = 1024 * 1024;
    const int MostMadeTimesItsSize = 60;

    static readonly TimeSpan _longest = TimeSpan.FromSeconds(2);
    static readonly int _count = Number("KANAL_FUZZ", 10_000);
    static readonly int _first = Number("KANAL_FUZZ_FIRST", 1);

    // As bin/fuzz runs it: no other test in this process.
    static readonly bool _isAlone = Environment.GetEnvironmentVariable("KANAL_FUZZ") is not null;

    static readonly HashSet<string> _elements = [.. "html head body a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".Split(' ')];

    static readonly HashSet<string> _attributes = [.. "alt title width height colspan rowspan align valign border cellpadding cellspacing bgcolor color face size dir lang start type nowrap datetime open value style href rel target src data-cid data-remote-src data-quoted data-signature".Split(' ')];

    static readonly string[] _schemes = ["http://", "https://", "mailto:", "tel:", "cid:", "data:image/"];

    [Fact]
    public void Damaged_messages_are_read_quickly_and_made_safe()
    {
        for (var number = _first; number < _first + _count; number++)
        {
            var message = Damaged(new Random(number));
            try
            {
                Look(message, number % EachLookedAt == 0);
                if (_isAlone && number % EachWeighed == 0)
                {
                    Weigh(message);
                }
            }
            catch (Exception trouble)
            {
                Assert.Fail($"Message {number} ({Convert.ToBase64String(message)}): {trouble}");
            }
        }
    }

    static void Look(byte[] message, bool isLookedAt)
    {
        var read = default(ReadMail);
        Quickly.Within(_longest, "It", () => read = ReadToItsEnd(message));
        Assert.DoesNotContain('\0', read!.Subject + read.Text + read.VisibleText + read.Html);
        if (isLookedAt && read.Html is { } html)
        {
            Assert.Empty(Offending(html));
        }
    }

    static ReadMail ReadToItsEnd(byte[] message)
    {
        var made = GC.GetAllocatedBytesForCurrentThread();
        var mail = Mail.Read(new MemoryStream(message));
        var read = ReadMail.Of(mail);
        _ = (mail.Subject, mail.From, mail.To, mail.Cc, mail.ReplyTo, mail.MessageId, mail.InReplyTo, mail.References, mail.Date, mail.Report);
        foreach (var file in mail.Files)
        {
            using var content = file.Open();
            content.CopyTo(Stream.Null);
            Assert.InRange(file.Size, 0, message.Length);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - made, 0, (MostMadeTimesItsSize * message.Length) + AnyLetterInAll);
        return read;
    }

    // Whoever reads it holds it, and lets go: what is alive at once is what survives collections at moments of chance.
    static void Weigh(byte[] message)
    {
        long most = 0;
        var before = Alive();
        using var over = new CancellationTokenSource();
        var watch = new Thread(() =>
        {
            while (!over.IsCancellationRequested)
            {
                most = Math.Max(most, Alive() - before);
            }
        });
        watch.Start();
        for (var time = 0; time < TimesWeighed; time++)
        {
            var mail = Mail.Read(new MemoryStream(message));
            GC.KeepAlive(ReadMail.Of(mail));
            GC.KeepAlive(mail);
        }

        over.Cancel();
        watch.Join();
        Assert.InRange(most, 0, (MostTimesItsSize * message.Length) + AnyLetter);
    }

    static long Alive()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        return GC.GetGCMemoryInfo(GCKind.FullBlocking).PromotedBytes;
    }

    // What a browser would make of it, by the rules of the standard.
    static IEnumerable<string> Offending(string html) =>
        from element in new HtmlParser().ParseDocument(html).All
        from part in element.Attributes.Select(attribute => attribute.Name).Prepend("")
        where part.Length == 0 ? !_elements.Contains(element.LocalName) : !_attributes.Contains(part) || (part is "href" or "src" && !Array.Exists(_schemes, scheme => element.GetAttribute(part)!.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
        select $"{element.LocalName} {part}";

    static byte[] Damaged(Random random)
    {
        List<byte> message = [.. SampleLetters.All[random.Next(SampleLetters.All.Count)]];
        for (var changes = random.Next(1, 12); changes > 0 && message.Count > 0; changes--)
        {
            var at = random.Next(message.Count);
            var length = Math.Min(random.Next(1, 60), message.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    message[at] = (byte)random.Next(256);
                    break;
                case 1:
                    message.RemoveRange(at, length);
                    break;
                case 2:
                    message.InsertRange(random.Next(message.Count), message.GetRange(at, length));
                    break;
                case 3:
                    message.RemoveRange(at, random.Next(5) == 0 ? message.Count - at : length);
                    break;
                case 4:
                    message.InsertRange(at, Enumerable.Repeat(SampleLetters.Pieces[random.Next(SampleLetters.Pieces.Count)], random.Next(20) == 0 ? 50 : 1).SelectMany(piece => piece));
                    break;
                default:
                    message.InsertRange(at, SampleLetters.Pieces[random.Next(SampleLetters.Pieces.Count)]);
                    break;
            }
        }

        return [.. message];
    }

    static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
