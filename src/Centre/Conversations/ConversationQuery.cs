using System.Globalization;
using Dapper;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Conversations;

public enum ListKind
{
    Mine,
    Queue,
    All,
}

/// <summary>
/// Which conversations a list shows and in what order, as a condition and its parameters. Only what is asked for becomes a condition. In the
/// queue the longest wait is first: a word that is said meanwhile can only end a wait or begin one, which takes a row towards the end, so that
/// no cursor passes it by; only a merge, a rare thing, may bring a wait forward. Everywhere else the newest word is first.
/// </summary>
public sealed class ConversationQuery
{
    const string Open = "c.state <> 'closed'";
    const string Closed = "c.state = 'closed'";

    // Behind all who wait for a word from us stand those in the queue who do not.
    const long NoWait = long.MaxValue;

    readonly List<string> _conditions = [];
    readonly bool _byWait;
    string[] _parts = [Open, Closed];
    bool _goesOn;

    public ConversationQuery(ListKind list, Id? agent, int limit)
    {
        Limit = limit;
        Parameters.Add("Limit", limit);
        if (list == ListKind.Mine)
        {
            _parts = [Open];
            Add("c.agent_id = @Agent", "Agent", agent?.Value);
        }
        else if (list == ListKind.Queue)
        {
            StillOpen();
            _conditions.Add(In(ConversationState.Queued));
            _byWait = true;
            Parameters.Add("NoWait", NoWait);
        }
    }

    /// <summary>
    /// A condition and an order for each part of the conversations that is asked for. The open are few and the closed have an index in
    /// the order of time; asked for in one go, neither would be found quickly.
    /// </summary>
    internal IEnumerable<string> Parts => _parts.Select(part =>
        _byWait ? InOrder(part, "coalesce(c.waiting_since, @NoWait)", "asc", ">") : InOrder(part, part == Closed ? "c.closed_last_at" : "c.last_at", "desc", "<"));

    int Limit { get; }

    internal DynamicParameters Parameters { get; } = new();

    public ConversationQuery InState(ConversationState state)
    {
        _parts = [state == ConversationState.Closed ? Closed : $"{Open} and {In(state)}"];
        return this;
    }

    public ConversationQuery StillOpen()
    {
        _parts = [Open];
        return this;
    }

    public ConversationQuery OfSite(Id site) => Add("c.site_id = @Site", "Site", site.Value);

    public ConversationQuery OfCustomer(Id customer) => Add("c.customer_id = @Customer", "Customer", customer.Value);

    public ConversationQuery OnChannel(string channel) => Add("c.channel = @Channel", "Channel", channel);

    /// <summary>Those that began within half an hour after these words were sought in vain.</summary>
    public ConversationQuery AfterSeeking(string words) =>
        Add("exists (select 1 from vain_contacts v where v.conversation_id = c.id and v.folded = @Sought)", "Sought", Folding.Fold(words));

    /// <summary>Those whose customer or last word holds the text.</summary>
    public ConversationQuery Holding(string text)
    {
        var words = Written(text);
        foreach (var (i, written) in words.Index())
        {
            Parameters.Add($"Written{i}", Folding.Anywhere(written));
        }

        return Add($"(u.folded like @Text escape '!'{string.Concat(words.Index().Select(word => $" or upper(c.last_text) like @Written{word.Index} escape '!'"))})", "Text", Folding.Anywhere(Folding.Fold(text)));
    }

    /// <summary>Goes on behind the conversation that a cursor names.</summary>
    public ConversationQuery After(string cursor)
    {
        var parts = cursor.Split('.');
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) || !Id.TryParse(parts[1], null, out var id))
        {
            throw RefusedException.Invalid("cursor", "This is not a cursor from an earlier answer.");
        }

        _goesOn = true;
        Parameters.Add("Place", at);
        Parameters.Add("LastId", id.Value);
        return this;
    }

    /// <summary>The cursor behind a row, to go on from.</summary>
    public string CursorOf(ConversationSummary last) =>
        string.Create(CultureInfo.InvariantCulture, $"{(_byWait ? last.WaitingSince?.ToUnixTimeMilliseconds() ?? NoWait : last.LastAt.ToUnixTimeMilliseconds())}.{last.Id}");

    /// <summary>The rows of all parts, as the list shows them.</summary>
    internal IEnumerable<ConversationRow> Merged(List<ConversationRow> rows) =>
        _parts.Length == 1 ? rows : rows.OrderByDescending(row => row.LastAt).ThenByDescending(row => row.Id).Take(Limit);

    // What was said is kept as it was said. One engine makes capitals of all letters, the other of those of English alone, so each way in which people
    // write the others is looked for.
    static List<string> Written(string text) =>
        [.. new[] { text, text.ToLowerInvariant(), text.ToUpperInvariant(), $"{char.ToUpperInvariant(text[0])}{text[1..].ToLowerInvariant()}" }.Select(AsciiUpper).Append(Folding.Fold(text)).Distinct()];

    static string AsciiUpper(string text) => string.Concat(text.Select(letter => char.IsAsciiLetterLower(letter) ? char.ToUpperInvariant(letter) : letter));

    static string In(ConversationState state) => $"c.state = '{state.Text()}'";

    string InOrder(string part, string time, string way, string beyond)
    {
        var conditions = _goesOn ? _conditions.Append($"({time} {beyond} @Place or ({time} = @Place and c.id {beyond} @LastId))") : _conditions;
        return $"{string.Join(" and ", conditions.Prepend(part))} order by {time} {way}, c.id {way} limit @Limit";
    }

    ConversationQuery Add(string condition, string name, object? value)
    {
        _conditions.Add(condition);
        Parameters.Add(name, value);
        return this;
    }
}
