using System.Text.Json.Nodes;

namespace Kanal.Decisions.Facts;

/// <summary>Facts as JSON that <see cref="FactReading.FromAnywhere"/> reads the same.</summary>
public static class FactWriting
{
    public static JsonObject ToJson(this FactValues facts)
    {
        var json = new JsonObject();
        foreach (var (number, fact) in facts.Catalogue.Facts.Index())
        {
            if (facts.Knows(number))
            {
                json[fact.Key] = fact.Kind switch
                {
                    FactKind.Number => facts.Number(fact.Key),
                    FactKind.Flag => facts.Is(fact.Key),
                    FactKind.Text => facts.Text(fact.Key),
                    _ => new JsonArray([.. facts.Texts(number).Select(text => JsonValue.Create(text))]),
                };
            }
        }

        return json;
    }
}
