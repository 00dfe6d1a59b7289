using System.Buffers;
using System.Text;

namespace Kanal.Channels.Email.Mime;

/// <summary>
/// Finds the parts of a message in one walk over its lines, without recursion. What is missing, doubled or cut off ends where the next thing
/// begins; nothing is an error.
/// </summary>
sealed class PartScanner
{
    const int MostParts = 1_000;
    const int Deepest = 30;
    const int MostHeaderBytes = 256 * 1024;

    readonly Stream _source;
    readonly LineScanner _lines;
    readonly ArrayBufferWriter<byte> _header = new(1024);
    readonly List<(MailPart Part, byte[] Boundary)> _open = [];
    readonly List<MailPart> _parts = [];
    MailPart? _leaf;
    MailPart? _inHeader;
    long _garbage = -1;
    long _previousEnd;

    PartScanner(Stream source)
    {
        _source = source;
        _lines = new LineScanner(source);
    }

    /// <summary>All parts in the order in which they begin; the first is the message itself.</summary>
    public static List<MailPart> Of(Stream source) => new PartScanner(source).Scan();

    List<MailPart> Scan()
    {
        Begin(null);
        while (_lines.Next())
        {
            if (!IsBoundary(_lines.Line) && _inHeader is { } part)
            {
                HeaderLine(part, _lines.Line);
            }

            _previousEnd = _lines.ContentEnd;
        }

        if (_inHeader is { } cutOff)
        {
            EndHeader(cutOff, _garbage >= 0 ? _garbage : _source.Length);
        }

        EndBody(_source.Length, 0);
        return _parts;
    }

    void Begin(MailPart? parent)
    {
        _inHeader = new MailPart(parent, _source);
        if (parent is not null)
        {
            parent.Children++;
        }

        _parts.Add(_inHeader);
        _header.Clear();
        _garbage = -1;
    }

    void HeaderLine(MailPart part, ReadOnlySpan<byte> line)
    {
        if (_lines.Start == 0 && line.StartsWith("\ufeff"u8))
        {
            line = line[3..];
        }

        if (line.IsEmpty)
        {
            // Lines above the header were put there by accident.
            if (_header.WrittenCount > 0 || _garbage >= 0 || part.Parent is not null)
            {
                EndHeader(part, _garbage >= 0 ? _garbage : _lines.End);
            }

            return;
        }

        if (line[0] is (byte)' ' or (byte)'\t')
        {
            if (_garbage < 0 && _header.WrittenCount > 0)
            {
                Keep(line);
            }
        }
        else if (IsField(line))
        {
            // A line that is no field between two that are was damaged on its way.
            _garbage = -1;
            Keep(line);
        }
        else if (_garbage >= 0)
        {
            EndHeader(part, _garbage);
        }
        else if (line.StartsWith("--"u8) && _header.WrittenCount > 0)
        {
            // The blank line was forgotten; it may be the boundary that the header just told.
            EndHeader(part, _lines.Start);
            IsBoundary(line);
        }
        else if (!(_header.WrittenCount == 0 && (line.StartsWith("From "u8) || line.StartsWith(">From "u8))))
        {
            _garbage = _lines.Start;
        }
    }

    void Keep(ReadOnlySpan<byte> line)
    {
        if (_header.WrittenCount + line.Length < MostHeaderBytes)
        {
            _header.Write(line);
            _header.Write("\n"u8);
        }
    }

    static bool IsField(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            return false;
        }

        var name = line[..colon].TrimEnd(" \t"u8);
        return name.Length > 0 && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }

    void EndHeader(MailPart part, long start)
    {
        part.TakeHeaders(MailHeaders.Of(_header.WrittenSpan));
        part.Start = start;
        part.End = Math.Max(start, _source.Length);
        (_inHeader, _garbage) = (null, -1);
        if (part.Boundary is { } boundary && _open.Count < Deepest)
        {
            _open.Add((part, Encoding.UTF8.GetBytes("--" + boundary)));
            _leaf = null;
        }
        else
        {
            _leaf = part;
        }
    }

    bool IsBoundary(ReadOnlySpan<byte> line)
    {
        if (_open.Count == 0 || !line.StartsWith("--"u8))
        {
            return false;
        }

        for (var depth = _open.Count - 1; depth >= 0; depth--)
        {
            var boundary = _open[depth].Boundary;
            if (!line.StartsWith(boundary))
            {
                continue;
            }

            var rest = line[boundary.Length..].TrimEnd(" \t\r"u8);
            var isLast = rest.SequenceEqual("--"u8);
            if (isLast || (rest.IsEmpty && _parts.Count < MostParts))
            {
                Pass(depth, isLast);
                return true;
            }
        }

        return false;
    }

    void Pass(int depth, bool isLast)
    {
        if (_inHeader is { Parent: { } parent } && _header.WrittenCount == 0 && _garbage < 0)
        {
            // Nothing stood between two boundaries.
            _parts.RemoveAt(_parts.Count - 1);
            parent.Children--;
            _inHeader = null;
        }
        else if (_inHeader is { } part)
        {
            EndHeader(part, _garbage >= 0 ? _garbage : _lines.Start);
        }

        // The line end before a boundary belongs to the boundary.
        EndBody(_previousEnd, isLast ? depth : depth + 1);
        if (!isLast)
        {
            Begin(_open[depth].Part);
        }
    }

    void EndBody(long end, int depth)
    {
        if (_leaf is { } leaf)
        {
            leaf.End = Math.Max(leaf.Start, end);
            _leaf = null;
        }

        for (var i = _open.Count - 1; i >= depth; i--)
        {
            _open[i].Part.End = Math.Max(_open[i].Part.Start, end);
            _open.RemoveAt(i);
        }
    }
}
