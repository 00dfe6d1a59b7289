// Provisional: the public API as agreed, until web/api/src/schema.ts is generated from the server.

export type ChannelName = "chat" | "email";

export interface WidgetSite {
  site: string;
  name: string;
  languages: string[];
  timeZone: string;
  look: Look;
  texts: Record<string, SiteTexts | undefined>;
  limits: Limits;
}

export interface Look {
  accent?: string;
  theme?: "auto" | "light" | "dark";
  position?: "right" | "left";
}

export interface SiteTexts {
  title?: string | null;
  greeting?: string | null;
  offline?: string | null;
}

export interface Limits {
  textLength: number;
  fileSize: number;
  files: number;
  fileTypes: string[];
}

export interface Basket {
  value: number;
  currency?: string | null;
  items?: number | null;
}

export interface Facts {
  page?: string;
  title?: string;
  referrer?: string;
  step?: string;
  topic?: string;
  basket?: Basket;
  language?: string;
  device?: string;
  locale?: string;
  timeZone?: string;
  signals?: string[];
}

export interface MenuEntry {
  channel: string;
  recommended: boolean;
  waitSeconds: number | null;
  waitText: string;
  reason: string;
  until: string | null;
}

export interface MenuAnswer {
  visitor: string;
  menu: { id: string; entries: MenuEntry[]; opensAt: string | null };
}

export interface ConversationStart {
  visitor?: string;
  clientId: string;
  channel: ChannelName;
  text: string;
  menu?: string;
  name?: string;
  address?: string;
  language?: string;
  facts?: Facts;
}

export interface ConversationStarted {
  conversation: string;
  token: string;
  sequence: number;
  menuKept: boolean;
  visitor: string | null;
}

export interface Sent {
  sequence: number;
}

export interface FileReference {
  id: string;
  name: string;
  type: string;
  size: number;
}

export interface Message {
  sequence: number;
  clientId?: string | null;
  from: "visitor" | "agent" | "system";
  name?: string | null;
  text: string;
  files: FileReference[];
  at: string;
  channel: string;
}

export interface VisitorConversation {
  id: string;
  state: "queued" | "assigned" | "closed";
  channel: string;
  agent?: { name: string | null } | null;
  position?: number | null;
  lastSequence: number;
  readByAgent: number;
  readByVisitor: number;
  rating?: number | null;
}

export type ConversationEvent =
  | { type: "message"; data: Message }
  | { type: "typing"; data: { from: string; name: string; typing: boolean } }
  | { type: "read"; data: { by: string; sequence: number } }
  | { type: "queue"; data: { position: number; waitSeconds: number | null } }
  | { type: "assigned"; data: { agent: { name: string } } }
  | { type: "closed"; data: { by: string } }
  | { type: "reopened"; data: object };
