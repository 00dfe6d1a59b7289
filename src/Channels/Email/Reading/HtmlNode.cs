using System.Text;

namespace Kanal.Channels.Email.Reading;

/// <summary>An element with the attributes that matter, or a text. A letter may have tens of thousands of them, so each is as small as it can be.</summary>
sealed class HtmlNode(string name, string? text)
{
    const int LongestValue = 2_000;
    const int LongestSource = 2_000_000;

    static readonly HashSet<string> _known =
    [
        "href", "src", "alt", "title", "class", "id", "style", "type", "cite", "width", "height", "colspan", "rowspan", "align", "valign", "border", "cellpadding", "cellspacing", "bgcolor", "color", "face", "size", "dir", "lang",
        "start", "hidden", "nowrap", "background", "datetime", "open", "value",
    ];

    object? _text = text;

    // Most have one child at most: then it is this, and no list.
    object? _children;
    (string Name, string Value)[]? _attributes;

    public string Name => name;

    public IReadOnlyList<HtmlNode> Children => _children switch
    {
        null => [],
        HtmlNode one => [one],
        _ => (List<HtmlNode>)_children,
    };

    /// <summary>Null for an element.</summary>
    public string? Text
    {
        get
        {
            _text = _text is StringBuilder longer ? longer.ToString() : _text;
            return (string?)_text;
        }
    }

    public bool IsText => _text is not null;

    public IReadOnlyList<(string Name, string Value)> Attributes => _attributes ?? [];

    public string? this[string attribute]
    {
        get
        {
            for (var i = 0; i < _attributes?.Length; i++)
            {
                if (_attributes[i].Name == attribute)
                {
                    return _attributes[i].Value;
                }
            }

            return null;
        }
    }

    public void Add(HtmlNode child)
    {
        switch (_children)
        {
            case null:
                _children = child;
                break;
            case HtmlNode first:
                _children = new List<HtmlNode>(2) { first, child };
                break;
            default:
                ((List<HtmlNode>)_children).Add(child);
                break;
        }
    }

    /// <param name="same">Finds a text that is there already: letters say the same thing of each of their cells.</param>
    public void Keep(string attribute, string value, Func<string, string> same)
    {
        if (_known.TryGetValue(attribute, out var known) && this[known] is null && value.Length <= (known == "src" ? LongestSource : LongestValue))
        {
            _attributes = [.. _attributes ?? [], (known, same(value))];
        }
    }

    public void Append(string more) => _text = (_text as StringBuilder ?? new StringBuilder(Text)).Append(more);
}
