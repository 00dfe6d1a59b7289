using System.Text;

namespace Kanal.Channels.Email.Reading;

/// <summary>An element with the attributes that matter, or a text.</summary>
sealed class HtmlNode(string name, string? text)
{
    const int LongestValue = 2_000;
    const int LongestSource = 2_000_000;

    static readonly HashSet<string> _known =
    [
        "href", "src", "alt", "title", "class", "id", "style", "type", "cite", "width", "height", "colspan", "rowspan", "align", "valign", "border", "cellpadding", "cellspacing", "bgcolor", "color", "face", "size", "dir", "lang",
        "start", "hidden", "nowrap", "background", "datetime", "open", "value",
    ];

    static readonly List<(string, string)> _none = [];

    StringBuilder? _longer;
    List<HtmlNode>? _children;
    List<(string Name, string Value)>? _attributes;

    public string Name => name;

    public List<HtmlNode> Children => _children ??= [];

    public string? Text => _longer?.ToString() ?? text;

    public bool IsText => text is not null;

    public IReadOnlyList<(string Name, string Value)> Attributes => _attributes ?? _none;

    public string? this[string attribute]
    {
        get
        {
            for (var i = 0; i < _attributes?.Count; i++)
            {
                if (_attributes[i].Name == attribute)
                {
                    return _attributes[i].Value;
                }
            }

            return null;
        }
    }

    public void Keep(string attribute, string value)
    {
        if (_known.Contains(attribute) && this[attribute] is null && value.Length <= (attribute == "src" ? LongestSource : LongestValue))
        {
            (_attributes ??= []).Add((attribute, value));
        }
    }

    public void Append(string more) => (_longer ??= new StringBuilder(text)).Append(more);
}
