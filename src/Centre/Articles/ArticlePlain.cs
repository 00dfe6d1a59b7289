using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kanal.Centre.Articles;

/// <summary>An article's Markdown as plain text, for chat, SMS, searching and reading aloud.</summary>
public sealed class ArticlePlain
{
    readonly StringBuilder _text = new();
    readonly bool _links;

    ArticlePlain(bool links) => _links = links;

    /// <param name="links">Whether the address of a link follows its words.</param>
    public static string Of(string markdown, bool links = true)
    {
        var plain = new ArticlePlain(links);
        plain.Blocks(ArticleMarkdown.Read(markdown), "");
        return plain._text.ToString().Trim();
    }

    void Blocks(ContainerBlock container, string indent)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case ListBlock list:
                    Items(list, indent);
                    break;
                case Table table:
                    Rows(table);
                    break;
                case ContainerBlock inside:
                    Blocks(inside, indent);
                    break;
                case LeafBlock { Inline: { } inline }:
                    Inlines(inline);
                    Break(container is ListItemBlock ? 1 : 2);
                    break;
                case CodeBlock code:
                    _text.Append(code.Lines.ToString());
                    Break(2);
                    break;
            }
        }
    }

    void Items(ListBlock list, string indent)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            _text.Append(indent).Append(list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "– ");
            Blocks(item, indent + "  ");
        }

        Break(indent.Length > 0 ? 1 : 2);
    }

    void Rows(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (i, cell) in row.OfType<TableCell>().Index())
            {
                _text.Append(i > 0 ? " | " : "");
                foreach (var inline in cell.OfType<LeafBlock>().Select(leaf => leaf.Inline).OfType<ContainerInline>())
                {
                    Inlines(inline);
                }
            }

            Break(1);
        }

        Break(2);
    }

    void Inlines(ContainerInline container)
    {
        foreach (var inline in container)
        {
            _ = inline switch
            {
                LiteralInline literal => _text.Append(literal.Content.AsSpan()),
                CodeInline code => _text.Append(code.Content),
                LineBreakInline line => _text.Append(line.IsHard ? '\n' : ' '),
                AutolinkInline bare => _text.Append(bare.Url),
                HtmlEntityInline entity => _text.Append(entity.Transcoded.AsSpan()),
                _ => _text,
            };
            if (inline is ContainerInline inside)
            {
                var start = _text.Length;
                Inlines(inside);
                Follow(inside as LinkInline, start);
            }
        }
    }

    void Follow(LinkInline? link, int start)
    {
        if (_links && link is { IsImage: false, Url: { } url } && _text.ToString(start, _text.Length - start) != url)
        {
            _text.Append(CultureInfo.InvariantCulture, $" ({url})");
        }
    }

    void Break(int lines)
    {
        while (_text is [.., ' ' or '\n'])
        {
            _text.Length--;
        }

        _text.Append('\n', _text.Length > 0 ? lines : 0);
    }
}
