namespace Kanal.Decisions.Strategy.Starters;

/// <summary>A travel agency with 20,000 visitors a day: the chat's time goes where a booking is at stake, and it is measured whether it helps.</summary>
static class TravelAgency
{
    public const string Json = """
        {
          "format": 1,
          "name": "$starter.travel.name",
          "groups": {
            "last step": { "fact": "step", "operator": "isOneOf", "value": ["travellers", "payment"] },
            "answered by a page": {
              "any": [
                { "fact": "topic", "operator": "isOneOf", "value": ["opening-hours", "luggage", "terms"] },
                { "fact": "page", "operator": "like", "value": "*/terms*" }
              ]
            }
          },
          "rules": [
            {
              "id": "last-step-large",
              "name": "$starter.travel.lastStepLarge",
              "when": { "all": [{ "group": "last step" }, { "fact": "basket.value", "operator": "above", "value": 5000 }] },
              "offer": ["chat", "phone", "help"],
              "otherwise": ["callback", "email"],
              "targetSeconds": 20,
              "waitLimitSeconds": 20,
              "value": 5,
              "invite": { "on": ["formError", "hesitation", "idleBasket", "leaving"], "text": "checkout" }
            },
            {
              "id": "last-step",
              "name": "$starter.travel.lastStep",
              "when": { "group": "last step" },
              "offer": ["chat", "help", "email"],
              "otherwise": ["callback", "email"],
              "targetSeconds": 30,
              "waitLimitSeconds": 60,
              "value": 3,
              "invite": { "on": ["formError", "hesitation", "idleBasket"], "text": "checkout" }
            },
            {
              "id": "open-matter",
              "name": "$starter.travel.openMatter",
              "when": { "fact": "customer.openConversations", "operator": "atLeast", "value": 1 },
              "offer": ["chat", "phone", "email"],
              "waitLimitSeconds": 180,
              "value": 3,
              "solvedValue": 60
            },
            {
              "id": "answered-by-a-page",
              "name": "$starter.travel.page",
              "when": { "group": "answered by a page" },
              "offer": ["help", "email"],
              "withhold": ["phone"]
            },
            {
              "id": "searching",
              "name": "$starter.travel.searching",
              "when": { "fact": "visit.vainSearches", "operator": "atLeast", "value": 2 },
              "offer": ["chat", "help", "email"],
              "waitLimitSeconds": 120,
              "value": 2,
              "invite": { "on": ["vainSearch"], "text": "search" }
            },
            {
              "id": "everybody",
              "name": "$starter.everybody",
              "offer": ["chat", "help", "email"],
              "waitLimitSeconds": 120
            }
          ],
          "economy": {
            "marginShare": 0.12,
            "uplift": 0.02,
            "solvedValue": 25,
            "topics": { "opening-hours": 0, "luggage": 5 },
            "waitCostPerMinute": 1,
            "costs": { "chat": 14, "phone": 35 }
          },
          "holdout": { "share": 0.1, "salt": "first", "admission": 0.02 },
          "invitations": { "coolDownHours": 24, "excludedPages": ["*/terms*", "*/payment/done*"] }
        }
        """;
}
