using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Smtp;

/// <summary>A message on its way: line ends as they must be, and a dot more where a line begins with one.</summary>
static class SmtpBody
{
    const int Piece = 16 * 1024;

    static readonly byte[] _end = ".\r\n"u8.ToArray();

    /// <summary>All but the end, from where the stream stands.</summary>
    public static async Task WriteAsync(MailWire wire, Stream message, CancellationToken ct)
    {
        var read = new byte[Piece];
        // Every byte may become two.
        var sent = new byte[(2 * Piece) + 2];
        var before = (byte)'\n';
        int count;
        while ((count = await message.ReadAsync(read, ct)) > 0)
        {
            var length = Stuff(read.AsSpan(0, count), sent, ref before);
            await wire.WriteAsync(sent.AsMemory(0, length), ct);
        }

        if (before != '\n')
        {
            await wire.WriteAsync(before == '\r' ? "\n" : "\r\n", ct);
        }
    }

    public static Task EndAsync(MailWire wire, CancellationToken ct) => wire.WriteAsync(_end, ct);

    static int Stuff(ReadOnlySpan<byte> read, Span<byte> sent, ref byte before)
    {
        var length = 0;
        foreach (var one in read)
        {
            if (before == '\r' && one != '\n')
            {
                sent[length++] = (byte)'\n';
                before = (byte)'\n';
            }
            else if (one == '\n' && before != '\r')
            {
                sent[length++] = (byte)'\r';
            }

            if (one == '.' && before == '\n')
            {
                sent[length++] = (byte)'.';
            }

            sent[length++] = before = one;
        }

        return length;
    }
}

/// <summary>What a message asks of the server.</summary>
/// <param name="Size">In bytes, as it will be sent.</param>
/// <param name="Utf8">There are letters beyond ASCII in its head, or beyond the @ of an address.</param>
sealed record SmtpNeeds(long Size, bool EightBit, bool Utf8)
{
    /// <summary>Reads a message once, and goes back to where it began.</summary>
    public static async Task<SmtpNeeds> OfAsync(Stream message, CancellationToken ct)
    {
        var began = message.Position;
        var read = new byte[16 * 1024];
        long size = 0;
        bool head = true, eightBit = false, utf8 = false;
        byte before = (byte)'\n', beforeLast = 0;
        int count;
        while ((count = await message.ReadAsync(read, ct)) > 0)
        {
            for (var i = 0; i < count; i++)
            {
                var one = read[i];
                size += (one == '\n' && before != '\r') || (before == '\r' && one != '\n') ? 2 : 1;
                eightBit |= one > 127;
                utf8 |= head && one > 127;
                head &= !(one == '\n' && (before == '\n' || (before == '\r' && beforeLast == '\n')));
                (beforeLast, before) = (before, one);
            }
        }

        message.Position = began;
        return new SmtpNeeds(size, eightBit, utf8);
    }
}
