import type { components } from "./schema";

type Schemas = components["schemas"];

export type Agent = Schemas["Agent"];
export type AgentStanding = Schemas["AgentStanding"];
export type Alert = Schemas["Alert"];
export type Answer = Schemas["Answer"];
export type Article = Schemas["Article"];
export type ArticleContent = Schemas["ArticleContent"];
export type ArticleKind = Schemas["ArticleKind"];
export type ArticleSummary = Schemas["ArticleSummary"];
export type FoundArticle = Schemas["FoundArticle"];
export type ArticleText = Schemas["ArticleText"];
export type ArticleVersion = Schemas["ArticleVersion"];
export type Audience = Schemas["Audience"];
export type ChannelTexts = Schemas["ChannelTexts"];
export type FieldKind = Schemas["FieldKind"];
export type FormField = Schemas["FormField"];
export type GuideStep = Schemas["GuideStep"];
export type Section = Schemas["Section"];
export type TextState = Schemas["TextState"];
export type TextSummary = Schemas["TextSummary"];
export type ApiKey = Schemas["ApiKey"];
export type Callback = NonNullable<Schemas["Callback"]>;
export type Assignment = Schemas["Assignment"];
export type CallbackDue = NonNullable<Schemas["CallbackDue"]>;
export type CallbackSettings = Schemas["CallbackSettings"];
export type CallCard = Schemas["CallCard"];
export type CallOutcome = NonNullable<Schemas["CallOutcome"]>;
export type Conversation = Schemas["Conversation"];
export type ConversationSummary = Schemas["ConversationSummary"];
export type Customer = Schemas["Customer"];
export type CustomerSummary = Schemas["CustomerSummary"];
export type DeskEvents = Schemas["DeskEvents"];
export type Entry = Schemas["Entry"];
export type Facts = Schemas["VisitorFacts"];
export type FileInfo = Schemas["FileReference"];
export type HoursDefinition = Schemas["HoursDefinition"];
export type Holiday = Schemas["HolidayDefinition"];
export type SpecialDay = Schemas["SpecialDayDefinition"];
export type HoursInterval = Schemas["IntervalDefinition"];
export type MinuteCount = Schemas["MinuteCount"];
export type FormCard = Schemas["FormCard"];
export type Progress = Schemas["Progress"];
export type ShowRequest = Schemas["ShowRequest"];
export type ShownCard = Schemas["ShownCard"];
export type Offer = Schemas["OfferView"];
export type PassedAgent = Schemas["PassedAgent"];
export type Preferences = Schemas["Preferences"];
export type AgentChannel = Schemas["AgentChannel"];
export type AgentSkill = Schemas["AgentSkill"];
export type ChannelChoice = Schemas["ChannelChoice"];
export type EntryPoint = Schemas["EntryPoint"];
export type Queue = Schemas["Queue"];
export type QueueCounts = Schemas["QueueCounts"];
export type QueueTerms = Schemas["QueueTerms"];
export type Skill = Schemas["Skill"];
export type SkillNeeded = Schemas["SkillNeeded"];
export type SkillWish = Schemas["SkillWish"];
export type Team = Schemas["Team"];
export type QueueHelp = Schemas["QueueHelp"];
export type QueueStanding = Schemas["QueueStanding"];
export type RoutingSettings = Schemas["RoutingChoices"];
export type ServiceLevel = Schemas["ServiceLevel"];
export type Session = Schemas["Session"];
export type Site = Schemas["Site"];
export type Topic = Schemas["Topic"];
export type Wallboard = Schemas["Wallboard"];
export type WhyChosen = Schemas["WhyChosen"];

export type Import = Schemas["Import"];
export type ImportCounts = Schemas["ImportCounts"];
export type ImportItem = Schemas["ImportItem"];
export type ImportMode = Schemas["ImportMode"];
export type ImportOutcome = Schemas["ImportOutcome"];
export type ImportState = Schemas["ImportState"];

export type HelpedArticle = Schemas["HelpedArticle"];
export type Overlap = Schemas["Overlap"];
export type SoughtArticle = Schemas["SoughtArticle"];
export type UpkeepReport = Schemas["UpkeepReport"];
export type Proposal = Schemas["Proposal"];
export type Suggestion = Schemas["Suggestion"];
export type SynonymGroup = Schemas["SynonymGroup"];
export type AfterVainSearch = Schemas["AfterVainSearch"];
export type VainSearch = Schemas["VainSearch"];

export type OrderBrief = NonNullable<Schemas["OrderBrief"]>;
export type Outcome = NonNullable<Schemas["Outcome"]>;
export type Presence = Schemas["Presence"];
export type Role = Schemas["Role"];

/** RFC 9457, with one list of sentences per field where a form was wrong. */
export type Problem = Schemas["ProblemDetails"] & {
  errors?: Record<string, string[]>;
  /** Of the commonest faults, what they are in a word. */
  reasons?: Record<string, { reason: string; most?: number | null }>;
};
