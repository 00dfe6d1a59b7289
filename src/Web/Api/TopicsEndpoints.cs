using Kanal.Centre;
using Kanal.Centre.Storage;
using Kanal.Centre.Topics;
using Kanal.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class TopicsEndpoints
{
    public static RouteGroupBuilder MapTopics(this RouteGroupBuilder api)
    {
        var topics = api.MapGroup("/topics").WithTags("Topics");
        topics.MapGet("", ListAsync).WithName("listTopics").WithSummary("The topics, in their order.");
        topics.MapPost("", AddAsync).WithName("addTopic").WithSummary("Adds a topic.").RequireAuthorization(Policies.Supervisor);
        topics.MapPut("/{id}", ChangeAsync).WithName("changeTopic").WithSummary("Gives a topic another name or place.").RequireAuthorization(Policies.Supervisor);
        topics.MapDelete("/{id}", RemoveAsync).WithName("removeTopic").WithSummary("Takes a topic away that no conversation has.").RequireAuthorization(Policies.Supervisor);
        return api;
    }

    static async Task<Ok<Listing<Topic>>> ListAsync(TopicList topics, CancellationToken ct) => TypedResults.Ok(new Listing<Topic>(await topics.ReadAsync(ct)));

    static async Task<Created<Topic>> AddAsync(TopicRequest request, TopicList topics, CancellationToken ct)
    {
        var topic = await topics.AddAsync(request, ct);
        return TypedResults.Created($"/api/v1/topics/{topic.Id}", topic);
    }

    static async Task<Ok<Topic>> ChangeAsync(Id id, TopicRequest request, TopicList topics, CancellationToken ct) =>
        TypedResults.Ok(await topics.ChangeAsync(id, request, ct));

    static async Task<NoContent> RemoveAsync(Id id, TopicList topics, CancellationToken ct)
    {
        await topics.RemoveAsync(id, ct);
        return TypedResults.NoContent();
    }
}
