using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Kanal.Web.Hosting;

/// <summary>Describes members that go through us as they are by the type that they hold.</summary>
static class Shapes
{
    public static async Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonTypeInfo.Type == typeof(Instant) || context.JsonTypeInfo.Type == typeof(Instant?))
        {
            (schema.Type, schema.Format, schema.Properties) = (JsonSchemaType.Integer, "int64", null);
            schema.Description = "Milliseconds since 1970.";
        }

        foreach (var member in context.JsonTypeInfo.Properties)
        {
            if (member.AttributeProvider?.GetCustomAttributes(typeof(ShapeAttribute), false) is [ShapeAttribute shape] && schema.Properties is { } members && members.TryGetValue(member.Name, out var before))
            {
                members[member.Name] = new OpenApiSchema { AllOf = [await context.GetOrCreateSchemaAsync(shape.Type, null, ct)], Description = before.Description };
            }
        }
    }
}
