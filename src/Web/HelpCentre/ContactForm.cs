using Kanal.Centre;
using Kanal.Centre.Conversations;

namespace Kanal.Web.HelpCentre;

/// <summary>A letter or a wish to be called as somebody has written it, with what is wrong in it.</summary>
/// <param name="Way">The channel.</param>
/// <param name="ClientId">Names it, so that sent twice it is the same.</param>
public sealed record ContactForm(string Way, string ClientId)
{
    public string Name { get; init; } = "";

    public string Address { get; init; } = "";

    public string Text { get; init; } = "";

    public string Slot { get; init; } = "";

    /// <summary>Sentences by field; under the empty name what concerns the whole.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    public string? Fault(string field) => Faults.GetValueOrDefault(field);

    internal static ContactForm Read(string way, IFormCollection form) => new(way, form["id"].ToString())
    {
        Name = form["name"].ToString(),
        Address = form["address"].ToString().Trim(),
        Text = form["text"].ToString(),
        Slot = form["slot"].ToString(),
    };

    /// <summary>A refusal in the words of the page.</summary>
    internal ContactForm Refused(HelpView view, RefusedException refused)
    {
        var faults = refused.Slug switch
        {
            "too-many" => new() { [""] = view["faultMany"] },
            "slot-gone" => new() { ["slot"] = view["faultSlot"] },
            "callback-exists" => new() { ["address"] = view["faultExists"] },
            _ => refused.Errors.Keys.ToDictionary(field => field is "address" or "text" or "name" ? field : "", field => Sentence(view, field)),
        };
        return this with { Faults = faults.Count > 0 ? faults : new Dictionary<string, string> { [""] = refused.Sentence.In(view.Language) } };
    }

    string Sentence(HelpView view, string field) => field switch
    {
        "address" => view[Way == "callback" ? "faultPhone" : "faultEmail"],
        "text" => view.Say("faultText", ("most", Words.LongestText.ToString("N0", view.Culture))),
        "name" => view["faultName"],
        _ => view["faultOther"],
    };
}
