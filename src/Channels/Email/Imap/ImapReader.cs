using System.Globalization;
using System.Text;
using Kanal.Channels.Email.Servers;

namespace Kanal.Channels.Email.Imap;

/// <summary>Reads what the server says, one response after the other. It believes nothing: not a length, not a depth, not an order.</summary>
sealed class ImapReader(MailWire wire, long largestMessage)
{
    // A mailbox of a million messages is answered in one line.
    const int LongestLine = 16_000_000;
    const int LongestText = 1_000_000;
    const int DeepestList = 32;
    const string Whole = "BODY[]";

    string _line = "";
    int _at;
    int _held;
    Stream? _body;

    /// <param name="body">Where the whole of a message goes, in pieces; elsewhere it would be held in memory.</param>
    public async Task<ImapResponse> ReadAsync(TimeSpan wait, Stream? body, CancellationToken ct)
    {
        (_line, _at, _held, _body) = (await wire.ReadLineAsync(LongestLine, wait, ct), 0, 0, body);
        return await ResponseAsync(ct);
    }

    /// <summary>A first line that was read already; in it there are neither lists nor literals.</summary>
    public ImapStatus Greeting(string line)
    {
        (_line, _at) = (line, 0);
        return Word() == "*" && Word().ToUpperInvariant() is "OK" or "BYE" or "PREAUTH" ? Status("*", line.Split(' ')[1].ToUpperInvariant()) : throw Wrong();
    }

    async Task<ImapResponse> ResponseAsync(CancellationToken ct)
    {
        if (_line.StartsWith('+'))
        {
            return new ImapQuestion(_line.Length > 2 ? _line[2..] : "");
        }

        var tag = Word();
        var name = Word().ToUpperInvariant();
        if (tag.Length == 0 || name.Length == 0)
        {
            throw Wrong();
        }

        if (name is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH")
        {
            return Status(tag, name);
        }

        if (tag != "*")
        {
            throw Wrong();
        }

        long? number = long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
        return new ImapData(number is null ? name : Word().ToUpperInvariant(), number, await ItemsAsync(0, ct));
    }

    ImapStatus Status(string tag, string kind)
    {
        IReadOnlyList<string> code = [];
        if (_at < _line.Length && _line[_at] == '[' && _line.IndexOf(']', _at) is var end and > 0)
        {
            var words = _line[(_at + 1)..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            code = words.Length == 0 ? [] : [words[0].ToUpperInvariant(), .. words[1..]];
            _at = end + 1;
        }

        return new ImapStatus(tag, kind, code, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(_line[_at..])).Trim());
    }

    string Word()
    {
        var end = _line.IndexOf(' ', _at);
        var word = end < 0 ? _line[_at..] : _line[_at..end];
        _at = end < 0 ? _line.Length : end + 1;
        return word;
    }

    // To the end of the line, or to the end of the list that we are in.
    async ValueTask<List<ImapItem>> ItemsAsync(int depth, CancellationToken ct)
    {
        List<ImapItem> items = [];
        while (true)
        {
            while (_at < _line.Length && _line[_at] == ' ')
            {
                _at++;
            }

            if (_at == _line.Length)
            {
                return depth == 0 ? items : throw Wrong();
            }

            if (_line[_at] == ')')
            {
                _at++;
                return depth > 0 ? items : throw Wrong();
            }

            items.Add(await ItemAsync(items.Count > 0 ? items[^1] : null, depth, ct));
        }
    }

    async ValueTask<ImapItem> ItemAsync(ImapItem? before, int depth, CancellationToken ct)
    {
        switch (_line[_at])
        {
            case '(':
                _at++;
                return depth < DeepestList ? new ImapItem(ImapItemKind.List, "", await ItemsAsync(depth + 1, ct)) : throw Wrong();
            case '"':
                return await TextAsync(before, Quoted(), ct);
            case '{':
                return await LiteralAsync(before, ct);
            case '~' when _at + 1 < _line.Length && _line[_at + 1] == '{':
                _at++;
                return await LiteralAsync(before, ct);
            default:
                var atom = Atom();
                return atom.Equals("NIL", StringComparison.OrdinalIgnoreCase) ? ImapItem.Nil : new ImapItem(ImapItemKind.Atom, atom, []);
        }
    }

    string Quoted()
    {
        var text = new StringBuilder();
        for (_at++; _at < _line.Length && _line[_at] != '"'; _at++)
        {
            if (_line[_at] == '\\')
            {
                _at++;
            }

            text.Append(_at < _line.Length ? _line[_at] : throw Wrong());
        }

        return _at++ < _line.Length ? text.ToString() : throw Wrong();
    }

    // In brackets there may be spaces and lists: BODY[HEADER.FIELDS (SUBJECT)].
    string Atom()
    {
        var from = _at;
        var brackets = 0;
        for (; _at < _line.Length && (brackets > 0 || _line[_at] is not (' ' or '(' or ')')); _at++)
        {
            brackets += _line[_at] == '[' ? 1 : _line[_at] == ']' ? -1 : 0;
        }

        return _at > from ? _line[from.._at] : throw Wrong();
    }

    async Task<ImapItem> LiteralAsync(ImapItem? before, CancellationToken ct)
    {
        if (_line[^1] != '}' || !long.TryParse(_line.AsSpan(_at + 1, _line.Length - _at - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            throw Wrong();
        }

        var isBody = IsBody(before);
        if (length > (isBody ? largestMessage : LongestText))
        {
            throw wire.Broken(new MailFault(MailFaultKind.TooLarge, $"{wire.Host} has a message that is too large: {length} bytes of at most {largestMessage}."));
        }

        ImapItem item;
        if (isBody)
        {
            await wire.CopyToAsync(_body ?? Stream.Null, length, ct);
            _body = null;
            item = Copied(length);
        }
        else
        {
            Hold(length);
            using var text = new MemoryStream();
            await wire.CopyToAsync(text, length, ct);
            item = new ImapItem(ImapItemKind.Text, Encoding.Latin1.GetString(text.GetBuffer(), 0, (int)text.Length), []);
        }

        _line = await wire.ReadLineAsync(LongestLine, ct);
        Hold(_line.Length);
        _at = 0;
        return item;
    }

    async Task<ImapItem> TextAsync(ImapItem? before, string text, CancellationToken ct)
    {
        if (!IsBody(before))
        {
            return new ImapItem(ImapItemKind.Text, text, []);
        }

        await (_body ?? Stream.Null).WriteAsync(Encoding.Latin1.GetBytes(text), ct);
        _body = null;
        return Copied(text.Length);
    }

    // Many small pieces are as much as one large.
    void Hold(long more)
    {
        _held = checked((int)(_held + more));
        if (_held > LongestLine)
        {
            throw Wrong();
        }
    }

    bool IsBody(ImapItem? before) => _body is not null && before is { Kind: ImapItemKind.Atom } && before.Text.Equals(Whole, StringComparison.OrdinalIgnoreCase);

    static ImapItem Copied(long length) => new(ImapItemKind.Copied, length.ToString(CultureInfo.InvariantCulture), []);

    MailFault Wrong() => wire.Broken(MailFault.Protocol(wire.Host, new string([.. _line.Take(80).Where(letter => !char.IsControl(letter))])));
}
