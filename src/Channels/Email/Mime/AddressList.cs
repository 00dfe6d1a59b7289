using System.Text;

namespace Kanal.Channels.Email.Mime;

/// <summary>
/// The mailboxes of an address field (RFC 5322, 3.4 and 4.4): groups are opened up, comments and routes left out, and names that should have been
/// quoted are taken as they stand.
/// </summary>
sealed class AddressList
{
    const int Most = 5_000;

    readonly string _text;
    readonly List<MailAddress> _found = [];
    readonly StringBuilder _words = new();
    string? _comment;
    string? _angle;
    bool _hasQuoted;
    bool _hasAt;
    int _at;

    AddressList(string text) => _text = text;

    public static List<MailAddress> Of(string? text) => string.IsNullOrWhiteSpace(text) ? [] : new AddressList(text).Read();

    List<MailAddress> Read()
    {
        while (_at < _text.Length && _found.Count < Most)
        {
            Step();
        }

        End();
        return _found;
    }

    void Step()
    {
        switch (_text[_at])
        {
            case ',' or ';':
                End();
                _at++;
                break;
            case '(':
                _comment = AddressReading.Comment(_text, ref _at);
                break;
            case '"':
                TakeQuoted();
                break;
            case '<' when _angle is null:
                _angle = Angle();
                break;
            case ':' when _angle is null && !_hasAt:
                // The name of a group; its members follow.
                _words.Clear();
                _hasQuoted = false;
                _at++;
                break;
            case '=' when EncodedWords.EndOf(_text, _at) is > 0 and var end && !HasBlank(_at, end):
                _words.Append(_text, _at, end - _at);
                _at = end;
                break;
            case var letter:
                _words.Append(letter);
                _hasAt |= letter == '@';
                _at++;
                break;
        }
    }

    void TakeQuoted()
    {
        var start = _at;
        var content = AddressReading.Quoted(_text, ref _at);
        // Before an at sign it is a part of the address and keeps its marks.
        if (_at < _text.Length && _text[_at] == '@')
        {
            _words.Append(_text, start, _at - start);
            return;
        }

        _hasQuoted = true;
        if (_words.Length > 0 && !char.IsWhiteSpace(_words[^1]))
        {
            _words.Append(' ');
        }

        _words.Append(content);
    }

    string Angle()
    {
        _at++;
        var content = new StringBuilder();
        while (_at < _text.Length && _text[_at] != '>')
        {
            switch (_text[_at])
            {
                case '"':
                    var start = _at;
                    AddressReading.Quoted(_text, ref _at);
                    content.Append(_text, start, _at - start);
                    break;
                case '(':
                    AddressReading.Comment(_text, ref _at);
                    break;
                case ',' when content.Length > 0 && content[0] != '@':
                    // The bracket was never closed.
                    return content.ToString();
                case '<':
                    // A bracket too many.
                    content.Clear();
                    _at++;
                    break;
                case var letter:
                    content.Append(letter);
                    _at++;
                    break;
            }
        }

        _at++;
        return content.ToString();
    }

    void End()
    {
        var words = _words.ToString();
        var (name, address) = _angle is null ? (null, Spec(words)) : (Shown(words), Spec(Unrouted(_angle)));
        name ??= _comment is null ? null : Shown(_comment);
        if (_angle is null && address.Length > 0 && !address.Contains('@', StringComparison.Ordinal) && (_hasQuoted || words.Trim().Contains(' ', StringComparison.Ordinal)))
        {
            // A name and no address.
            address = "";
        }

        if (address.Length > 0)
        {
            _found.Add(new MailAddress(name, address));
        }

        _words.Clear();
        (_angle, _comment, _hasQuoted, _hasAt) = (null, null, false, false);
    }

    bool HasBlank(int from, int to) => _text.AsSpan(from, to - from).ContainsAny(' ', '\t');

    static string? Shown(string words)
    {
        var decoded = EncodedWords.Decode(words);
        var name = string.Join(' ', decoded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 1 && name[0] == '\'' && name[^1] == '\'' && name.Length > 2 ? name[1..^1] : name.Length == 0 ? null : name;
    }

    // <@one,@two:somebody@example.com>
    static string Unrouted(string angle)
    {
        var plain = angle.TrimStart();
        return plain.StartsWith('@') && plain.LastIndexOf(':') is >= 0 and var end ? plain[(end + 1)..] : plain;
    }

    static string Spec(string text)
    {
        var plain = EncodedWords.Decode(text).Trim();
        plain = plain.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? plain["mailto:".Length..] : plain;
        var at = plain.LastIndexOf('@');
        // Blanks around dots and the at sign are an old habit; a quoted name may hold some that count.
        return plain.Contains('"', StringComparison.Ordinal) && at > 0
            ? plain[..at].Trim() + '@' + WithoutBlanks(plain[(at + 1)..])
            : WithoutBlanks(plain);
    }

    static string WithoutBlanks(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter)));
}
