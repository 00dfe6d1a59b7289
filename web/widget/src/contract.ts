import type { components } from "@kanal/api/schema";

type Schemas = components["schemas"];

export type Basket = Schemas["Basket"];
export type Callback = NonNullable<Schemas["Callback"]>;
export type CallbackChoices = Schemas["CallbackChoices"];
export type ConversationStart = Schemas["StartRequest"];
export type ConversationStarted = Schemas["Started"];
export type Facts = Schemas["VisitorFacts"];
export type FileReference = Schemas["FileReference"];
export type Invitation = Schemas["MenuInvitation"];
export type InvitationAnswer = Schemas["InvitationTold"];
export type Joined = Schemas["Joined"];
export type Limits = Schemas["WidgetLimits"];
export type Look = Schemas["SiteLook"];
export type MenuAnswer = Schemas["MenuAnswer"];
export type MenuEntry = Schemas["MenuEntry"];
export type MenuQuestion = Schemas["MenuRequest"];
export type Message = Schemas["Message"];
export type PhoneCode = Schemas["PhoneCode"];
export type PlaceInQueue = Schemas["PlaceInQueue"];
export type Sent = Schemas["Sent"];
export type PublicAnswer = Schemas["PublicAnswer"];
export type PublicArticle = Schemas["PublicArticle"];
export type FormField = PublicArticle["fields"][number];
export type ShownCard = Schemas["ShownCard"];
export type FormCard = Schemas["FormCard"];
export type SiteTexts = Schemas["SiteTexts"];
export type VisitorConversation = Schemas["VisitorConversation"];
export type Privacy = Schemas["Privacy"];
export type WidgetSite = Schemas["WidgetSite"];

/** The channels this widget can carry; the menu may name others. */
export type ChannelName = "chat" | "email" | "callback";

// OpenAPI does not describe what a stream carries.
export type ConversationEvent =
  | { type: "message"; data: Message }
  | { type: "typing"; data: { from: string; name: string; typing: boolean } }
  | { type: "read"; data: { by: string; sequence: number } }
  | { type: "queue"; data: PlaceInQueue }
  | { type: "assigned"; data: { agent: { name: string } } }
  | { type: "callback"; data: Callback }
  | { type: "show"; data: ShownCard }
  | { type: "closed"; data: { by: string } }
  | { type: "reopened"; data: object };
