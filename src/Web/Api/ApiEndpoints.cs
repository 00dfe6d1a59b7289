namespace Kanal.Web.Api;

/// <summary>The business API: one file per noun.</summary>
static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403);
        api.MapConversations();
        api.MapCallbacks();
        api.MapShow();
        api.MapDecisions();
        api.MapLetters();
        api.MapMailboxes();
        api.MapBlockedSenders();
        api.MapEvents();
        api.MapOffers();
        api.MapPlanning();
        api.MapPresence();
        api.MapPrices();
        api.MapQueues();
        api.MapSkills();
        api.MapTeams();
        api.MapReports();
        api.MapSession();
        api.MapSetup();
        api.MapAgents();
        api.MapKeys();
        api.MapSites();
        api.MapSimulations();
        api.MapStrategies();
        api.MapIdentity();
        api.MapOrders();
        api.MapExperiments();
        api.MapAnswers();
        api.MapArticles();
        api.MapImports();
        api.MapSections();
        api.MapSynonyms();
        api.MapTopics();
        api.MapCustomers();
        api.MapWallboard();
        api.MapSupervision();
    }
}
