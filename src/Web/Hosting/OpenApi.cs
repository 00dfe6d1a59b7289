using Kanal.Centre.Storage;
using Kanal.Centre.Texts;
using Microsoft.OpenApi;

namespace Kanal.Web.Hosting;

/// <summary>The OpenAPI document: generated from the endpoints, committed as docs/openapi/v1.json, compared by a test.</summary>
static class OpenApi
{
    const string Bearer = "bearer";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Kanal", Version = "v1", Description = "Everything the desk and the widget can do. Errors are problem documents (RFC 9457)." };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = Bearer,
                    Description = "Under /api/v1 a key (kanal_...), under /public/v1 the token that came with the conversation.",
                },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(Id) || context.JsonTypeInfo.Type == typeof(Id?))
            {
                schema.Type = context.JsonTypeInfo.Type == typeof(Id) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
                schema.Description = "An opaque id: thirteen letters and digits.";
            }
            else if (context.JsonTypeInfo.Type == typeof(Sentence))
            {
                schema.Type = JsonSchemaType.String;
                schema.Description = "For people, in the language that Accept-Language asks for: da, en, pl or ro.";
            }
            else if (context.JsonTypeInfo.ElementType == typeof(Id))
            {
                // Left to itself the document says that it is a list, and not of what.
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Description = "An opaque id: thirteen letters and digits." };
            }
            else if (context.JsonTypeInfo.ElementType == typeof(Sentence))
            {
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For people, in the language that Accept-Language asks for: da, en, pl or ro." };
            }

            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(Shapes.DescribeAsync);
    });
}
