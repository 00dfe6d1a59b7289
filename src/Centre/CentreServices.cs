using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Answers;
using Kanal.Centre.Attachments;
using Kanal.Centre.Customers;
using Kanal.Centre.Live;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Kanal.Centre;

public static class CentreServices
{
    /// <param name="data">The folder for SQLite's file and for attachments; made if missing.</param>
    /// <param name="database">A PostgreSQL connection string, or null for SQLite.</param>
    public static IServiceCollection AddCentre(this IServiceCollection services, string data, string? database)
    {
        services.AddSingleton<Database>(_ => database is null ? new SqliteDatabase(Path.Combine(Directory.CreateDirectory(data).FullName, "kanal.db")) : new PostgresDatabase(database));
        services.AddSingleton<SchemaUpgrade>();
        services.AddSingleton<IdSource>();
        services.AddSingleton<Feed>();
        services.AddSingleton<DeskFeed>();
        services.AddSingleton<AgentDirectory>();
        services.AddSingleton<AgentRows>();
        services.AddSingleton<AgentAdministration>();
        services.AddSingleton<Callers>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<Audit>();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<Settings>();
        services.AddSingleton<KeptAnswers>();
        services.AddAccounts();
        services.AddSingleton(new DataFolder(Path.GetFullPath(data)));
        services.AddSingleton<FileStore>();
        services.AddSingleton<SiteDirectory>();
        services.AddSingleton<SiteSettings>();
        services.AddSingleton<CustomerDirectory>();
        services.AddSingleton<AnswerBook>();
        services.AddSingleton<TopicList>();
        services.AddSingleton<CustomerCards>();
        return services;
    }
}
