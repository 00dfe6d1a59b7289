using System.Text;
using System.Text.Json;
using Kanal.Centre.Articles;
using Kanal.Centre.Attachments;
using Kanal.Centre.Conversations;
using Kanal.Centre.Forms;
using Kanal.Centre.Storage;

namespace Kanal.Centre.Shown;

/// <summary>Takes a form that was shown and filled in back into the conversation, as a message with its values and files.</summary>
public sealed class FormAnswers(Database database, Intake intake, FileStore files, ProgressBook progress, TimeProvider time)
{
    /// <param name="clientId">The visitor's own name for it; the same again is the same answer.</param>
    /// <param name="since">What was shown earlier is not for this visitor; null for everything.</param>
    /// <exception cref="RefusedException">Something is not right with a field (<c>fields.KEY</c>, in the form's language), or it was sent before (<c>form-sent</c>).</exception>
    public async Task<Appended> SendAsync(Id conversation, Id shown, string clientId, IReadOnlyDictionary<string, JsonElement> given, DateTimeOffset? since, CancellationToken ct)
    {
        var (row, content) = await database.ReadAsync(sql => AskedAsync(sql, conversation, shown, since), ct);
        var values = FormReading.Read(content.Fields, given, row.Language ?? "").ThrowIfAny().Values;
        var attached = await files.ReferencesAsync(conversation, [.. values.Where(value => value.Kind == FieldKind.File).SelectMany(value => value.Value.EnumerateArray().Select(FileId))], ct);
        var card = new MessageCard { Form = new FormCard(shown, row.ArticleId ?? default, row.Language ?? "", content.Title, values) };
        var sent = await database.WriteAsync(async sql =>
        {
            if (await MessageCards.FindAsync(sql, conversation, Author.Visitor, clientId) is null)
            {
                if (!await sql.ChangesOneAsync("""
                    update shown set opened_at = coalesce(opened_at, @now), filled = @filled, sent_at = @now, sent_as = @clientId where id = @shown and sent_at is null
                    """, new { shown, clientId, filled = values.Count, now = time.GetUtcNow() }))
                {
                    throw RefusedException.Conflict("form-sent", "This form was sent already.");
                }

                await MessageCards.AddAsync(sql, conversation, Author.Visitor, clientId, card);
            }

            return await ShownRow.FindAsync(sql, conversation, shown) ?? row;
        }, ct);
        var added = await intake.ReceiveAsync(new InboundMessage(conversation, clientId, Written(card.Form), attached, time.GetUtcNow()) { Card = card }, ct);
        progress.Tell(sent);
        return added;
    }

    // As it was when it was shown: a version that was published since asks for something else.
    static async Task<(ShownRow Row, ArticleContent Content)> AskedAsync(Sql sql, Id conversation, Id shown, DateTimeOffset? since)
    {
        var row = await ShownRow.FindAsync(sql, conversation, shown, since);
        return row is { ArticleId: { } article, Language: { } language, Number: { } number, Fields: > 0 } && await VersionRow.FindAsync(sql, article, language, number) is { } version
            ? (row, version.ToContent())
            : throw RefusedException.NotFound("form");
    }

    static Id FileId(JsonElement id) => Id.TryParse(id.GetString(), null, out var file) ? file : throw RefusedException.Invalid("files", "This is not a file of this conversation.");

    // In words too, for lists, transcripts, exports and clients that know nothing of cards.
    static string Written(FormCard form)
    {
        var text = new StringBuilder(form.Title);
        foreach (var value in form.Values)
        {
            text.Append('\n').Append(value.Label).Append(": ").Append(value.Text);
        }

        return text.Length <= Words.LongestText ? text.ToString() : $"{text.ToString(0, Words.LongestText - 1)}…";
    }
}
