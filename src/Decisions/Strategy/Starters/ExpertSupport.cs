namespace Kanal.Decisions.Strategy.Starters;

/// <summary>Support for experts and beginners: plain guides and a person for the one, a written answer by a specialist for the other.</summary>
static class ExpertSupport
{
    public const string Json = """
        {
          "format": 1,
          "name": "$starter.support.name",
          "groups": {
            "expert": {
              "any": [
                { "fact": "customer.expertise", "operator": "is", "value": "expert" },
                { "fact": "page", "operator": "startsWith", "value": "/developers" }
              ]
            }
          },
          "rules": [
            {
              "id": "expert-in-trouble",
              "name": "$starter.support.expertInTrouble",
              "when": { "all": [{ "group": "expert" }, { "fact": "topic", "operator": "is", "value": "outage" }] },
              "offer": ["chat", "email", "help"],
              "targetSeconds": 60,
              "waitLimitSeconds": 300,
              "value": 5
            },
            {
              "id": "expert",
              "name": "$starter.support.expert",
              "when": { "group": "expert" },
              "offer": ["help", "email"],
              "recommend": "email",
              "withhold": ["phone"]
            },
            {
              "id": "stuck",
              "name": "$starter.support.stuck",
              "when": { "fact": "signals", "operator": "hasAnyOf", "value": ["formError", "vainSearch", "repeatedPage"] },
              "offer": ["chat", "phone", "help"],
              "waitLimitSeconds": 180,
              "value": 3,
              "invite": { "on": ["formError", "vainSearch", "repeatedPage"], "text": "stuck", "afterSeconds": 60, "afterSecondsReturning": 45 }
            },
            {
              "id": "beginner",
              "name": "$starter.support.beginner",
              "when": { "fact": "customer.expertise", "operator": "is", "value": "beginner" },
              "offer": ["help", "chat", "phone"],
              "recommend": "chat",
              "waitLimitSeconds": 300,
              "value": 2
            },
            {
              "id": "everybody",
              "name": "$starter.everybody",
              "offer": ["help", "chat", "email"],
              "waitLimitSeconds": 300
            }
          ]
        }
        """;
}
