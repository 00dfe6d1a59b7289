using System.Text;

namespace Kanal.Channels.Email.Reading;

/// <summary>Text being written line by line: blanks run together, distances between blocks do not add up, each line gets the mark of what it is in.</summary>
sealed class TextLines
{
    const int MostDistance = 3;
    const int DeepestIndent = 20;

    readonly StringBuilder _text = new();
    readonly List<string> _indents = [];
    string _indent = "";
    string _mark = "";
    string? _bullet;
    int _distance;
    bool _isLineEmpty = true;
    bool _wantsBlank;
    bool _wantsCell;

    public int Length => _text.Length;

    public string Written => _text.ToString();

    public string Since(int place) => _text.ToString(place, _text.Length - place);

    /// <summary>What follows stands at least this many lines below.</summary>
    public void Block(int distance)
    {
        _wantsBlank = _wantsCell = false;
        if (_text.Length > 0)
        {
            _distance = Math.Max(_distance, distance);
        }
    }

    public void Break()
    {
        (_wantsBlank, _wantsCell) = (false, false);
        _distance = Math.Min(MostDistance, _distance + 1);
    }

    public void Bullet(string bullet) => _bullet = bullet;

    /// <summary>What follows on this line is another cell of the row.</summary>
    public void Cell() => _wantsCell = !_isLineEmpty && _distance == 0 && _text.Length > 0;

    public void Indent(string indent)
    {
        _indents.Add(indent);
        Indented();
    }

    public void Outdent()
    {
        _indents.RemoveAt(_indents.Count - 1);
        Indented();
    }

    /// <summary>Lines from here on begin with this letter, unless they are quoted or marked already.</summary>
    public bool Begin(string mark)
    {
        if (_mark.Length > 0 || _indents.Contains("> "))
        {
            return false;
        }

        Block(1);
        _mark = mark;
        return true;
    }

    public void End()
    {
        Block(1);
        _mark = "";
    }

    public void MarkCut()
    {
        if (_indents.Count == 0 && _mark.Length == 0 && _text.Length > 0)
        {
            _text.Append($"\n{QuoteMarks.Cut}");
            _distance = Math.Max(1, _distance);
        }
    }

    public void Write(string words, bool isPreformatted)
    {
        if (isPreformatted)
        {
            foreach (var (i, line) in words.ReplaceLineEndings("\n").Split('\n').Index())
            {
                if (i > 0)
                {
                    Break();
                }

                if (line.Length > 0)
                {
                    Place();
                    _text.Append(line);
                }
            }

            return;
        }

        foreach (var letter in words)
        {
            if (letter is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _wantsBlank = _text.Length > 0 && !_isLineEmpty && _distance == 0;
            }
            else if (letter is not ('\u200b' or '\u200c' or '\u00ad' or '\ufeff' or '\u034f' or '\0') && letter is not (>= '\ufdd0' and <= '\ufdef'))
            {
                Place();
                _text.Append(letter == '\u00a0' ? ' ' : letter);
            }
        }
    }

    // Everything that stands between what was written and what comes.
    void Place()
    {
        if (_distance > 0 && _text.Length > 0)
        {
            for (var i = 0; i < _distance; i++)
            {
                _text.Append('\n');
                if (i < _distance - 1 && _indent.Contains('>', StringComparison.Ordinal))
                {
                    _text.Append(_indent.TrimEnd());
                }
            }

            _isLineEmpty = true;
        }

        _distance = 0;
        if (_isLineEmpty)
        {
            _text.Append(_mark).Append(_bullet is null || _indent.Length < 2 ? _indent : _indent[..^2]).Append(_bullet);
            (_bullet, _isLineEmpty) = (null, false);
        }
        else if (_wantsCell)
        {
            _text.Append('\t');
        }
        else if (_wantsBlank)
        {
            _text.Append(' ');
        }

        (_wantsBlank, _wantsCell) = (false, false);
    }

    void Indented() => _indent = string.Concat(_indents.Take(DeepestIndent));
}
