using System.Text;
using Kanal.Centre;
using Kanal.Centre.Articles;
using Kanal.Centre.Conversations;
using Kanal.Centre.Customers;
using Kanal.Centre.Forms;
using Kanal.Centre.Knowledge;
using Kanal.Channels.WebChat;

namespace Kanal.Web.HelpCentre;

/// <summary>Forms of the knowledge base that are filled in on their page: what was answered comes to the desk as a letter.</summary>
sealed class FormPages(ArticlePages pages)
{
    public async Task<IResult> SendAsync(HelpView view, HttpContext context, CancellationToken ct)
    {
        if (ArticlePages.Find(view, ArticlePages.Slug(context)) is not { Kind: ArticleKind.Form } text)
        {
            return HelpRoutes.Lost(view);
        }

        // Files come in a conversation only; the page says so.
        var fields = text.Content.Fields.Where(field => field.Kind != FieldKind.File).ToList();
        var form = FilledForm.Read(await PostedForm.ReadAsync(context, ct), fields);
        var filled = form.Check(fields, view.Language);
        var address = AddressText.Email(fields.Find(field => field.Kind == FieldKind.Email) is { } asked && form.Value(asked).Length > 0 ? form.Value(asked) : form.Address);
        form = form with { Faults = filled.Faults, AddressFault = address is null && !AsksForAddress(text) ? view["faultEmail"] : null };
        if (!form.HasFaults && address is null)
        {
            form = form with { Fault = view["faultEmail"] };
        }

        if (form.HasFaults)
        {
            return await pages.PageAsync(view, text, context, ct, form);
        }

        try
        {
            await PageStarts.StartAsync(context, view.Site, Letter(view, text, form, filled, address), ct);
        }
        catch (RefusedException refused) when (refused.Kind is Refusal.Invalid or Refusal.Conflict or Refusal.TooMany)
        {
            return await pages.PageAsync(view, text, context, ct, form with { Fault = Fault(view, refused) });
        }

        return new SeeOther($"{view.Link(text)}?sent=yes#form");
    }

    // What is wrong with a part of the letter that is made of the form is no matter of whoever filled it in.
    static string Fault(HelpView view, RefusedException refused) =>
        refused.Slug == "too-many" ? view["faultMany"] : refused.Errors.Count > 0 ? view["faultOther"] : refused.Sentence.In(view.Language);

    /// <summary>Whether one of its required fields is where the answer goes.</summary>
    public static bool AsksForAddress(PublishedText text) => text.Content.Fields.Any(field => field is { Kind: FieldKind.Email, Required: true });

    static StartRequest Letter(HelpView view, PublishedText text, FilledForm form, Filled filled, string? address)
    {
        var said = new StringBuilder(text.Content.Title).Append('\n');
        foreach (var value in filled.Values)
        {
            said.Append('\n').Append(value.Label).Append(": ").Append(value.Text);
        }

        return new StartRequest
        {
            ClientId = form.ClientId,
            Channel = "email",
            Text = said.ToString(),
            Address = address,
            Language = view.Language,
            Facts = new VisitorFacts { Page = view.Canonical(view.PathOf(text)), Title = text.Content.Title, Language = view.Language },
        };
    }
}
