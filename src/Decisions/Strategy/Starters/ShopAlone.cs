namespace Kanal.Decisions.Strategy.Starters;

/// <summary>One person with a shop: chat while they are there, never a dead end while they are not.</summary>
static class ShopAlone
{
    public const string Json = """
        {
          "format": 1,
          "name": "$starter.shop.name",
          "rules": [
            {
              "id": "closed",
              "name": "$starter.shop.closed",
              "when": { "fact": "open", "operator": "is", "value": false },
              "offer": ["email", "callback", "help"]
            },
            {
              "id": "checkout",
              "name": "$starter.shop.checkout",
              "when": {
                "any": [
                  { "fact": "step", "operator": "isOneOf", "value": ["basket", "checkout", "payment"] },
                  { "fact": "page", "operator": "contains", "value": "/checkout" }
                ]
              },
              "offer": ["chat", "email", "help"],
              "otherwise": ["callback", "email"],
              "waitLimitSeconds": 120,
              "value": 3,
              "invite": { "on": ["formError", "idleBasket", "hesitation"], "text": "checkout" }
            },
            {
              "id": "searching",
              "name": "$starter.shop.searching",
              "when": { "fact": "signals", "operator": "has", "value": "vainSearch" },
              "offer": ["chat", "email", "help"],
              "waitLimitSeconds": 300,
              "value": 2,
              "invite": { "on": ["vainSearch"], "text": "search", "afterSeconds": 60 }
            },
            {
              "id": "everybody",
              "name": "$starter.everybody",
              "offer": ["chat", "help", "email"],
              "waitLimitSeconds": 300
            }
          ]
        }
        """;
}
