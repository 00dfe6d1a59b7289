using Kanal.Centre.Access;
using Kanal.Centre.Agents;
using Kanal.Centre.Answers;
using Kanal.Centre.Articles;
using Kanal.Centre.Attachments;
using Kanal.Centre.Callbacks;
using Kanal.Centre.Conversations;
using Kanal.Centre.Customers;
using Kanal.Centre.Deflections;
using Kanal.Centre.Delivery;
using Kanal.Centre.Experiments;
using Kanal.Centre.Exports;
using Kanal.Centre.Findings;
using Kanal.Centre.Health;
using Kanal.Centre.Identities;
using Kanal.Centre.Imports;
using Kanal.Centre.Invitations;
using Kanal.Centre.Knowledge;
using Kanal.Centre.Letters;
using Kanal.Centre.Live;
using Kanal.Centre.Menus;
using Kanal.Centre.Orders;
using Kanal.Centre.Planning;
using Kanal.Centre.Prices;
using Kanal.Centre.Proposals;
using Kanal.Centre.Queues;
using Kanal.Centre.Routing;
using Kanal.Centre.Shown;
using Kanal.Centre.Skills;
using Kanal.Centre.Sites;
using Kanal.Centre.Storage;
using Kanal.Centre.Teams;
using Kanal.Centre.Topics;
using Kanal.Centre.Upkeep;
using Kanal.Centre.Strategy;
using Kanal.Centre.StrategyRuns;
using Kanal.Centre.Waits;
using Kanal.Centre.Wallboards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kanal.Centre;

public static class CentreServices
{
    /// <param name="data">The folder for SQLite's file and for attachments; made if missing.</param>
    /// <param name="database">A PostgreSQL connection string, or null for SQLite.</param>
    public static IServiceCollection AddCentre(this IServiceCollection services, string data, string? database)
    {
        services.AddSingleton(_ => StoragePlace.Open(data, database));
        services.AddSingleton<NodeLife>();
        services.AddSingleton<SchemaUpgrade>();
        services.AddSingleton<IdSource>();
        services.AddSingleton<NodeBell>();
        services.AddSingleton<NodeRegister>();
        services.AddSingleton<KeptMarks>();
        services.AddSingleton<KeptReadings>();
        services.AddSingleton<KeptSettings>();
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
        services.AddSingleton<FileShelf>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<SiteDirectory>();
        services.AddSingleton<SiteSettings>();
        services.AddSingleton<SiteLogos>();
        services.AddSingleton<CustomerDirectory>();
        services.AddSingleton<AnswerBook>();
        services.AddSingleton<AnswerWriting>();
        services.AddSingleton<TopicList>();
        services.AddSingleton<SkillBook>();
        services.AddSingleton<AgentSkills>();
        services.AddSingleton<TeamBook>();
        services.AddSingleton<QueueBook>();
        services.AddSingleton<QueueAdministration>();
        services.AddSingleton<QueueRemoval>();
        services.AddSingleton<HelpBook>();
        services.AddSingleton<EntryPoints>();
        services.AddSingleton<CustomerCards>();
        services.AddHostedService<StartUp>();
        services.AddHostedService<NodeHeart>();
        services.AddHostedService<HelpClock>();
        services.AddSingleton<PresenceBook>();
        services.AddSingleton<OpenDesks>();
        services.AddHostedService<Attendance>();
        services.AddSingleton<SignedTokens>();
        AddMenus(services);
        AddKnowledge(services);
        AddImports(services);
        AddConversations(services);
        AddCallbacks(services);
        AddRouting(services);
        AddDeflections(services);
        AddIdentities(services);
        AddLetters(services);
        AddDelivery(services);
        AddExperiments(services);
        AddHealth(services);
        AddPlanning(services);
        AddShown(services);
        AddStrategy(services);
        AddWaits(services);
        AddWallboard(services);
        return services;
    }

    static void AddMenus(IServiceCollection services)
    {
        services.AddSingleton<ChannelMenus>();
        services.AddSingleton<LivePrices>();
        services.AddHostedService<PriceClock>();
        services.AddSingleton<DecisionBook>();
        services.AddSingleton<DecisionInbox>();
        services.AddSingleton<DecisionReads>();
        services.AddHostedService<DecisionLoop>();
        services.AddSingleton<LiveChanges>();
        services.AddSingleton<MenuDeciding>();
        services.AddSingleton<MenuNews>();
        services.AddHostedService<MenuNewsLoop>();
        services.AddSingleton<ShownMenus>();
        services.AddSingleton<KeptMenus>();
        services.AddSingleton<SiteReading>();
        services.AddSingleton<SiteStates>();
        services.AddSingleton<VisitorMemories>();
    }

    static void AddKnowledge(IServiceCollection services)
    {
        services.AddSingleton<ArticleBook>();
        services.AddSingleton<ArticleChanges>();
        services.AddSingleton<ArticleDrafts>();
        services.AddSingleton<ArticleFiles>();
        services.AddSingleton<ArticleHistory>();
        services.AddSingleton<ArticleImport>();
        services.AddSingleton<ArticleList>();
        services.AddSingleton<Counting>();
        services.AddSingleton<ExpiredArticles>();
        services.AddSingleton<Helped>();
        services.AddSingleton<KnowledgeBase>();
        services.AddSingleton<LostLinks>();
        services.AddSingleton<MostSought>();
        services.AddSingleton<Overlaps>();
        services.AddSingleton<ArticleSuggestions>();
        services.AddSingleton<ProposalBook>();
        services.AddSingleton<Publishing>();
        services.AddSingleton<PublishingRounds>();
        services.AddSingleton<SearchesInVain>();
        services.AddSingleton<SectionBook>();
        services.AddSingleton<SynonymBook>();
        services.AddSingleton<UpkeepReports>();
        services.AddHostedService<CountingLoop>();
        services.AddHostedService<PublishingClock>();
    }

    static void AddImports(IServiceCollection services)
    {
        services.AddSingleton<ArticleExport>();
        services.AddSingleton<ImportBook>();
        services.AddSingleton<ImportPlanning>();
        services.AddSingleton<ImportRun>();
        services.AddSingleton<ImportRuns>();
        services.AddSingleton<ImportShelf>();
        services.AddSingleton<ImportUndo>();
        services.AddSingleton<ImportWriting>();
        services.AddSingleton<SurroundingsWriting>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportRuns>());
    }

    static void AddConversations(IServiceCollection services)
    {
        services.AddSingleton(provider => new Journal(provider.GetRequiredService<Database>(), provider.GetRequiredService<ConversationNews>().Announce, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Journal>>()));
        services.AddSingleton<ConversationList>();
        services.AddSingleton<ConversationNews>();
        services.AddSingleton<Intake>();
        services.AddSingleton<Lines>();
        services.AddSingleton<Marks>();
        services.AddSingleton<Messages>();
        services.AddSingleton<MessageNews>();
        services.AddSingleton<MissingMessages>();
        services.AddHostedService<OtherNodesNews>();
        services.AddHostedService<OwnersReading>();
        services.AddSingleton<Openings>();
        services.AddSingleton<Ownership>();
        services.AddSingleton<Reply>();
        services.AddSingleton<QueueBoard>();
        services.AddSingleton<SameWords>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<VisitorView>();
        services.AddSingleton<VisitorsOnline>();
        services.AddSingleton<Visits>();
        services.AddSingleton<WrapUps>();
    }

    static void AddCallbacks(IServiceCollection services)
    {
        services.AddSingleton<CallAttempts>();
        services.AddSingleton<CallbackBook>();
        services.AddSingleton<CallbackDesk>();
        services.AddSingleton<CallbackNews>();
        services.AddSingleton<CallbackRounds>();
        services.AddSingleton<CallbackSlots>();
        services.AddHostedService<CallbackClock>();
    }

    static void AddDeflections(IServiceCollection services)
    {
        services.AddSingleton<AnswerVisits>();
        services.AddSingleton<DeflectionReports>();
        services.AddSingleton<DeflectionRounds>();
        services.AddSingleton<DeflectionClock>();
        services.AddHostedService(host => host.GetRequiredService<DeflectionClock>());
    }

    static void AddLetters(IServiceCollection services)
    {
        services.AddSingleton<Acknowledgements>();
        services.AddSingleton<BlockedSenders>();
        services.AddSingleton<Bounces>();
        services.AddSingleton<LetterChoice>();
        services.AddSingleton<LetterFiles>();
        services.AddSingleton<LetterForwards>();
        services.AddSingleton<LetterIntake>();
        services.AddSingleton<LetterMaking>();
        services.AddSingleton<LetterMoves>();
        services.AddSingleton<LetterPlacing>();
        services.AddSingleton<LetterReads>();
        services.AddSingleton<LetterReplies>();
        services.AddSingleton<LetterShelf>();
        services.AddSingleton<LetterThreading>();
        services.AddSingleton<MailboxBook>();
        services.AddSingleton<MailboxPositions>();
        services.AddSingleton<MailboxStates>();
        services.AddSingleton<MailboxWays>();
        services.AddSingleton<MessageCopies>();
        services.AddSingleton<Participants>();
        services.AddSingleton<ReplyAddresses>();
        services.AddSingleton<ReplyPlans>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton<SetAsideLetters>();
        services.AddSingleton<SetAsideShelf>();
        services.AddSingleton<SpamMarks>();
        services.AddHostedService<LetterRecovery>();
    }

    static void AddDelivery(IServiceCollection services)
    {
        services.AddSingleton<DeliveryAttempt>();
        services.AddSingleton<DeliveryNews>();
        services.AddSingleton<DeliveryRecords>();
        services.AddSingleton<OutboundLetters>();
        services.AddSingleton<Outbox>();
        services.AddHostedService<DeliveryLoop>();
    }

    static void AddIdentities(IServiceCollection services)
    {
        services.AddSingleton<IdentitySecrets>();
        services.AddSingleton<SignedIdentities>();
    }

    static void AddExperiments(IServiceCollection services)
    {
        services.AddSingleton<ExperimentArms>();
        services.AddSingleton<ExperimentBook>();
        services.AddSingleton<ExperimentControl>();
        services.AddSingleton<ExperimentRounds>();
        services.AddSingleton<InvitationBook>();
        services.AddSingleton<InvitationReports>();
        services.AddSingleton<OrderBook>();
        services.AddHostedService<ExperimentClock>();
        services.AddHostedService<MetLoop>();
    }

    static void AddHealth(IServiceCollection services)
    {
        services.AddSingleton<FloorHealth>();
        services.AddSingleton<HealthLook>();
        services.AddSingleton<MailHealth>();
        services.AddSingleton<StorageHealth>();
    }

    static void AddPlanning(IServiceCollection services)
    {
        services.AddSingleton<AdviceFacts>();
        services.AddSingleton<AdviceMaking>();
        services.AddSingleton<Expectations>();
        services.AddSingleton<ForecastKeeping>();
        services.AddSingleton<HistoryCounting>();
        services.AddSingleton<HistoryImport>();
        services.AddSingleton<HistoryUpkeep>();
        services.AddSingleton<LineForecasts>();
        services.AddSingleton<LineHistories>();
        services.AddSingleton<PlanLines>();
        services.AddSingleton<PlanMaking>();
        services.AddSingleton<PlanningQueues>();
        services.AddSingleton<PlanStaffing>();
        services.AddSingleton<ShiftBook>();
        services.AddSingleton<ShiftCopying>();
        services.AddSingleton<TeamFactors>();
        services.AddHostedService<PlanningClock>();
    }

    static void AddShown(IServiceCollection services)
    {
        services.AddSingleton<FormAnswers>();
        services.AddSingleton<PhoneCodes>();
        services.AddSingleton<ProgressBook>();
        services.AddSingleton<ShowBook>();
    }

    static void AddStrategy(IServiceCollection services)
    {
        services.AddSingleton<SiteChannels>();
        services.AddSingleton<StrategyBook>();
        services.AddSingleton<StrategyChecks>();
        services.AddSingleton<StrategyDrafts>();
        services.AddSingleton<StrategyNews>();
        services.AddSingleton<StrategyPublishing>();
        services.AddSingleton<StrategySettingsBook>();
        services.AddSingleton<StrategyShelf>();
        services.AddSingleton<StrategyTrials>();
        services.AddHostedService<ShelfFollowing>();
        services.AddSingleton<ExpectedTraffic>();
        services.AddSingleton<RecordedTraffic>();
        services.AddSingleton<ScenarioMaking>();
        services.AddSingleton<StrategyRunBook>();
        services.AddSingleton<StrategyRunQueue>();
        services.AddSingleton<TriedStrategies>();
        services.AddHostedService(provider => provider.GetRequiredService<StrategyRunQueue>());
    }

    static void AddWaits(IServiceCollection services)
    {
        services.AddSingleton<LetterFacts>();
        services.AddSingleton<LetterTimes>();
        services.AddSingleton<PromiseBook>();
        services.AddSingleton<PromiseLedger>();
        services.AddSingleton<WaitBoard>();
        services.AddSingleton<WaitFacts>();
        services.AddSingleton<WaitHistory>();
        services.AddSingleton<WaitInbox>();
        services.AddSingleton<WaitLines>();
        services.AddSingleton<WaitMeasures>();
        services.AddSingleton<WaitNews>();
        services.AddSingleton<WaitRound>();
        services.AddSingleton<WaitTelling>();
        services.AddSingleton<WaitTrust>();
        services.AddHostedService<WaitLoop>();
    }

    static void AddRouting(IServiceCollection services)
    {
        services.AddSingleton<Assignments>();
        services.AddSingleton<Offers>();
        services.AddSingleton<RoutingBoard>();
        services.AddSingleton<RoutingChange>();
        services.AddSingleton<RoutingInbox>();
        services.AddSingleton<RoutingNews>();
        services.AddSingleton<RoutingRecovery>();
        services.AddSingleton<RoutingSettings>();
        services.AddSingleton<RoutingWrites>();
        services.AddSingleton<RoutingLease>();
        services.AddHostedService<LeaseHolder>();
        services.AddHostedService<RoutingLoop>();
        services.AddHostedService<FloorLoop>();
    }

    static void AddWallboard(IServiceCollection services)
    {
        services.AddSingleton<Supervision>();
        services.AddSingleton<AnswerTargets>();
        services.AddSingleton<DemandBook>();
        services.AddSingleton<LiveBoard>();
        services.AddSingleton<BoardSource>();
        services.AddHostedService<WallboardLoop>();
        services.AddSingleton<FindingBook>();
        services.AddSingleton<Mending>();
        services.AddSingleton<RouterInspection>();
        services.AddHostedService<Watchdog>();
    }
}
