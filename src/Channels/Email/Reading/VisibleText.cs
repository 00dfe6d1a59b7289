namespace Kanal.Channels.Email.Reading;

/// <summary>
/// What a person wrote into a letter, without the letter it answers and without the signature. Each line is looked at once and a few lines ahead, so the
/// time goes with the length. When in doubt, text stays.
/// </summary>
/// <param name="Text">What they wrote.</param>
/// <param name="Quoted">What was cut off as quoted, with the line above it; null where nothing was.</param>
/// <param name="Signature">What was cut off as signature; null where nothing was.</param>
public sealed record VisibleText(string Text, string? Quoted, string? Signature)
{
    /// <summary>A line that says for certain that what follows is quoted. No message can hold it.</summary>
    internal const string Mark = "\ufdd0";

    const int MostLetters = 2_000_000;
    const int LongReply = 200;
    const int MostSignatureLines = 12;
    const int LongestSignatureLine = 90;

    public static VisibleText Of(string text)
    {
        text = text.Length > MostLetters ? text[..MostLetters] : text;
        var lines = Lines.Of(text);
        lines.CutQuoted();
        lines.CutSignature();
        return lines.Result();
    }

    enum LineKind
    {
        Blank,
        Text,
        Quoted,
        Device,
        Rule,
        Attribution,
        Header,
    }

    /// <summary>The lines with what they are, and where the writer's own begin and end.</summary>
    sealed class Lines
    {
        readonly string[] _lines;
        readonly LineKind[] _kinds;
        readonly bool[] _isDropped;
        int _from;
        int _to;
        int _signature = -1;
        int _signatureEnd;
        int _ownFrom = -1;
        int _firstOwn;

        Lines(string[] lines)
        {
            _lines = lines;
            _kinds = new LineKind[lines.Length];
            _isDropped = new bool[lines.Length];
            _to = lines.Length;
        }

        public static Lines Of(string text)
        {
            var lines = new Lines(text.ReplaceLineEndings("\n").Split('\n'));
            for (var i = 0; i < lines._lines.Length;)
            {
                i += lines.Look(i);
            }

            return lines;
        }

        int Look(int at)
        {
            var line = _lines[at];
            if (line.Length > 0 && line[0] is >= '\ufdd0' and <= '\ufdd2')
            {
                _lines[at] = line == Mark ? Mark : line[1..];
                _kinds[at] = line[0] switch { '\ufdd0' => LineKind.Header, '\ufdd1' => LineKind.Attribution, _ => LineKind.Device };
                return 1;
            }

            if (line.AsSpan().Trim(" \t\u00a0\u200b\ufeff\u200e").IsEmpty)
            {
                _kinds[at] = LineKind.Blank;
                return 1;
            }

            if (IsQuoted(line))
            {
                _kinds[at] = LineKind.Quoted;
                return 1;
            }

            if (QuotedHeader.LinesAt(_lines, at) is > 0 and var header)
            {
                Array.Fill(_kinds, LineKind.Header, at, header);
                return header;
            }

            if (Attribution.LinesAt(_lines, at) is > 0 and var attribution)
            {
                Array.Fill(_kinds, LineKind.Attribution, at, attribution);
                return attribution;
            }

            // A program's line stands alone; under a sentence it is one more sentence.
            var isAlone = at == 0 || _kinds[at - 1] is not LineKind.Text;
            _kinds[at] = SignatureLines.IsRule(line) ? LineKind.Rule : isAlone && SignatureLines.IsDevice(line) ? LineKind.Device : LineKind.Text;
            return 1;
        }

        // "> text", and "Richard> text" as some newsreaders write it.
        static bool IsQuoted(string line)
        {
            var start = line.AsSpan().IndexOfAnyExcept(' ', '\t', '\u00a0');
            if (start < 0 || start > 4)
            {
                return false;
            }

            if (line[start] == '>')
            {
                return true;
            }

            var mark = line.AsSpan(start, Math.Min(16, line.Length - start)).IndexOf('>');
            return mark > 0 && line.AsSpan(start, mark).IndexOfAnyExceptInRange('A', 'z') < 0 && (start + mark + 1 == line.Length || line[start + mark + 1] == ' ');
        }

        public void CutQuoted()
        {
            SkipLeading();
            for (var at = _from; at < _to; at++)
            {
                if (_kinds[at] is LineKind.Header && HasOwn(at))
                {
                    _to = at;
                }
                else if (_kinds[at] is LineKind.Attribution && HasOwn(at))
                {
                    TakeAttribution(ref at);
                }
            }

            CutTrailing();
        }

        // A letter that begins with what it answers: the line above it goes, and so does the quotation if something follows.
        void SkipLeading()
        {
            var first = Next(0, kind => kind != LineKind.Blank);
            if (first == _to || _kinds[first] is not (LineKind.Header or LineKind.Attribution))
            {
                if (first < _to && _kinds[first] == LineKind.Quoted && IsNothingButAnswered(first))
                {
                    _from = _to;
                }

                return;
            }

            var after = Next(first, kind => kind is not (LineKind.Header or LineKind.Attribution or LineKind.Blank));
            var own = Next(after, kind => kind is not (LineKind.Quoted or LineKind.Blank or LineKind.Attribution));
            _from = own < _to ? own : after;
        }

        bool IsNothingButAnswered(int first) =>
            Next(first, kind => kind is not (LineKind.Quoted or LineKind.Blank)) == _to
                && Attribution.LinesAt([_lines[first].Length > 1_000 ? "" : _lines[first].TrimStart('>', ' ')], 0) > 0;

        void TakeAttribution(ref int at)
        {
            var end = Next(at, kind => kind != LineKind.Attribution);
            var answered = Next(end, kind => kind is not (LineKind.Quoted or LineKind.Blank or LineKind.Attribution or LineKind.Header));
            var isInterleaved = HasAny(end, answered, LineKind.Quoted) && HasAny(answered, _to, LineKind.Quoted);
            if (isInterleaved)
            {
                // Answers stand between the quoted lines; these stay, as the answers say nothing without them.
                Array.Fill(_isDropped, true, at, end - at);
                at = end - 1;
                return;
            }

            if (HasAny(end, answered, LineKind.Quoted) && IsReplyBelow(at, answered))
            {
                Array.Fill(_isDropped, true, at, answered - at);
                at = answered - 1;
                return;
            }

            _to = at;
        }

        // Much more text below the quotation than above it is the answer, unless it is what a company's server adds to every letter.
        bool IsReplyBelow(int above, int below)
        {
            var (before, after) = (Letters(_from, above), Letters(below, _to));
            return after > LongReply && after > 2 * before && Next(below, kind => kind is LineKind.Rule) == _to && !Disclaimer.IsIn(_lines.AsSpan(below, _to - below));
        }

        void CutTrailing()
        {
            var end = Last();
            while (end > _from && _kinds[end - 1] is LineKind.Quoted or LineKind.Blank)
            {
                end--;
            }

            // Nothing but a quotation is what they sent.
            if (HasOwn(end))
            {
                _to = end;
            }
        }

        public void CutSignature()
        {
            var delimiter = -1;
            for (var at = _from; at < _to && delimiter < 0; at++)
            {
                delimiter = !_isDropped[at] && IsEnd(at) && HasOwn(at) ? at : -1;
            }

            Sign(delimiter);
            Sign(RuledOff());
            var end = Last();
            while (end > _from && (_kinds[end - 1] is LineKind.Blank or LineKind.Device or LineKind.Rule) && HasOwn(end - 1))
            {
                end--;
            }

            if (HasAny(end, _to, LineKind.Device) || HasAny(end, _to, LineKind.Rule))
            {
                Sign(end);
                Sign(RuledOff());
            }

            Sign(ContactBlock());
            CutTrailing();
        }

        bool IsEnd(int at) => SignatureLines.IsDelimiter(_lines[at]) || (_kinds[at] == LineKind.Device && (at + 1 == _to || _kinds[at + 1] is not LineKind.Text) && SignatureLines.IsTelephone(_lines[at]));

        // A few short lines under a rule at the end.
        int RuledOff()
        {
            var lines = 0;
            for (var at = Last() - 1; at > _from && lines <= MostSignatureLines; at--)
            {
                if (_kinds[at] == LineKind.Rule)
                {
                    return lines > 0 && (_lines[at].Trim().Length >= 3 || _lines[at][0] == '_') && HasOwn(at) ? at : -1;
                }

                if (_kinds[at] is LineKind.Quoted || _lines[at].Length > LongestSignatureLine)
                {
                    return -1;
                }

                lines += _kinds[at] == LineKind.Blank ? 0 : 1;
            }

            return -1;
        }

        // A name with two ways of reaching it or more.
        int ContactBlock()
        {
            var (end, found, lines) = (Last(), 0, 0);
            var at = end - 1;
            for (; at > _from && _kinds[at] is LineKind.Text && _lines[at].Length <= 60 && lines < 8; at--)
            {
                found |= (int)SignatureLines.ContactOf(_lines[at].Replace("#sig#", "", StringComparison.Ordinal));
                lines++;
            }

            return lines >= 3 && _kinds[at] == LineKind.Blank && System.Numerics.BitOperations.PopCount((uint)found) >= 2 && SignatureLines.ContactOf(_lines[at + 1]) == ContactKind.None && HasOwn(at) ? at + 1 : -1;
        }

        void Sign(int at)
        {
            if (at >= 0)
            {
                _signatureEnd = _signature < 0 ? _to : _signatureEnd;
                (_signature, _to) = (at, at);
            }
        }

        public VisibleText Result()
        {
            // Of what is left everything may be blank: then the letter says what it quotes.
            var end = Last();
            var first = Next(_from, kind => kind != LineKind.Blank);
            var quotedFrom = _signature >= 0 ? _signatureEnd : end;
            return new VisibleText(
                first < end ? Joined(first, end) : "",
                Joined(quotedFrom, _lines.Length).Trim() is { Length: > 0 } quoted ? quoted : null,
                _signature >= 0 && Joined(_signature, _signatureEnd).Trim() is { Length: > 0 } signature ? signature : null);
        }

        string Joined(int from, int to) => string.Join('\n', Enumerable.Range(from, Math.Max(0, to - from)).Where(at => !_isDropped[at] && _lines[at] != Mark).Select(at => _lines[at].TrimEnd())).TrimEnd();

        int Next(int at, Predicate<LineKind> wanted)
        {
            while (at < _to && !wanted(_kinds[at]))
            {
                at++;
            }

            return at;
        }

        int Last()
        {
            var end = _to;
            while (end > _from && _kinds[end - 1] == LineKind.Blank)
            {
                end--;
            }

            return end;
        }

        bool HasAny(int from, int to, LineKind kind) => Array.IndexOf(_kinds, kind, from, Math.Max(0, to - from)) >= 0;

        // Whether something of the writer's own stands before this line.
        bool HasOwn(int to)
        {
            if (_ownFrom != _from)
            {
                (_ownFrom, _firstOwn) = (_from, Array.IndexOf(_kinds, LineKind.Text, _from));
            }

            return _firstOwn >= 0 && _firstOwn < to;
        }

        int Letters(int from, int to)
        {
            var letters = 0;
            for (var at = from; at < to; at++)
            {
                letters += _kinds[at] == LineKind.Text ? _lines[at].Length : 0;
            }

            return letters;
        }
    }
}
