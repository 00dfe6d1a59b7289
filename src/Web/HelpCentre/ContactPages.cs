using System.Globalization;
using Kanal.Centre;
using Kanal.Centre.Conversations;
using Kanal.Centre.Storage;
using Kanal.Centre.Menus;
using Kanal.Channels.WebChat;
using Kanal.Web.HelpCentre.Pages;

namespace Kanal.Web.HelpCentre;

/// <summary>The ways of contact, as the widget would show them now, each of them usable.</summary>
sealed class ContactPages(ChannelMenus menus, IdSource ids)
{
    public async Task<IResult> ShowAsync(HelpView view, HttpContext context, CancellationToken ct) =>
        await PageAsync(view, context, context.Request.Query["way"].ToString() is "callback" ? NewForm("callback") : NewForm("email"), ct);

    public async Task<IResult> SendAsync(HelpView view, string way, HttpContext context, CancellationToken ct)
    {
        var form = ContactForm.Read(way, await PostedForm.ReadAsync(context, ct));
        try
        {
            await PageStarts.StartAsync(context, view.Site, Request(view, form), ct);
        }
        catch (RefusedException refused) when (refused.Kind is Refusal.Invalid or Refusal.Conflict or Refusal.TooMany)
        {
            return await PageAsync(view, context, form.Refused(view, refused), ct, refused.Kind == Refusal.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest);
        }

        return new SeeOther(view.Link(view.Here($"/contact/sent{QueryString.Create("way", way).Add("at", form.Slot)}")));
    }

    public async Task<IResult> SentAsync(HelpView view, HttpContext context, CancellationToken ct)
    {
        var menu = await HelpMenu.AskAsync(menus, view, context, ct);
        var way = context.Request.Query["way"].ToString() is "callback" ? "callback" : "email";
        return new HelpAnswer<SentPage>(view, new() { ["Way"] = way, ["Entry"] = menu.Entries.FirstOrDefault(entry => entry.Channel == way), ["At"] = Slot(context.Request.Query["at"].ToString()) }) { Lasts = false };
    }

    async Task<IResult> PageAsync(HelpView view, HttpContext context, ContactForm form, CancellationToken ct, int status = StatusCodes.Status200OK) =>
        new HelpAnswer<ContactPage>(view, new() { ["Menu"] = await HelpMenu.AskAsync(menus, view, context, ct), ["Form"] = form, ["NewId"] = (Func<string>)NewId }) { Lasts = false, Status = status };

    ContactForm NewForm(string way) => new(way, NewId());

    string NewId() => ids.Next().ToString();

    static StartRequest Request(HelpView view, ContactForm form) => new()
    {
        ClientId = form.ClientId,
        Channel = form.Way,
        Text = form.Text,
        Name = form.Name,
        Address = form.Address,
        Slot = form.Way == "callback" ? Slot(form.Slot) : null,
        Language = view.Language,
        Facts = new VisitorFacts { Page = view.Canonical(view.Here("/contact")), Title = view["contact"], Language = view.Language },
    };

    static DateTimeOffset? Slot(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
}
