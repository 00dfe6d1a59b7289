namespace Kanal.Decisions.Strategy.Conditions;

/// <summary>A text in which * stands for anything; no regard to case. Time grows with the length of both at worst, never faster.</summary>
public sealed class Pattern(string pattern)
{
    readonly string[] _pieces = pattern.Split('*');

    public bool Fits(string text)
    {
        if (_pieces is [var whole])
        {
            return string.Equals(text, whole, StringComparison.OrdinalIgnoreCase);
        }

        var (first, last) = (_pieces[0], _pieces[^1]);
        if (text.Length < first.Length + last.Length || !text.StartsWith(first, StringComparison.OrdinalIgnoreCase) || !text.EndsWith(last, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // The earliest place for each piece leaves the most for those that follow.
        var rest = text.AsSpan(first.Length, text.Length - first.Length - last.Length);
        foreach (var piece in _pieces.AsSpan(1, _pieces.Length - 2))
        {
            var at = rest.IndexOf(piece, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + piece.Length)..];
        }

        return true;
    }
}
