using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kanal.Channels.Http;

/// <summary>
/// JSON in and out of the calls that come by the thousand a second. The framework reads and writes so that a large body may come
/// and go in pieces, which costs a small one as much as its content; one that is here already is read and written in one go.
/// What is refused is refused as the framework does.
/// </summary>
public static class JsonCall
{
    [ThreadStatic]
    static ArrayBufferWriter<byte>? _text;

    [ThreadStatic]
    static Utf8JsonWriter? _writer;

    /// <exception cref="BadHttpRequestException">There is no body, or none that can be read as this.</exception>
    public static ValueTask<T> ReadAsync<T>(HttpContext context)
        where T : class
    {
        var request = context.Request;
        if (request is { ContentType: "application/json", ContentLength: > 0 } && request.BodyReader.TryRead(out var read))
        {
            if (read.IsCompleted && read.Buffer.Length == request.ContentLength)
            {
                try
                {
                    return new(Read<T>(context, read.Buffer));
                }
                finally
                {
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                }
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start);
        }

        return ReadAsItComesAsync<T>(context);
    }

    public static Task AnswerAsync<T>(HttpContext context, int status, T answer)
    {
        var options = OptionsOf(context);
        var text = _text ??= new ArrayBufferWriter<byte>(1024);
        var writer = _writer ??= new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true });
        text.ResetWrittenCount();
        writer.Reset(text);
        JsonSerializer.Serialize(writer, answer, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = text.WrittenCount;
        response.BodyWriter.Write(text.WrittenSpan);
        return response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }

    static T Read<T>(HttpContext context, ReadOnlySequence<byte> body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body.IsSingleSegment ? body.FirstSpan : body.ToArray(), (JsonTypeInfo<T>)OptionsOf(context).GetTypeInfo(typeof(T))) ?? throw Nothing();
        }
        catch (JsonException unreadable)
        {
            throw Unreadable(unreadable);
        }
    }

    static async ValueTask<T> ReadAsItComesAsync<T>(HttpContext context)
        where T : class
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
        {
            throw Nothing();
        }

        if (!context.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException($"Expected a supported JSON media type but got \"{context.Request.ContentType}\".", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await context.Request.ReadFromJsonAsync<T>(context.RequestAborted) ?? throw Nothing();
        }
        catch (JsonException unreadable)
        {
            throw Unreadable(unreadable);
        }
    }

    static JsonSerializerOptions OptionsOf(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    static BadHttpRequestException Nothing() => new("There should be JSON, but no body was provided.");

    static BadHttpRequestException Unreadable(JsonException why) => new("The request's body can't be read as JSON.", why);
}
