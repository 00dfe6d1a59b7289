namespace Kanal.Centre.Storage;

/// <summary>Whether something was written in what runs now, or may have been: where a commit's answer was lost, nobody can tell.</summary>
public sealed class Written
{
    static readonly AsyncLocal<Written?> _now = new();

    volatile bool _is;

    public bool Is => _is;

    /// <summary>Notices what is written from here on, until the method that asked ends.</summary>
    public static Written Watch() => _now.Value = new Written();

    internal static void Note()
    {
        if (_now.Value is { } watched)
        {
            watched._is = true;
        }
    }
}
