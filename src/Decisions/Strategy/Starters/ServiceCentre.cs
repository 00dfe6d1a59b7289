namespace Kanal.Decisions.Strategy.Starters;

/// <summary>A service centre that has telephones and a letter box: the line for what can't wait, letters with a time for the rest.</summary>
static class ServiceCentre
{
    public const string Json = """
        {
          "format": 1,
          "name": "$starter.service.name",
          "rules": [
            {
              "id": "closed",
              "name": "$starter.service.closed",
              "when": { "fact": "open", "operator": "is", "value": false },
              "offer": ["email", "callback", "help"]
            },
            {
              "id": "cannot-wait",
              "name": "$starter.service.cannotWait",
              "when": {
                "any": [
                  { "fact": "topic", "operator": "isOneOf", "value": ["breakdown", "theft", "cancellation"] },
                  { "fact": "customer.group", "operator": "is", "value": "contract" }
                ]
              },
              "offer": ["phone", "callback", "email"],
              "targetSeconds": 30,
              "waitLimitSeconds": 300,
              "value": 4
            },
            {
              "id": "again",
              "name": "$starter.service.again",
              "when": { "fact": "customer.lastContactHours", "operator": "below", "value": 48 },
              "offer": ["phone", "email", "help"],
              "waitLimitSeconds": 180,
              "value": 2
            },
            {
              "id": "everybody",
              "name": "$starter.everybody",
              "offer": ["help", "phone", "email"],
              "recommend": "phone",
              "waitLimitSeconds": 180
            }
          ]
        }
        """;
}
